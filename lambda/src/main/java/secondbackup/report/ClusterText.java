package secondbackup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import secondbackup.history.Mark;
import secondbackup.history.Track;
import secondbackup.inventory.ClusterId;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;

/// Says on a screen all that a report knows of one cluster.
public final class ClusterText {
    /// @param line empty where the sweep could not see the cluster
    public record OneCluster(Track track, Optional<ClusterLine> line, List<GapLine> gaps) {
        public OneCluster {
            gaps = List.copyOf(gaps);
        }

        /// How it stood at the last sweep.
        public Mark mark() {
            return line.map(seen -> Mark.of(seen.standing(), seen.rung())).orElse(Mark.UNSEEN);
        }
    }

    private ClusterText() {}

    /// Fails: NoSuchElementException where the report does not have the cluster.
    public static OneCluster find(Report report, ClusterId id) {
        var track =
                report.history().clusters().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        var line = report.clusters().stream().filter(one -> one.id().equals(id)).findFirst();
        var arn = id.arn().value();
        var gaps = report.gaps().stream().filter(gap -> gap.arn().equals(arn)).toList();
        return new OneCluster(track, line, gaps);
    }

    /// @param width most characters on a line
    public static List<String> of(OneCluster one, int width, Instant at) {
        var id = one.track().id();
        var lines = new ArrayList<String>();
        lines.add(
                PlainText.name(id.name())
                        + ": "
                        + one.mark().name().toLowerCase(Locale.ROOT)
                        + " at "
                        + TimeText.of(at));
        lines.add("  account     " + (one.track().accountName() + " " + id.account()).strip());
        lines.add("  Region      " + id.region());
        lines.add("  ARN         " + PlainText.line(id.arn().value()));
        lines.add("  id          " + PlainText.line(id.resourceId()));
        one.line().ifPresent(line -> seen(line, lines, at));
        past(one.track(), lines, width);
        for (var gap : one.gaps()) {
            lines.add("");
            lines.add(
                    gap.severity()
                            + " "
                            + gap.kind()
                            + ", since "
                            + TimeText.since(gap.since(), at));
            lines.addAll(Paragraph.of("  what:  ", gap.what(), width));
            lines.addAll(Paragraph.of("  cause: ", gap.cause(), width));
            lines.addAll(Paragraph.of("  next:  ", gap.remedy(), width));
        }
        one.line().ifPresent(line -> moments(line.holding(), lines));
        return lines;
    }

    private static void seen(ClusterLine line, List<String> lines, Instant at) {
        lines.add(
                "  promise     "
                        + line.copyAgeMax()
                                .map(age -> "a copy no older than " + TimeText.of(age))
                                .orElse("none")
                        + (line.rules().isEmpty()
                                ? ""
                                : ", by " + String.join(", ", line.rules())));
        lines.add(
                "  newest copy "
                        + line.newestAt().map(newest -> TimeText.since(newest, at)).orElse("none"));
        lines.add("  checked     " + line.rung().name().toLowerCase(Locale.ROOT));
        line.expiresAt().ifPresent(end -> lines.add("  expires     " + TimeText.until(end, at)));
        lines.add("  in progress " + line.holding().copying() + " copy jobs");
    }

    private static void past(Track track, List<String> lines, int width) {
        lines.addAll(Paragraph.of("  days        ", track.days(), width));
        lines.add(
                "              K kept, Y young, U unseen, W weakly held, L late, M missing; the last is"
                        + " the report's day");
        lines.add(
                "  past        "
                        + track.keptInARow()
                        + " days kept in a row, worst gap "
                        + track.worstGapDays()
                        + " days, "
                        + (track.attainmentPercent().isEmpty()
                                ? "no day counted yet"
                                : track.attainmentPercent().getAsInt() + " % attained"));
    }

    private static void moments(Holding holding, List<String> lines) {
        lines.add("");
        lines.add("Moments one can go back to: " + holding.copies());
        holding.moments().forEach(at -> lines.add("  " + TimeText.of(at)));
        var left = holding.copies() - holding.moments().size();
        holding.oldestAt()
                .filter(_ -> left > 0)
                .ifPresent(oldest ->
                        lines.add("  and " + left + " older ones, back to " + TimeText.of(oldest)));
    }
}
