package secondbackup.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import secondbackup.report.Report;
import secondbackup.report.ReportText;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the latest report: how safe all is, what is wrong and what to do.",
            "Needs credentials that may read the control account's report bucket; --file needs none."
        },
        subcommands = ClusterCommand.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   every cluster is protected",
            "  1   there are gaps, and everything was seen",
            "  2   not everything could be seen, or the report itself could not be read",
            "  64  the command line or the policies are wrong"
        })
final class ReportCommand implements Callable<Integer> {
    @Mixin private final Source source = new Source();
    @Mixin private final Output output = new Output();
    private final Terminal terminal;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check();
        var report = source.report(terminal);
        output.write(
                report,
                Report.class,
                () -> ReportText.whole(report, terminal.width(), terminal.time().instant()),
                terminal);
        return ExitCode.of(report);
    }
}
