package secondbackup.report;

import static secondbackup.Sample.NOW;
import static secondbackup.Sample.REGION;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.Deployed;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleEstates;
import secondbackup.SampleViews;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.KeyView.Admission;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.Setup;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultView.VaultKey;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.policy.Exclusion;
import secondbackup.policy.Members;
import secondbackup.policy.PromiseRule;

/// For each kind of gap: a sweep that finds it, one that sees that it is over, and all those that cannot see whether it is.
final class BlindCases {
    /// @param well what a sweep sees once it is over
    /// @param dark what a sweep sees that could not look
    record Case(String kind, Given loud, Given well, List<Looked> dark) {
        @Override
        public String toString() {
            return kind;
        }
    }

    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Region FAR = new Region("us-east-1");
    private static final Duration LATE = Sample.AGE_MAX.plusSeconds(1);

    private BlindCases() {}

    static List<Case> all() {
        var all = new ArrayList<Case>();
        all.addAll(places());
        all.addAll(onTheWay());
        all.addAll(inTheVault());
        all.addAll(vaults());
        all.addAll(unknown());
        return all;
    }

    private static List<Case> places() {
        var far = Sample.cluster(Sample.ACCOUNT, FAR, "far");
        var unbound = Sample.policies(Sample.estate(), List.of());
        var ended = new Exclusion(Sample.ACCOUNT, "shop", "x", LocalDate.of(2026, 11, 19));
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var one = Sample.cluster("a");
        var two = Sample.cluster("b");
        var roles = Deployed.account().roles(new RoleView.Unreadable(Deployed.ROLE, "x"));
        var sets = new StackSetView.Unreadable(Members.ROLES_STACK_SET, "x");
        var weekly = Deployed.policies(Sample.weekly().rules().toArray(PromiseRule[]::new));
        return List.of(
                new Case("Unbound", good().policies(unbound), good(), place()),
                new Case(
                        "NotEnrolled",
                        good().missingRole("copy"),
                        good(),
                        with(place(), Looked.at("role unread", roles))),
                new Case(
                        "AccountUnreadable",
                        good().account(new AccountView.Unreadable(other, "x")),
                        good().account(empty(other)),
                        List.of(Looked.unlisted())),
                new Case(
                        "ExclusionEnded",
                        good().policies(SampleEstates.excluding(ended)),
                        good().account(new AccountView.Unreadable(Sample.account(), "x")),
                        List.of(Looked.unlisted())),
                new Case(
                        "CoverageDropped",
                        good().copy(Sample.copy(one, hoursAgo(9)))
                                .copy(Sample.copy(two, hoursAgo(9))),
                        good().and(one).and(two),
                        with(place(), vaultDark())),
                new Case("SweepStale", stale(), good(), List.of()),
                new Case(
                        "RegionUncovered",
                        good().region(new RegionView.Elsewhere(FAR, List.of(far))),
                        good().region(new RegionView.Elsewhere(FAR, List.of())),
                        with(
                                place(),
                                Looked.at("Region not listed", good()),
                                Looked.at(
                                        "Region disabled",
                                        good().region(new RegionView.NotEnabled(FAR))))),
                new Case(
                        "DeploymentDrifted",
                        Deployed.account()
                                .roles(
                                        Deployed.role(Deployed.ROLE, Deployed.trust(), "{}"),
                                        Deployed.role("backup")),
                        Deployed.account(),
                        List.of(
                                accountDark(),
                                accountClosed(),
                                Looked.unlisted(),
                                Looked.at("role unread", roles),
                                Looked.at("StackSet unread", Deployed.account().stackSets(sets)))),
                new Case(
                        "DeploymentDrifted",
                        Deployed.account().policies(weekly),
                        Deployed.account(weekly),
                        with(place(), Looked.at("role unread", roles))),
                new Case("OptedOut", good().optedOut(), good(), place()));
    }

