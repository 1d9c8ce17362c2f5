package secondbackup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.Rights;
import secondbackup.report.Paragraph;

@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Sets what CloudFormation cannot: cross-account backup, trusted access, service-linked roles, and"
                    + " the opt-in for Aurora in every account and source Region.",
            "Shows the changes and makes none, unless --apply is given. It only switches on, never off; what is"
                    + " as it must be is left alone."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   everything is as it must be",
            "  1   changes wait: not applied, refused or stopped",
            "  2   something could not be looked at; the rest is done all the same",
            "  64  the command line or the policies are wrong"
        })
final class EnrolCommand implements Callable<Integer> {
    @Mixin private final Access access = new Access();
    @Mixin private final Output output = new Output();
    @ArgGroup private Mode mode = new Mode();
    private final Terminal terminal;

    /// One of them, or none.
    static final class Mode {
        @Option(names = "--dry-run", description = "Shows the changes only. This is the default.")
        private boolean dryRun;

        @Option(names = "--apply", description = "Makes the changes.")
        private boolean apply;
    }

    EnrolCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var files = access.files();
        var apply = mode.apply && !mode.dryRun;
        var calls = Enrolment.calls(new Rights(files, PolicyReader.read(files).estate()), apply);
        if (access.callsOnly()) {
            calls.actions().forEach(terminal.out()::println);
            return ExitCode.HELD;
        }
        output.check();
        var ground = access.open(terminal, files, calls).laidOut().inManagement();
        var result = new Enrolment(ground, terminal, apply).run();
        output.write(result, Enrolment.Result.class, () -> text(result, apply), terminal);
        return result.exitCode();
    }

    private List<String> text(Enrolment.Result result, boolean apply) {
        var lines = new ArrayList<String>();
        section("Done", result.done(), lines);
        section(
                apply ? "NOT done" : "Would be changed (--apply makes it so)",
                result.left(),
                lines);
        section("Could not be looked at", result.unseen(), lines);
        if (lines.isEmpty()) {
            lines.add("Everything is as it must be.");
        }
        return lines;
    }

    private void section(String heading, List<String> entries, List<String> lines) {
        if (!entries.isEmpty()) {
            lines.add(heading + ": " + entries.size());
            entries.forEach(entry -> lines.addAll(Paragraph.of("  - ", entry, terminal.width())));
        }
    }
}
