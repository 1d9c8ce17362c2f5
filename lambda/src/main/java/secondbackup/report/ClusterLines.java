package secondbackup.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Guarded;
import secondbackup.report.Report.ClusterLine;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict;
import secondbackup.verify.Verdict.Standing;

/// One line for every cluster that was seen: judged ones, those that no promise binds, and those in Regions
/// without backups.
final class ClusterLines {
    private ClusterLines() {}

    static List<ClusterLine> of(
            Inventory inventory, List<Guarded> clusters, List<Verdict> verdicts, Instant now) {
        var unbound = clusters.stream().filter(guarded -> guarded.promise().isEmpty());
        return Stream.of(
                        verdicts.stream().map(ClusterLines::judged),
                        unbound.map(ClusterLines::unbound),
                        elsewhere(inventory, now))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(ClusterLine::id))
                .toList();
    }

    private static ClusterLine judged(Verdict verdict) {
        var guarded = verdict.guarded();
        return new ClusterLine(
                guarded.cluster().id(),
                PlainText.name(guarded.account().name()),
                verdict.standing(),
                verdict.rung(),
                verdict.newest().map(VaultedCopy::capturedAt),
                verdict.newest().flatMap(VaultedCopy::expiresAt),
                Optional.of(verdict.promise().copyAgeMax()),
                verdict.promise().rules(),
                Holding.of(guarded));
    }

    /// Copies may be there from the time of an earlier promise; nobody has judged them.
    private static ClusterLine unbound(Guarded guarded) {
        var newest =
                guarded.copies().reversed().stream()
                        .filter(copy -> RecoveryPoint.usable(copy.status()))
                        .findFirst();
        return new ClusterLine(
                guarded.cluster().id(),
                PlainText.name(guarded.account().name()),
                Standing.UNPROTECTED,
                Rung.NONE,
                newest.map(VaultedCopy::capturedAt),
                newest.flatMap(VaultedCopy::expiresAt),
                Optional.empty(),
                List.of(),
                Holding.of(guarded));
    }

    private static Stream<ClusterLine> elsewhere(Inventory inventory, Instant now) {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(account ->
                        account.regions().stream()
                                .filter(RegionView.Elsewhere.class::isInstance)
                                .map(RegionView.Elsewhere.class::cast)
                                .flatMap(region -> region.clusters().stream())
                                .filter(cluster -> !cluster.restoreTest(now))
                                .map(cluster -> uncovered(account, cluster)));
    }

    private static ClusterLine uncovered(AccountView.Seen account, Cluster cluster) {
        return new ClusterLine(
                cluster.id(),
                PlainText.name(account.account().name()),
                Standing.UNPROTECTED,
                Rung.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Holding.none(cluster.sizeBytes()));
    }
}
