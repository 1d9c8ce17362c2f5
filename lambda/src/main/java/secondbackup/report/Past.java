package secondbackup.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import secondbackup.history.History;
import secondbackup.history.Mark;
import secondbackup.history.Roll;
import secondbackup.report.Report.ClusterLine;

/// Rolls the last report's history forward by this sweep's lines.
final class Past {
    private Past() {}

    static History of(
            Optional<Report> last, List<ClusterLine> lines, BlindSpots blind, Instant now) {
        var seen =
                lines.stream()
                        .map(line ->
                                new Roll.Seen(
                                        line.id(),
                                        line.accountName(),
                                        Mark.of(line.standing(), line.rung())))
                        .toList();
        return Roll.forward(
                last.map(Report::history).orElseGet(History::none),
                seen,
                id -> blind.hides(id),
                now.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
