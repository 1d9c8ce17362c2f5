package secondbackup.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;

/// Joins what was seen to the clusters it belongs to. A cluster is known by its resource id; where AWS does
/// not tell that of a point or copy, by the resource id of the point that it was copied from; and where that is
/// gone too, by its ARN and by not having been made after the data was taken.
public final class Binding {
    private final Inventory inventory;
    private final Policies policies;
    private final Instant now;

    private Binding(Inventory inventory, Policies policies, Instant now) {
        this.inventory = inventory;
        this.policies = policies;
        this.now = now;
    }

    /// Every cluster in a source Region of a readable account, restore tests left out, sorted. A cluster of the
    /// vault's own account has no copies there: whoever takes over the account has both.
    public static List<Guarded> of(Inventory inventory, Policies policies, Instant now) {
        return new Binding(inventory, policies, now).all();
    }

    private List<Guarded> all() {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(account ->
                        account.regions().stream()
                                .filter(RegionView.Source.class::isInstance)
                                .map(RegionView.Source.class::cast)
                                .flatMap(region -> in(account, region)))
                .toList();
    }

    private Stream<Guarded> in(AccountView.Seen account, RegionView.Source region) {
        return region.clusters().stream()
                .filter(cluster -> !cluster.restoreTest(now))
                .map(cluster -> guarded(account, region, cluster));
    }

    private Guarded guarded(AccountView.Seen account, RegionView.Source region, Cluster cluster) {
        var estate = policies.estate();
        var vault = estate.vaultOf(account.account().id());
        var view = view(vault.arn());
        var lineage = new Lineage(region);
        return new Guarded(
                account.account(),
                cluster,
                PromiseBinder.bind(account.account(), cluster, policies.rules()),
                Selections.select(region.selections(), estate.sourceVault(), cluster),
                region.points().stream().filter(point -> of(point, cluster, lineage)).toList(),
                region.copyJobs().stream().filter(job -> of(job, cluster, lineage)).toList(),
                key(cluster, region),
                vault,
                view,
                copies(view)
                        .filter(copy ->
                                of(copy, cluster, lineage) && !cluster.livesWith(vault.account()))
                        .toList());
    }

    private VaultView view(Arn vault) {
        return inventory.vaults().stream()
                .filter(view -> view.vault().equals(vault))
                .findFirst()
                .orElseGet(() -> new VaultView.Unreadable(vault, "this sweep has not read it"));
    }

    private static Stream<VaultedCopy> copies(VaultView view) {
        return switch (view) {
            case VaultView.Seen seen -> seen.copies().stream();
            case VaultView.Absent _, VaultView.Unreadable _ -> Stream.of();
        };
    }

    private static boolean of(RecoveryPoint point, Cluster cluster, Lineage lineage) {
        return point.snapshot()
                && belongs(
                        lineage.resourceId(point.arn()),
                        point.cluster(),
                        point.capturedAt(),
                        cluster);
    }

    private static boolean of(VaultedCopy copy, Cluster cluster, Lineage lineage) {
        var resourceId =
                copy.snapshot() instanceof VaultedCopy.Snapshot.Found found
                                && !found.resourceId().isEmpty()
                        ? found.resourceId()
                        : lineage.resourceId(copy.arn());
        return belongs(resourceId, copy.cluster(), copy.capturedAt(), cluster);
    }

    private static boolean belongs(
            String resourceId, Arn arn, Instant capturedAt, Cluster cluster) {
        return resourceId.isEmpty()
                ? arn.equals(cluster.id().arn()) && !capturedAt.isBefore(cluster.createdAt())
                : resourceId.equals(cluster.id().resourceId());
    }

    /// A job names the cluster by the ARN it had, so a renamed cluster's jobs are found by their point, and a
    /// recreated cluster's are told from its predecessor's.
    private static boolean of(CopyJob job, Cluster cluster, Lineage lineage) {
        return belongs(lineage.resourceId(job.point()), job.cluster(), job.createdAt(), cluster);
    }

    private static Optional<KeyView> key(Cluster cluster, RegionView.Source region) {
        return cluster.encryption() instanceof Encryption.Kms(var arn)
                ? region.keys().stream().filter(view -> view.key().equals(arn)).findFirst()
                : Optional.empty();
    }
}