    private static List<Case> onTheWay() {
        var all = with(place(), vaultDark());
        var disabled = new KeyView.Read(Sample.KEY, "CUSTOMER", "Disabled", Admission.ADMITS);
        return List.of(
                new Case(
                        "BackupFailing",
                        good().backup("FAILED", "", ""),
                        good().backup("COMPLETED", "", ""),
                        with(all, Looked.at("no backup known", good()))),
                new Case("NoRecoveryPoint", Given.cluster(ORDERS), good(), all),
                new Case(
                        "CopyStuck",
                        due().job(job("RUNNING", hoursAgo(13).minusSeconds(1))),
                        good(),
                        all),
                new Case(
                        "CopyFailing",
                        due().job(job("FAILED", hoursAgo(8))),
                        good(),
                        with(all, Looked.at("no job known", due()))),
                new Case(
                        "CapacityShortfall",
                        Given.protectedClusters(16),
                        Given.protectedClusters(15),
                        with(slots(), Looked.at("another account", elsewhereDark()))),
                new Case("Unencrypted", unencrypted(), good(), all),
                new Case(
                        "KeyNotShareable",
                        due().key(disabled),
                        due(),
                        with(
                                all,
                                Looked.at(
                                        "key unread",
                                        due().key(new KeyView.Unreadable(Sample.KEY, "x"))),
                                Looked.at("key not asked for", due().noKeyRead()),
                                Looked.at(
                                        "no point, and the key does not tell",
                                        Given.cluster(ORDERS).key(Sample.key(Admission.UNCLEAR))))),
                new Case("KeyNotShareable", due().key(disabled), Given.cluster(ORDERS), all));
    }

    private static List<Case> inTheVault() {
        var unread = Looked.at("snapshots unread", behind(new Snapshot.Unread("x")));
        var all = with(place(), vaultDark(), unread);
        var soon = Sample.expiring(NOW.plusSeconds(60), Sample.copy(ORDERS, hoursAgo(9)));
        var engines = new EngineCatalog.Unread("x");
        var tierOver =
                Sample.expiring(NOW.plus(Duration.ofDays(90)), Sample.copy(ORDERS, hoursAgo(9)));
        return List.of(
                new Case("NoCopy", Given.cluster(ORDERS), good(), all),
                new Case("CopyLate", aged(LATE), aged(Sample.AGE_MAX), all),
                new Case("RetentionShort", due().copy(soon), good(), all),
                new Case("LastCopyExpiring", due().copy(soon), good(), all),
                new Case(
                        "TierMissing",
                        good().policies(Sample.weekly()),
                        due().policies(Sample.weekly()).copy(tierOver),
                        all),
                new Case("SnapshotMissing", behind(new Snapshot.Absent()), good(), all),
                new Case(
                        "SizeJumped",
                        sized(50),
                        sized(100),
                        with(place(), vaultDark(), Looked.at("no sizes", good()))),
                new Case(
                        "EngineRetired",
                        good().engines(SampleViews.engines(NOW.plusSeconds(1))),
                        good(),
                        with(
                                all,
                                Looked.at("engines unread", good().engines(engines)),
                                Looked.at("version not told", behind(of(""))))),
                new Case("KeyAtRisk", foreignKey(), good(), all));
    }

    private static List<Case> vaults() {
        var none = Looked.at("vault not asked for", good().vaults());
        var dark = List.of(vaultDark(), none);
        var unlocked =
                new VaultView.Lock(false, Optional.empty(), Optional.empty(), Optional.empty());
        var root = new VaultAccount.Root(true, true, true);
        var account = Sample.VAULT_ACCOUNT;
        return List.of(
                new Case("VaultNotLocked", good().lock(unlocked), good(), dark),
                new Case("VaultPolicyChanged", good().accessPolicy("{}"), good(), dark),
                new Case(
                        "KeyAtRisk",
                        good().vaultKey(new VaultKey.AwsOwned()),
                        good(),
                        with(
                                dark,
                                Looked.at(
                                        "key unread",
                                        good().vaultKey(new VaultKey.Unreadable("x"))))),
                new Case(
                        "VaultAccountExposed",
                        good().vaultAccounts(
                                        new VaultAccount.Seen(
                                                account, NOW, root, List.of(), List.of())),
                        good(),
                        List.of(
                                Looked.at(
                                        "IAM unread",
                                        good().vaultAccounts(
                                                        new VaultAccount.Unreadable(account, "x"))),
                                Looked.at("IAM not asked for", good().vaultAccounts()))),
                new Case(
                        "RestoreBlocked",
                        good().recovery(
                                        new RecoveryView.Seen(
                                                Optional.of("Enabled"),
                                                2,
                                                new Setup.Quota(40, 40))),
                        good(),
                        List.of(
                                vaultDark(),
                                none,
                                accountDark(),
                                Looked.unlisted(),
                                Looked.at(
                                        "recovery unread",
                                        good().recovery(new RecoveryView.Unreadable("x"))))));
    }

