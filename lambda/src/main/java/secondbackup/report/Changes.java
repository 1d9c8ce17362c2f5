package secondbackup.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
        return new Changes(
                report.gaps().stream().filter(line -> !before.contains(line.key())).toList(),
                report.gaps().stream().filter(line -> before.contains(line.key())).toList(),
                last.stream()
                        .flatMap(Changes::open)
                        .filter(line -> !now.contains(line.key()) && !gone.contains(line.key()))
                        .toList(),
                report.gone());
    }

    private static Stream<GapLine> open(Report report) {
        return Stream.concat(report.gaps().stream(), report.hidden().stream());
    }
}
