package secondbackup.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.Rights;
import secondbackup.report.OtherClusters;
import secondbackup.report.ReportText;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Reads an organization and prints its gaps, also before anything is deployed.",
            "It changes nothing: in every account it works with the rights of the survey role alone,"
                    + " whatever the role could do."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   every cluster is protected",
            "  1   there are gaps, and everything was seen",
            "  2   not everything could be seen; what was found is printed all the same",
            "  64  the command line or the policies are wrong"
        })
final class AuditCommand implements Callable<Integer> {
    @Mixin private final Access access = new Access();
    @Mixin private final Output output = new Output();
    private final Terminal terminal;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var files = access.files();
        var calls = Audit.calls(new Rights(files, PolicyReader.read(files).estate()));
        if (access.callsOnly()) {
            calls.actions().forEach(terminal.out()::println);
            return ExitCode.HELD;
        }
        output.check();
        var ground = access.open(terminal, files, calls);
        var now = terminal.time().instant().truncatedTo(ChronoUnit.MILLIS);
        var result = new Audit(ground, terminal).run(now);
        output.write(result, Audit.Result.class, () -> text(result), terminal);
        return result.exitCode();
    }

    private List<String> text(Audit.Result result) {
        return Stream.concat(
                        ReportText.of(result.report(), terminal.width()).stream(),
                        OtherClusters.of(result.besidesAurora(), terminal.width()).stream())
                .toList();
    }
}
