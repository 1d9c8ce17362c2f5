package secondbackup.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;

/// Whether clusters vanished of which two lists told, independently of each other: the report before, and the vault. A
/// listing that leaves something out leaves no other trace.
///
/// One cluster is deleted every day somewhere, so a single one is silent; half of an account's clusters at once, a
/// tenth of the organization's, or an account that is no longer listed, is a migration, an attack, or a listing that
/// lies. What could not be read has a gap of its own.
final class Coverage {
    static final int OF_ACCOUNT_MIN = 2;
    static final int OF_ACCOUNT_PERCENT = 50;
    static final int OF_ORGANIZATION_MIN = 5;
    static final int OF_ORGANIZATION_PERCENT = 10;
    private static final int PERCENT = 100;

    private final Inventory inventory;
    private final SortedMap<AccountId, AccountView> views = new TreeMap<>();
    private final SortedMap<String, ClusterId> known = new TreeMap<>();
    private final SortedMap<AccountId, String> names = new TreeMap<>();

    Coverage(Inventory inventory, List<LastSeen> lastSeen, Instant now) {
        this.inventory = inventory;
        inventory.accounts().forEach(view -> views.put(view.account().id(), view));
        for (var one : lastSeen) {
            known.putIfAbsent(key(one.cluster()), one.cluster());
            names.put(one.cluster().account(), one.accountName());
        }
        vaulted(now.minus(Gap.CoverageDropped.MEMORY))
                .forEach(one -> known.putIfAbsent(key(one), one));
    }

    List<Gap> gaps() {
        if (inventory.manifest() instanceof Manifest.NotListed) {
            return List.of();
        }
        var byAccount = new TreeMap<AccountId, List<ClusterId>>();
        known.values().stream()
                .filter(this::judged)
                .forEach(one ->
                        byAccount.computeIfAbsent(one.account(), _ -> new ArrayList<>()).add(one));
        var gaps = new ArrayList<Gap>();
        var others = new ArrayList<ClusterId>();
        var judged = 0;
        for (var account : byAccount.entrySet()) {
            var all = account.getValue();
            var vanished = all.stream().filter(this::vanished).sorted().toList();
            judged += all.size();
            if (left(account.getKey())
                    || many(vanished, all.size(), OF_ACCOUNT_MIN, OF_ACCOUNT_PERCENT)) {
                gaps.add(
                        new Gap.CoverageDropped(
                                new Subject.OfAccount(account(account.getKey())),
                                vanished,
                                all.size(),
                                left(account.getKey())));
            } else {
                others.addAll(vanished);
            }
        }
        if (many(others, judged, OF_ORGANIZATION_MIN, OF_ORGANIZATION_PERCENT)) {
            gaps.add(new Gap.CoverageDropped(new Subject.OfOrganization(), others, judged, false));
        }
        return gaps;
    }

    private static boolean many(List<ClusterId> vanished, int all, int min, int percent) {
        return vanished.size() >= min && vanished.size() * PERCENT >= all * percent;
    }

    /// Whether its absence would say something: its account is gone from the list, or its Region was read.
    private boolean judged(ClusterId cluster) {
        return left(cluster.account()) || region(cluster).isPresent();
    }

    private boolean left(AccountId account) {
        return !views.containsKey(account)
                && inventory.manifest() instanceof Manifest.Listed listed
                && listed.accounts().stream().noneMatch(one -> one.id().equals(account));
    }

    /// A renamed cluster keeps its resource id, and one that was restored over another keeps the ARN.
    private boolean vanished(ClusterId cluster) {
        return region(cluster).stream()
                .flatMap(List::stream)
                .map(Cluster::id)
                .noneMatch(there ->
                        there.arn().equals(cluster.arn())
                                || (!cluster.resourceId().isEmpty()
                                        && there.resourceId().equals(cluster.resourceId())));
    }

    /// The clusters of a Region that was read.
    private Optional<List<Cluster>> region(ClusterId cluster) {
        return Optional.ofNullable(views.get(cluster.account())).stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(seen -> seen.regions().stream())
                .filter(view -> view.region().equals(cluster.region()))
                .flatMap(Coverage::clusters)
                .findFirst();
    }

    private static Stream<List<Cluster>> clusters(RegionView view) {
        return switch (view) {
            case RegionView.Source source -> Stream.of(source.clusters());
            case RegionView.Elsewhere elsewhere -> Stream.of(elsewhere.clusters());
            case RegionView.Closed _, RegionView.NotEnabled _, RegionView.Unreadable _ ->
                    Stream.of();
        };
    }

    private Stream<ClusterId> vaulted(Instant from) {
        return inventory.vaults().stream()
                .filter(VaultView.Seen.class::isInstance)
                .map(VaultView.Seen.class::cast)
                .flatMap(vault -> vault.copies().stream())
                .filter(copy ->
                        copy.capturedAt().isAfter(from) && RecoveryPoint.usable(copy.status()))
                .sorted(Comparator.comparing(VaultedCopy::arn))
                .map(Coverage::origin);
    }

    private static ClusterId origin(VaultedCopy copy) {
        var resourceId =
                copy.snapshot() instanceof VaultedCopy.Snapshot.Found found
                        ? found.resourceId()
                        : "";
        return new ClusterId(
                copy.sourceAccount(),
                new Region(copy.cluster().regionText()),
                copy.cluster(),
                resourceId);
    }

    /// Both lists name a cluster by its ARN; only one of them is sure to know the resource id.
    private static String key(ClusterId cluster) {
        return cluster.arn().value();
    }

    private MemberAccount account(AccountId id) {
        return Optional.ofNullable(views.get(id))
                .map(AccountView::account)
                .orElseGet(() -> new MemberAccount(id, names.getOrDefault(id, ""), "", List.of()));
    }
}
