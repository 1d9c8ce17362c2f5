package secondbackup;

import static secondbackup.Sample.NOW;
import static secondbackup.Sample.REGION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.NextStep;
import secondbackup.copy.NextSteps;
import secondbackup.copy.Refusal;
import secondbackup.gap.Gap;
import secondbackup.gap.GapFinder;
import secondbackup.gap.LastSeen;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Binding;
import secondbackup.policy.Estate;
import secondbackup.policy.Exclusions;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.verify.CopyChecker;
import secondbackup.verify.RestoreChecker;
import secondbackup.verify.RestoreDoubt;
import secondbackup.verify.Verdict;

/// What one sweep saw, put together piece by piece, and what the core makes of it.
public final class Given {
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<RecoveryPoint> points = new ArrayList<>();
    private final List<CopyJob> jobs = new ArrayList<>();
    private final List<BackupJob> backups = new ArrayList<>();
    private final List<VaultedCopy> copies = new ArrayList<>();
    private final List<KeyView> keys = new ArrayList<>();
    private final List<AccountView> otherAccounts = new ArrayList<>();
    private final List<RegionView> otherRegions = new ArrayList<>();
    private final List<String> missingRoles = new ArrayList<>();
    private final List<MemberAccount> listedOnly = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private Policies policies = Sample.policies();
    private List<PlanSelection> selections = List.of(everything());
    private List<DeployedPlan> plans = List.of();
    private List<RoleView> roles = List.of();
    private List<StackSetView> stackSets = List.of();
    private List<MemberVault> memberVaults = SampleViews.memberVaults();
    private boolean optedIn = true;
    private Optional<Manifest> manifest = Optional.empty();
    private VaultView.Kind kind = VaultView.Kind.STANDARD;
    private VaultView.Lock lock = Sample.lock();
    private VaultView.VaultKey vaultKey = Sample.vaultKey();
    private String accessPolicy = Sample.ACCESS_POLICY;
    private EngineCatalog engines = SampleViews.engines();
    private LegalHolds holds = new LegalHolds.Read(List.of());
    private Optional<RecoveryView> recovery = Optional.of(SampleViews.recovery());
    private Optional<List<VaultView>> vaults = Optional.empty();
    private Optional<List<VaultAccount>> vaultAccounts = Optional.empty();
    private List<LastSeen> lastSeen = List.of();
    private Instant now = NOW;

    private Given() {}

    public static Given nothing() {
        return new Given();
    }

    /// A cluster whose key admits the vault account.
    public static Given cluster(Cluster cluster) {
        return nothing().and(cluster).key(Sample.key(KeyView.Admission.ADMITS));
    }

    /// A cluster whose point of nine hours ago is in the vault.
    public static Given protectedCluster(Cluster cluster) {
        return cluster(cluster)
                .point(Sample.point(cluster, Sample.hoursAgo(9)))
                .copy(Sample.copy(cluster, Sample.hoursAgo(9)));
    }

    /// So many clusters, each with a point of nine hours ago that is in the vault.
    public static Given protectedClusters(int count) {
        var given = nothing();
        for (var number = 0; number < count; number++) {
            var cluster =
                    Sample.encrypted(new Encryption.ServiceOwned(), Sample.cluster("c" + number));
            given.and(cluster)
                    .point(Sample.point(cluster, Sample.hoursAgo(9)))
                    .copy(Sample.copy(cluster, Sample.hoursAgo(9)));
        }
        return given;
    }

    private static PlanSelection everything() {
        return new PlanSelection(
                "plan",
                "every-cluster",
                "arn:aws:iam::" + Sample.ACCOUNT + ":role/backup",
                List.of(Sample.SOURCE_VAULT),
                List.of("arn:aws:rds:*:*:cluster:*"),
                List.of(),
                List.of(),
                List.of());
    }

    public Given and(Cluster cluster) {
        clusters.add(cluster);
        return this;
    }

    public Given point(RecoveryPoint point) {
        points.add(point);
        return this;
    }

    public Given job(CopyJob job) {
        jobs.add(job);
        return this;
    }

    /// How the newest backup of the newest cluster ended.
    public Given backup(String state, String category, String message) {
        var cluster = clusters.getLast().id().arn();
        backups.add(
                new BackupJob(
                        "backup-job",
                        cluster,
                        Sample.SOURCE_VAULT,
                        state,
                        Sample.hoursAgo(3),
                        category,
                        message));
        return this;
    }

