package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.Refusal;
import secondbackup.gap.GapFinder;
import secondbackup.gap.LastSeen;
import secondbackup.inventory.Inventory;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.policy.Prices;
import secondbackup.report.Report;
import secondbackup.report.ReportWriter;
import secondbackup.verify.CopyChecker;
import secondbackup.verify.RestoreChecker;
import secondbackup.verify.Verdict;

/// What is made of an inventory, whoever took it: every cluster judged, the gaps found, the report written. Pure.
///
/// @param waiting orders that are due and found no slot
public record Judgement(Policies policies, Prices prices, List<CopyOrder> waiting, Instant now) {
    /// Knows no prices, and nothing of copies that wait.
    public Judgement(Policies policies, Instant now) {
        this(policies, Prices.none(), List.of(), now);
    }

    /// @param clusters every cluster of the inventory in a source Region
    /// @param refusals orders that AWS last refused
    /// @param last report of the sweep before
    public Report of(
            Inventory inventory,
            List<Guarded> clusters,
            List<Refusal> refusals,
            Optional<Report> last) {
        return of(inventory, clusters, verdicts(inventory, clusters), refusals, last);
    }

    /// @param verdicts of these clusters, judged before
    Report of(
            Inventory inventory,
            List<Guarded> clusters,
            List<Verdict> verdicts,
            List<Refusal> refusals,
            Optional<Report> last) {
        var gaps =
                new GapFinder(policies, lastSeen(last), now)
                        .find(inventory, clusters, verdicts, refusals);
        return new ReportWriter(policies, prices, waiting)
                .write(inventory, clusters, verdicts, gaps, last, now);
    }

    /// One for each cluster that a promise binds.
    List<Verdict> verdicts(Inventory inventory, List<Guarded> clusters) {
        var checker = new CopyChecker(RestoreChecker.check(inventory, policies.estate()), now);
        return clusters.stream()
                .flatMap(guarded ->
                        guarded.promise().stream().map(promise -> checker.check(guarded, promise)))
                .toList();
    }

    private static List<LastSeen> lastSeen(Optional<Report> last) {
        return last.stream()
                .flatMap(report -> report.history().clusters().stream())
                .map(track -> new LastSeen(track.id(), track.accountName()))
                .toList();
    }
}
