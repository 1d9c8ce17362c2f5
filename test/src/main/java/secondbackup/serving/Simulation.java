package secondbackup.serving;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of the simulation.
///
/// Exit codes: 0 when help was asked for, 1 when serving failed, 64 when the arguments or the world are wrong.
@Command(
        name = "second-backup-simulation",
        description = "A simulated AWS organization for ordinary clients of AWS.",
        subcommands = Serve.class,
        exitCodeOnInvalidInput = Simulation.USAGE)
public final class Simulation {
    static final int USAGE = 64;

    @SuppressWarnings("unused") // picocli reads it.
    @Option(names = "--help", usageHelp = true, description = "show this and end")
    private boolean help;

    Simulation() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Simulation()).execute(arguments));
    }
}