    /// AWS refused an order for the newest cluster an hour ago.
    public Given refused(String code, String message) {
        var cluster = clusters.getLast().id();
        var order =
                new CopyOrder(
                        cluster,
                        cluster.arn(),
                        Sample.SOURCE_VAULT,
                        Sample.VAULT,
                        cluster.arn(),
                        Sample.RETENTION_DAYS,
                        now,
                        "token");
        refusals.add(new Refusal(order, Sample.hoursAgo(1), code, message));
        return this;
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public Given copy(VaultedCopy copy) {
        copies.add(copy);
        return this;
    }

    public Given key(KeyView key) {
        keys.clear();
        keys.add(key);
        return this;
    }

    public Given noKeyRead() {
        keys.clear();
        return this;
    }

    public Given account(AccountView account) {
        otherAccounts.add(account);
        return this;
    }

    /// The organization lists it, and no part of it was written.
    public Given listedOnly(MemberAccount account) {
        listedOnly.add(account);
        return this;
    }

    public Given region(RegionView region) {
        otherRegions.add(region);
        return this;
    }

    public Given missingRole(String role) {
        missingRoles.add(role);
        return this;
    }

    public Given selections(PlanSelection... those) {
        selections = List.of(those);
        return this;
    }

    /// Vaults of ours that the cluster's account has, instead of one of each.
    public Given memberVaults(MemberVault... those) {
        memberVaults = List.of(those);
        return this;
    }

    public Given policies(Policies those) {
        policies = those;
        return this;
    }

    public Given optedOut() {
        optedIn = false;
        return this;
    }

    public Given manifest(Manifest that) {
        manifest = Optional.of(that);
        return this;
    }

    /// Clusters of the report before.
    public Given lastSeen(Cluster... those) {
        lastSeen = Stream.of(those).map(cluster -> new LastSeen(cluster.id(), "shop")).toList();
        return this;
    }

    public Given airGapped() {
        kind = VaultView.Kind.AIR_GAPPED;
        vaultKey = new VaultView.VaultKey.AwsOwned();
        policies =
                new Policies(
                        Sample.estate(
                                Sample.vaultPromise(kind),
                                policies.estate().rekeyVault(),
                                policies.estate().defaultEncryption()),
                        policies.rules(),
                        policies.roster(),
                        policies.members());
        return this;
    }

    public Given kind(VaultView.Kind that) {
        kind = that;
        return this;
    }

    public Given lock(VaultView.Lock that) {
        lock = that;
        return this;
    }

    public Given vaultKey(VaultView.VaultKey that) {
        vaultKey = that;
        return this;
    }

    public Given accessPolicy(String json) {
        accessPolicy = json;
        return this;
    }

    public Given holds(LegalHolds those) {
        holds = those;
        return this;
    }

    public Given engines(EngineCatalog those) {
        engines = those;
        return this;
    }

    public Given recovery(RecoveryView that) {
        recovery = Optional.of(that);
        return this;
    }

    public Given vaults(VaultView... those) {
        vaults = Optional.of(List.of(those));
        return this;
    }

    public Given unreadableVault() {
        return vaults(new VaultView.Unreadable(Sample.VAULT, "AccessDenied"));
    }

    public Given vaultAccounts(VaultAccount... those) {
        vaultAccounts = Optional.of(List.of(those));
        return this;
    }

    public Given at(Instant that) {
        now = that;
        return this;
    }

    public Policies policies() {
        return policies;
    }

    public VaultView.Seen vault() {
        return SampleViews.vault(kind, lock, accessPolicy, vaultKey, copies, engines, holds);
    }

    /// Plans as they were read, instead of one of somebody else's.
    public Given plans(DeployedPlan... those) {
        plans = List.of(those);
        selections = List.of();
        return this;
    }

    public Given roles(RoleView... those) {
        roles = List.of(those);
        return this;
    }

    public Given stackSets(StackSetView... those) {
        stackSets = List.of(those);
        return this;
    }

    private List<DeployedPlan> plans() {
        var other = new DeployedPlan("plan-1", "plan", List.of(), selections);
        return Stream.concat(Stream.of(other), plans.stream()).toList();
    }

    public Inventory inventory() {
        var source =
                new RegionView.Source(
                        REGION,
                        clusters,
                        optedIn,
                        plans(),
                        memberVaults,
                        points,
                        jobs,
                        keys,
                        backups);
        var regions = new ArrayList<RegionView>(otherRegions);
        if (otherRegions.stream().noneMatch(region -> region.region().equals(REGION))) {
            regions.add(source);
        }
        var accounts = new ArrayList<AccountView>(otherAccounts);
        if (accounts.stream().noneMatch(view -> view.account().equals(Sample.account()))) {
            accounts.add(
                    new AccountView.Seen(
                            Sample.account(), NOW, missingRoles, roles, regions, recovery));
        }
        var listed = new ArrayList<>(listedOnly);
        accounts.forEach(view -> listed.add(view.account()));
        var whole =
                new Inventory(
                        manifest.orElse(
                                new Manifest.Listed(
                                        now.toString(), now, listed, List.of(REGION), stackSets)),
                        accounts,
                        vaults.orElse(List.of(vault())),
                        vaultAccounts.orElseGet(this::emptyVaultAccounts));
        return Exclusions.leaveOut(whole, policies.estate(), now);
    }

    private List<VaultAccount> emptyVaultAccounts() {
        return policies.estate().vaults().stream()
                .map(Estate.Vault::account)
                .distinct()
                .<VaultAccount>map(SampleViews::vaultAccount)
                .toList();
    }

    public List<Guarded> everyGuarded() {
        return Binding.of(inventory(), policies, now);
    }

    public Guarded guarded() {
        return everyGuarded().getFirst();
    }

    public NextStep step() {
        return new NextSteps(policies.estate(), now)
                .of(guarded(), guarded().promise().orElseThrow());
    }

    public Verdict verdict() {
        return new CopyChecker(restore(), now).check(guarded(), guarded().promise().orElseThrow());
    }

    private List<RestoreDoubt> restore() {
        return RestoreChecker.check(inventory(), policies.estate());
    }

    public List<Verdict> verdicts() {
        var checker = new CopyChecker(restore(), now);
        return everyGuarded().stream()
                .flatMap(one -> one.promise().map(promise -> checker.check(one, promise)).stream())
                .toList();
    }

    public List<Gap> gaps() {
        return new GapFinder(policies, lastSeen, now)
                .find(inventory(), everyGuarded(), verdicts(), refusals);
    }
}
