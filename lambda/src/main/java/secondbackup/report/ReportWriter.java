package secondbackup.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.copy.CopyOrder;
import secondbackup.gap.Gap;
import secondbackup.gap.RootCause;
import secondbackup.gap.RootCauses;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Inventory;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.policy.Prices;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;
import secondbackup.report.Report.Summary;
import secondbackup.verify.Verdict;
import secondbackup.verify.Verdict.Standing;

/// Writes the report of one sweep. Pure: same arguments, same report.
public final class ReportWriter {
    private static final Comparator<GapLine> ORDER =
            Comparator.comparing(GapLine::severity)
                    .thenComparing(line -> line.account().map(AccountId::value).orElse(""))
                    .thenComparing(GapLine::region)
                    .thenComparing(GapLine::subject)
                    .thenComparing(GapLine::kind)
                    .thenComparing(GapLine::key);

    private final Policies policies;
    private final Estate estate;
    private final Prices prices;
    private final List<CopyOrder> waiting;

    /// Knows no prices, and nothing of copies that wait.
    public ReportWriter(Policies policies) {
        this(policies, Prices.none(), List.of());
    }

    /// @param waiting orders that are due and found no slot
    public ReportWriter(Policies policies, Prices prices, List<CopyOrder> waiting) {
        this.policies = policies;
        this.estate = policies.estate();
        this.prices = prices;
        this.waiting = List.copyOf(waiting);
    }

    /// @param clusters every cluster in a source Region
    /// @param verdicts one for each of them that a promise binds
    /// @param last report of the sweep before, from which gaps have their age
    public Report write(
            Inventory inventory,
            List<Guarded> clusters,
            List<Verdict> verdicts,
            List<Gap> gaps,
            Optional<Report> last,
            Instant now) {
        var sight = new Sight(inventory, estate);
        var blind = new BlindSpots(inventory, estate, now);
        var lines = ClusterLines.of(inventory, clusters, verdicts, now);
        var earlier = earlier(last);
        var text = new GapText(policies, now);
        var gapLines =
                RootCauses.of(gaps, clusters).stream()
                        .flatMap(root ->
                                root.gaps().stream()
                                        .map(gap -> line(gap, root, text, earlier, now)))
                        .sorted(ORDER)
                        .toList();
        gapLines.forEach(line -> earlier.remove(line.key()));
        var hidden =
                earlier.values().stream()
                        .filter(line -> blind.hides(line, lines, gapLines))
                        .sorted(ORDER)
                        .toList();
        var gone =
                earlier.values().stream()
                        .filter(line -> !hidden.contains(line) && blind.isGone(line, lines))
                        .sorted(ORDER)
                        .toList();
        return new Report(
                Report.VERSION,
                inventory.manifest().sweep(),
                last.map(Report::sweep),
                now,
                summary(sight, lines, NewCopies.count(clusters, lines, last)),
                lines,
                gapLines,
                hidden,
                gone,
                ExclusionText.lines(inventory, estate).toList(),
                sight.notSeen(),
                new Facts(inventory, estate, now).sentences(last),
                Past.of(last, lines, blind, now),
                Lanes.of(estate, clusters, waiting, now),
                CostEstimate.of(lines, estate, prices));
    }

    /// Gaps that stood when they were last seen, by key.
    private static SortedMap<String, GapLine> earlier(Optional<Report> last) {
        var lines = new TreeMap<String, GapLine>();
        last.stream()
                .flatMap(report -> Stream.concat(report.gaps().stream(), report.hidden().stream()))
                .forEach(line -> lines.put(line.key(), line));
        return lines;
    }

    private static GapLine line(
            Gap gap,
            RootCause root,
            GapText text,
            SortedMap<String, GapLine> earlier,
            Instant now) {
        var key = GapText.key(gap);
        var where = Where.of(gap.subject());
        var words = text.of(gap);
        var before = Optional.ofNullable(earlier.get(key));
        return new GapLine(
                key,
                gap.kind(),
                gap.severity(),
                where.account(),
                where.accountName(),
                where.region(),
                where.name(),
                where.arn(),
                before.map(GapLine::since).orElse(now),
                words.what(),
                words.cause(),
                words.remedy(),
                gap.kind(),
                PlainText.line(root.key()));
    }

    private static Summary summary(Sight sight, List<ClusterLine> lines, int newCopies) {
        return new Summary(
                lines.size(),
                count(lines, Standing.PROTECTED),
                count(lines, Standing.UNPROTECTED),
                count(lines, Standing.YOUNG),
                count(lines, Standing.UNKNOWN),
                sight.accounts(),
                sight.accountsUnseen(),
                sight.copies(),
                newCopies);
    }

    private static int count(List<ClusterLine> lines, Standing standing) {
        return (int) lines.stream().filter(line -> line.standing() == standing).count();
    }
}
