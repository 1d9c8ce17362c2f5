package secondbackup.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.function.Function;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.Login;

/// All that the command line touches outside itself.
///
/// @param out takes results
/// @param err takes progress and troubles
/// @param connect the way to AWS
/// @param concurrency most Regions of an account that are read at a time
/// @param stop somebody's wish that the command end
/// @param charset of the terminal
/// @param width most characters on a line
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        InstantSource time,
        Function<Login, AwsConnection> connect,
        int concurrency,
        Stop stop,
        Charset charset,
        int width) {
    private static final int CONCURRENCY = 8;
    private static final int WIDTH = 100;

    static Terminal production(Stop stop) {
        return new Terminal(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                InstantSource.system(),
                Login::connect,
                CONCURRENCY,
                stop,
                System.out.charset(),
                WIDTH);
    }

    /// A line of progress.
    void progress(String line) {
        err.println(line);
        err.flush();
    }

    /// Plain signs where the terminal cannot show ours.
    String shown(String text) {
        return charset.newEncoder().canEncode(text)
                ? text
                : text.replace("…", "...").replace("·", "-").replace("→", "->");
    }
}
