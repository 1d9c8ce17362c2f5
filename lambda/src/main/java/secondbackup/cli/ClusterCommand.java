package secondbackup.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import secondbackup.history.Track;
import secondbackup.inventory.ClusterId;
import secondbackup.report.ClusterText;
import secondbackup.report.ClusterText.OneCluster;

@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Prints one cluster in full: its copies, its past, its gaps.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   it is protected, and has no gap",
            "  1   it is not, or has one",
            "  2   it could not be seen, or the report itself could not be read",
            "  64  the command line or the policies are wrong, or the report has no such cluster"
        })
final class ClusterCommand implements Callable<Integer> {
    @Mixin private final Source source = new Source();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "ARN", description = "ARN of the cluster, or its name.")
    private String name = "";

    private final Terminal terminal;

    ClusterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check();
        var report = source.report(terminal);
        var found =
                report.history().clusters().stream().map(Track::id).filter(this::named).toList();
        var one = ClusterText.find(report, only(found));
        output.write(
                one,
                OneCluster.class,
                () -> ClusterText.of(one, terminal.width(), report.generatedAt()),
                terminal);
        return code(one);
    }

    private boolean named(ClusterId id) {
        return id.arn().value().equals(name) || id.name().equals(name);
    }

    private ClusterId only(List<ClusterId> found) {
        if (found.size() != 1) {
            var several = found.stream().map(id -> id.arn().value()).toList();
            throw new Usage(
                    "cluster '"
                            + name
                            + "': "
                            + (found.isEmpty()
                                    ? "the report has none of that ARN or name"
                                    : "expected one of " + several));
        }
        return found.getFirst();
    }

    private static int code(OneCluster one) {
        return switch (one.mark()) {
            case UNSEEN -> ExitCode.NOT_SEEN;
            case KEPT, YOUNG -> one.gaps().isEmpty() ? ExitCode.HELD : ExitCode.GAPS;
            case WEAK, LATE, MISSING -> ExitCode.GAPS;
        };
    }
}
