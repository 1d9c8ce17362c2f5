package secondbackup.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.history.Mark;
import secondbackup.history.Track;
import secondbackup.inventory.ClusterId;
import secondbackup.report.Report;
import secondbackup.report.Report.ClusterLine;
import secondbackup.verify.Rung;

/// One day in the ledger.
///
/// @param sweep whose report it was taken from
/// @param before the day before it in the ledger; empty in the first file
/// @param gaps gaps that were open at the day's end; empty for a day on which nobody looked
public record LedgerDay(
        int version,
        LocalDate day,
        String sweep,
        Optional<Before> before,
        List<Line> clusters,
        List<OpenGap> gaps) {
    public static final int VERSION = 1;

    /// @param sha256 of its file, in hexadecimal
    public record Before(LocalDate day, String sha256) {}

    /// One cluster.
    ///
    /// @param mark how its promise stood that day, the worst that a sweep saw
    /// @param verdict what the day's last sweep judged; empty where it did not see the cluster
    public record Line(ClusterId id, String accountName, Mark mark, Optional<Verdict> verdict) {}

    /// @param newestAt when the data of the newest good copy was taken
    public record Verdict(
            Rung rung, Optional<Instant> newestAt, Optional<Instant> expiresAt, int copies) {}

    public record OpenGap(String key, Instant since) {}

    public LedgerDay {
        clusters = List.copyOf(clusters);
        gaps = List.copyOf(gaps);
    }

    /// @param report whose history reaches to the day, or beyond it
    public static LedgerDay of(Report report, LocalDate day, Optional<Before> before) {
        var last = report.history().lastDay().orElseThrow();
        var back = Math.toIntExact(ChronoUnit.DAYS.between(day, last));
        var lines = new TreeMap<ClusterId, ClusterLine>();
        var ownDay = back == 0;
        if (ownDay) {
            report.clusters().forEach(line -> lines.put(line.id(), line));
        }
        var clusters =
                report.history().clusters().stream()
                        .flatMap(track ->
                                line(track, back, Optional.ofNullable(lines.get(track.id()))))
                        .toList();
        var gaps = report.gaps().stream().map(gap -> new OpenGap(gap.key(), gap.since())).toList();
        return new LedgerDay(
                VERSION, day, report.sweep(), before, clusters, ownDay ? gaps : List.of());
    }

    private static Stream<Line> line(Track track, int back, Optional<ClusterLine> line) {
        var at = track.days().length() - 1 - back;
        return at < 0
                ? Stream.of()
                : Stream.of(
                        new Line(
                                track.id(),
                                track.accountName(),
                                Mark.of(track.days().charAt(at)),
                                line.map(LedgerDay::verdict)));
    }

    private static Verdict verdict(ClusterLine line) {
        return new Verdict(line.rung(), line.newestAt(), line.expiresAt(), line.holding().copies());
    }
}
