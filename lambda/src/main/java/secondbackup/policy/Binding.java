package secondbackup.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.Region;
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
    private final SortedMap<Arn, SortedMap<String, List<VaultedCopy>>> copies = new TreeMap<>();

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
        var vault = policies.estate().vaultOf(account.account().id());
        var lists = copies(vault.arn());
        var names = Stream.of(place(account, region.region()));
        var clusters = region.clusters().stream().map(cluster -> cluster.id().resourceId());
        var arrived =
                region.copyJobs().stream()
                        .flatMap(job -> job.targetPoint().stream())
                        .map(Arn::value);
        var copies =
                Stream.of(names, clusters, arrived)
                        .flatMap(each -> each)
                        .distinct()
                        .flatMap(name -> lists.getOrDefault(name, List.of()).stream())
                        .distinct()
                        .toList();
        var backups = RegionBackups.of(region, copies);
        return region.clusters().stream()
                .filter(cluster -> !cluster.restoreTest(now))
                .map(cluster -> guarded(account, region, backups, cluster));
    }

    private Guarded guarded(
            AccountView.Seen account,
            RegionView.Source region,
            RegionBackups backups,
            Cluster cluster) {
        var estate = policies.estate();
        var vault = estate.vaultOf(account.account().id());
        return new Guarded(
                account.account(),
                cluster,
                PromiseBinder.bind(account.account(), cluster, policies.rules()),
                Selections.select(region.selections(), estate::isSourceVault, cluster),
                rekeyVault(region, estate),
                backups.points().of(cluster),
                backups.jobs().of(cluster),
                key(cluster, region),
                vault,
                view(vault.arn()),
                cluster.livesWith(vault.account()) ? List.of() : backups.copies().of(cluster),
                lastBackup(cluster, region));
    }

    /// A job of an earlier cluster under the same name says nothing.
    private static Optional<BackupJob> lastBackup(Cluster cluster, RegionView.Source region) {
        return region.backupJobs().stream()
                .filter(job -> job.cluster().equals(cluster.id().arn()))
                .filter(job -> !job.createdAt().isBefore(cluster.createdAt()))
                .findFirst();
    }

    private static Optional<String> rekeyVault(RegionView.Source region, Estate estate) {
        return region.vaults().reversed().stream()
                .map(MemberVault::name)
                .filter(estate::isRekeyVault)
                .findFirst();
    }

    /// What lies in a vault, by its own ARN, and by the resource id of its cluster, or where its snapshot does not
    /// tell that by the account and Region of the ARN it has: looked through once for all clusters.
    private SortedMap<String, List<VaultedCopy>> copies(Arn vault) {
        return copies.computeIfAbsent(
                vault,
                arn ->
                        switch (view(arn)) {
                            case VaultView.Seen seen -> byName(seen.copies());
                            case VaultView.Absent _, VaultView.Unreadable _ -> new TreeMap<>();
                        });
    }

    private static SortedMap<String, List<VaultedCopy>> byName(List<VaultedCopy> all) {
        var lists = new TreeMap<String, List<VaultedCopy>>();
        for (var copy : all) {
            lists.computeIfAbsent(name(copy), _ -> new ArrayList<>()).add(copy);
            lists.computeIfAbsent(copy.arn().value(), _ -> new ArrayList<>()).add(copy);
        }
        return lists;
    }

    private static String name(VaultedCopy copy) {
        return copy.snapshot() instanceof VaultedCopy.Snapshot.Found found
                        && !found.resourceId().isEmpty()
                ? found.resourceId()
                : place(copy.cluster());
    }

    private static String place(Arn cluster) {
        return cluster.accountText() + " " + cluster.regionText();
    }

    private static String place(AccountView.Seen account, Region region) {
        return account.account().id() + " " + region;
    }

    private VaultView view(Arn vault) {
        return inventory.vaults().stream()
                .filter(view -> view.vault().equals(vault))
                .findFirst()
                .orElseGet(() -> new VaultView.Unreadable(vault, "this sweep has not read it"));
    }

    private static Optional<KeyView> key(Cluster cluster, RegionView.Source region) {
        return cluster.encryption() instanceof Encryption.Kms(var arn)
                ? region.keys().stream().filter(view -> view.key().equals(arn)).findFirst()
                : Optional.empty();
    }
}
