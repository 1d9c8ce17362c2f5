package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;

/// The part of an inventory on which the next orders hang: source Regions with every cluster, and of each
/// cluster its newest copy, the points that are not older, what tiers keep longer, and the jobs that are in
/// progress, copied one of these points, were the newest to tell of its key, or tell how long a copy takes; and the
/// newest few points, which tell how often new ones come. An order is the same with the rest and without it,
/// and a large estate's history need not be read every ten minutes.
public final class Groundwork {
    /// More than the moments of a copy and its point ever differ.
    private static final Duration MARGIN = Duration.ofHours(1);

    private final TreeSet<Arn> points = new TreeSet<>();
    private final TreeSet<String> jobs = new TreeSet<>();
    private final TreeSet<Arn> copies = new TreeSet<>();

    private final Estate estate;

    private Groundwork(Estate estate) {
        this.estate = estate;
    }

    /// @param clusters what the inventory says of each
    public static Inventory of(Inventory whole, List<Guarded> clusters, Estate estate) {
        var kept = new Groundwork(estate);
        clusters.forEach(kept::keep);
        return new Inventory(
                whole.manifest(),
                whole.accounts().stream().map(kept::account).toList(),
                whole.vaults().stream().map(kept::vault).toList(),
                List.of());
    }

    private void keep(Guarded guarded) {
        var newest = NextSteps.newestCopy(guarded);
        newest.ifPresent(copy -> copies.add(copy.arn()));
        var from = newest.map(copy -> copy.capturedAt().minus(MARGIN)).orElse(Instant.MIN);
        Stream.concat(
                        guarded.points().stream()
                                .filter(point -> !point.capturedAt().isBefore(from)),
                        newestUsable(guarded).stream())
                .forEach(point -> points.add(point.arn()));
        guarded.promise().ifPresent(promise -> keepTiers(guarded, promise));
        guarded.jobs().stream()
                .filter(job -> job.mayRun() || points.contains(job.point()))
                .forEach(this::keep);
        Routing.newestDirect(guarded, estate).ifPresent(this::keep);
        Durations.telling(guarded).forEach(this::keep);
        Tracks.telling(guarded).forEach(point -> points.add(point.arn()));
    }

    /// Points of tiers with what came of them, and the copies on which the tiers' deadlines hang.
    private void keepTiers(Guarded guarded, Promise promise) {
        TierPoints.newestCopies(guarded, promise).forEach(copy -> copies.add(copy.arn()));
        for (var point : TierPoints.of(guarded, promise)) {
            guarded.points().stream()
                    .filter(other -> NextSteps.sameData(other, point))
                    .forEach(other -> points.add(other.arn()));
            guarded.copies().stream()
                    .filter(copy -> TierPoints.same(copy, point, NextSteps.SAME_DATA))
                    .forEach(copy -> copies.add(copy.arn()));
        }
    }

    /// With its point, which tells whose job it is.
    private void keep(CopyJob job) {
        jobs.add(job.id());
        points.add(job.point());
    }

    private Optional<RecoveryPoint> newestUsable(Guarded guarded) {
        return guarded.points().stream()
                .filter(point -> estate.isSourceVault(point.vault()) && point.usable())
                .max(Comparator.comparing(RecoveryPoint::capturedAt));
    }

    private AccountView account(AccountView view) {
        return switch (view) {
            case AccountView.Unreadable _, AccountView.Inactive _, AccountView.Excluded _ -> view;
            case AccountView.Seen(
                            var account,
                            var readAt,
                            var missing,
                            var roles,
                            var regions,
                            _) ->
                    new AccountView.Seen(
                            account,
                            readAt,
                            missing,
                            roles,
                            regions.stream()
                                    .filter(RegionView.Source.class::isInstance)
                                    .map(RegionView.Source.class::cast)
                                    .map(this::region)
                                    .toList(),
                            Optional.empty());
        };
    }

    private RegionView region(RegionView.Source region) {
        return new RegionView.Source(
                region.region(),
                region.clusters(),
                region.auroraOptedIn(),
                region.plans(),
                region.vaults(),
                region.points().stream().filter(point -> points.contains(point.arn())).toList(),
                region.copyJobs().stream()
                        .filter(job -> job.mayRun() || jobs.contains(job.id()))
                        .toList(),
                region.keys(),
                List.of());
    }

    private VaultView vault(VaultView view) {
        return switch (view) {
            case VaultView.Absent _, VaultView.Unreadable _ -> view;
            case VaultView.Seen seen ->
                    new VaultView.Seen(
                            seen.vault(),
                            seen.readAt(),
                            seen.vaultKind(),
                            seen.lock(),
                            seen.accessPolicy(),
                            seen.key(),
                            seen.copies().stream()
                                    .filter(copy -> copies.contains(copy.arn()))
                                    .toList(),
                            seen.snapshotsCopying(),
                            new EngineCatalog.Read(List.of()),
                            new LegalHolds.Read(List.of()));
        };
    }
}
