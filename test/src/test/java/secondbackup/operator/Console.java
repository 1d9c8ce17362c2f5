package secondbackup.operator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.Login;
import secondbackup.cli.Main;
import secondbackup.cli.Stop;
import secondbackup.cli.Terminal;
import secondbackup.inventory.Region;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// A terminal in front of a simulated organization.
///
/// @param key access key: an account's number is its administrator's
record Console(SimulatedOrganization world, String key, Stop stop) {
    static final String MANAGEMENT = "111111111111";

    /// What a command left behind.
    record Ran(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /// In the hands of the management account's administrator.
    static Console of(SimulatedOrganization world) {
        return new Console(world, MANAGEMENT, new Stop());
    }

    Ran run(String... arguments) {
        return run(List.of(arguments));
    }

    Ran run(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        world.time(),
                        this::connect,
                        1,
                        stop,
                        StandardCharsets.UTF_8,
                        100);
        var code = Main.run(terminal, arguments.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    AwsConnection connect(Login login) {
        return new AwsConnection(
                world.httpClient(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")),
                new Region("eu-central-1"),
                Console::retries);
    }

    private static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(3)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build();
    }
}
