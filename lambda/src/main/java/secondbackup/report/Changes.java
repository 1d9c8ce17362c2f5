package secondbackup.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import secondbackup.report.Report.GapLine;

/// What has changed since the last report.
///
/// @param fresh gaps that the last report did not have
/// @param standing gaps that it had too
/// @param resolved gaps that it had, whose subject was seen and is well
/// @param gone gaps that it had, whose cluster or account is no more: nothing was healed
record Changes(
        List<GapLine> fresh, List<GapLine> standing, List<GapLine> resolved, List<GapLine> gone) {
    static Changes of(Report report, Optional<Report> last) {
        var before = new TreeSet<String>();
        last.ifPresent(earlier -> open(earlier).forEach(line -> before.add(line.key())));
        var now = new TreeSet<String>();
        open(report).forEach(line -> now.add(line.key()));
        var gone = new TreeSet<String>();
        report.gone().forEach(line -> gone.add(line.key()));
        var ended =
                last.stream()
                        .flatMap(Changes::open)
                        .filter(line -> !now.contains(line.key()) && !gone.contains(line.key()))
                        .toList();
        var lost = ended.stream().filter(line -> isLost(line, report)).toList();
        return new Changes(
                report.gaps().stream().filter(line -> !before.contains(line.key())).toList(),
                report.gaps().stream().filter(line -> before.contains(line.key())).toList(),
                ended.stream().filter(line -> !lost.contains(line)).toList(),
                Stream.concat(
                                report.gone().stream()
                                        .filter(line ->
                                                last.isEmpty() || before.contains(line.key())),
                                lost.stream())
                        .toList());
    }

    /// Whether its cluster went in a sweep between the two, of which nobody heard.
    private static boolean isLost(GapLine line, Report report) {
        return line.arn().contains(":cluster:")
                && report.clusters().stream()
                        .noneMatch(cluster -> cluster.id().arn().value().equals(line.arn()));
    }

    /// Those that somebody hears of.
    Changes only(Predicate<GapLine> heard) {
        return new Changes(
                fresh.stream().filter(heard).toList(),
                standing.stream().filter(heard).toList(),
                resolved.stream().filter(heard).toList(),
                gone.stream().filter(heard).toList());
    }

    /// Whether nothing came and nothing went.
    boolean nothing() {
        return fresh.isEmpty() && resolved.isEmpty() && gone.isEmpty();
    }

    private static Stream<GapLine> open(Report report) {
        return Stream.concat(report.gaps().stream(), report.hidden().stream());
    }
}