    private static List<Case> unknown() {
        var recovery = new RegionView.Elsewhere(Sample.VAULT_REGION, List.of());
        var sets = Deployed.account().stackSets(new StackSetView.Unreadable("roles", "x"));
        return List.of(
                new Case(
                        "StateUnknown",
                        good().job(job("ABORTING", hoursAgo(8))),
                        good().job(job("COMPLETED", hoursAgo(8))),
                        with(
                                place(),
                                vaultDark(),
                                Looked.at(
                                        "engines unread",
                                        good().engines(new EngineCatalog.Unread("x"))))),
                new Case(
                        "StateUnknown",
                        good().recovery(new RecoveryView.Unreadable("x")),
                        good().region(recovery),
                        List.of(
                                Looked.at(
                                        "vault unread", good().region(recovery).unreadableVault()),
                                accountDark(),
                                Looked.unlisted())),
                new Case(
                        "StateUnknown",
                        good().vaultKey(new VaultKey.Unreadable("x")),
                        good(),
                        List.of(vaultDark(), Looked.at("vault not asked for", good().vaults()))),
                new Case("StateUnknown", sets, Deployed.account(), List.of(Looked.unlisted())));
    }

    private static List<Looked> with(List<Looked> some, Looked... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    /// The account, or its Region, in all the ways in which it can stay dark.
    private static List<Looked> place() {
        return List.of(
                accountDark(),
                accountClosed(),
                Looked.at("Region unread", good().region(new RegionView.Unreadable(REGION, "x"))),
                Looked.at("Region closed", good().region(new RegionView.Closed(REGION, "x"))),
                Looked.unlisted());
    }

    /// Nothing is ordered from an account that is closed.
    private static List<Looked> slots() {
        var closed = accountClosed();
        return with(place(), vaultDark()).stream()
                .filter(one -> !one.how().equals(closed.how()))
                .toList();
    }

    private static Looked accountDark() {
        return Looked.at(
                "account unread",
                good().account(new AccountView.Unreadable(Sample.account(), "x")));
    }

    private static Looked accountClosed() {
        var account = Sample.account(Sample.ACCOUNT, "CLOSED");
        return Looked.alone("account closed", new AccountView.Inactive(account));
    }

    private static Looked vaultDark() {
        return Looked.at("vault unread", good().unreadableVault());
    }

    private static AccountView empty(MemberAccount account) {
        var regions = List.<RegionView>of(new RegionView.NotEnabled(REGION));
        return new AccountView.Seen(account, NOW, List.of(), List.of(), regions, Optional.empty());
    }

    private static Given good() {
        return Given.protectedCluster(ORDERS);
    }

    private static Given due() {
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
    }

    private static Given stale() {
        var at = hoursAgo(13);
        var accounts = List.of(Sample.account());
        return good().manifest(
                        new Manifest.Listed(
                                at.toString(), at, accounts, List.of(REGION), List.of()));
    }

    private static Given aged(Duration age) {
        var at = NOW.minus(age);
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, at)).copy(Sample.copy(ORDERS, at));
    }

    private static CopyJob job(String state, Instant at) {
        return Sample.job(Sample.point(ORDERS, hoursAgo(9)), VAULT, state, at);
    }

    private static Given unencrypted() {
        var cluster = Sample.encrypted(new Encryption.None(), ORDERS);
        return Given.cluster(cluster).point(Sample.point(cluster, hoursAgo(9)));
    }

    private static Given foreignKey() {
        var copy = Sample.copy(ORDERS, hoursAgo(9));
        return due().copy(Sample.underKey(Optional.of(Sample.KEY), copy));
    }

    private static Given behind(Snapshot snapshot) {
        return due().copy(Sample.behind(snapshot, Sample.copy(ORDERS, hoursAgo(9))));
    }

    private static Snapshot of(String engineVersion) {
        return new Snapshot.Found("available", ORDERS.id().resourceId(), engineVersion);
    }

    /// After a week of a hundred GiB.
    private static Given sized(long gibibytes) {
        var cluster = SampleViews.sized(ORDERS, 100, 100, 100, 100, 100, 100, gibibytes);
        var given = Given.cluster(cluster).point(Sample.point(cluster, hoursAgo(9)));
        for (var days = 0; days < 7; days++) {
            given.copy(Sample.copy(cluster, hoursAgo(9 + 24L * days)));
        }
        return given;
    }

    /// The vault has slots for fifteen clusters.
    private static Given elsewhereDark() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        return Given.protectedClusters(15).account(new AccountView.Unreadable(other, "x"));
    }
}
