package secondbackup.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import secondbackup.policy.BadPolicies;

/// Door of the command line.
@Command(
        name = "second-backup",
        description = "A second backup for every Aurora cluster of an AWS organization.",
        subcommands = {
            AuditCommand.class,
            DoctorCommand.class,
            EnrolCommand.class,
            ReportCommand.class,
            LedgerCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "second-backup 1.0.0",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   everything was looked at and holds",
            "  1   everything was looked at, and something does not hold",
            "  2   something could not be looked at; what was found is printed all the same",
            "  64  the command line or the policies are wrong; nothing was done",
            "  69  this Java is too old",
            "  70  a mistake of this program"
        })
public final class Main implements Runnable {
    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        var stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(stop)));
        var code = run(Terminal.production(stop), arguments);
        stop.ends();
        System.exit(code);
    }

    /// Ctrl-C.
    private static void endInOrder(Stop stop) {
        stop.ask();
        try {
            if (!stop.await()) {
                System.err.println(
                        "The last call did not end in time; run the command again to see.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return the exit code
    public static int run(Terminal terminal, String... arguments) {
        var line =
                new CommandLine(new Main(), new Commands(terminal))
                        .setOut(terminal.out())
                        .setErr(terminal.err())
                        .setParameterExceptionHandler(Main::wrong)
                        .setExecutionExceptionHandler(
                                (failure, command, _) -> failed(failure, command, terminal));
        var code = line.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static int wrong(ParameterException problem, String[] arguments) {
        var command = problem.getCommandLine();
        command.getErr().println(problem.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, Terminal terminal)
            throws Exception {
        return switch (failure) {
            case Usage wrong -> said(wrong, terminal, ExitCode.USAGE);
            case BadPolicies wrong -> said(wrong, terminal, ExitCode.USAGE);
            case NotSeen unseen -> said(unseen, terminal, ExitCode.NOT_SEEN);
            default -> {
                failure.printStackTrace(command.getErr());
                yield ExitCode.BUG;
            }
        };
    }

    private static int said(Exception failure, Terminal terminal, int code) {
        terminal.progress(String.valueOf(failure.getMessage()));
        return code;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which command? Expected audit, doctor, enrol, report or ledger.");
        }
    }
}
