package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.VAULT_KEY;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleViews;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.Setup;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultView.Lock;
import secondbackup.inventory.VaultView.VaultKey;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.verify.Doubt;
import secondbackup.verify.VaultDoubt;
import secondbackup.verify.Verdict.Standing;

/// No rung can fail, and nothing can stay unseen, without a gap.
class EveryRungTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final VaultedCopy COPY = Sample.copy(ORDERS, hoursAgo(9));
    private static final Optional<Arn> OTHER_KEY =
            Optional.of(new Arn("arn:aws:kms:eu-central-1:999999999999:key/other"));

    /// What takes nothing away from a copy that is held.
    private static final Set<String> BESIDE_THE_PROMISE =
            Set.of(
                    "TierMissing",
                    "EngineRetired",
                    "EngineEnding",
                    "EngineUnknown",
                    "EnginesUnread",
                    "RestoreDoubted");

    /// @param kind the gap that must come of it
    private record Trouble(String kind, Given given) {}

    private static SortedMap<String, Trouble> doubts() {
        var troubles = new TreeMap<String, Trouble>();
        troubles.put("VaultUnread", trouble("StateUnknown", good().unreadableVault()));
        troubles.put("NothingVaulted", trouble("NoCopy", pointOnly()));
        troubles.put(
                "StatusUnknown",
                trouble("StateUnknown", pointOnly().copy(Sample.inState("MELTING", COPY))));
        troubles.put("SnapshotGone", trouble("SnapshotMissing", behind(new Snapshot.Absent())));
        troubles.put(
                "SnapshotUnfinished",
                trouble("SnapshotMissing", behind(new Snapshot.Found("copying", "", "17.4"))));
        troubles.put("SnapshotUnread", trouble("StateUnknown", behind(new Snapshot.Unread("x"))));
        troubles.put(
                "TooOld", trouble("CopyLate", pointOnly().copy(Sample.copy(ORDERS, hoursAgo(27)))));
        troubles.put(
                "ExpiresSoon",
                trouble(
                        "LastCopyExpiring",
                        pointOnly().copy(Sample.expiring(NOW.plus(Duration.ofDays(1)), COPY))));
        troubles.put(
                "KeptTooShort",
                trouble(
                        "RetentionShort",
                        pointOnly().copy(Sample.expiring(NOW.plus(Duration.ofDays(9)), COPY))));
        troubles.put("TierMissing", trouble("TierMissing", good().policies(Sample.weekly())));
        troubles.put(
                "ForeignKey",
                trouble("KeyAtRisk", pointOnly().copy(Sample.underKey(OTHER_KEY, COPY))));
        troubles.put("EngineRetired", trouble("EngineRetired", behind(of("13.9"))));
        troubles.put(
                "EngineEnding",
                trouble("EngineRetired", good().engines(ending(Duration.ofDays(90)))));
        troubles.put("EngineUnknown", trouble("StateUnknown", behind(of(""))));
        troubles.put(
                "EnginesUnread",
                trouble("StateUnknown", good().engines(new EngineCatalog.Unread("x"))));
        troubles.put(
                "RestoreDoubted",
                trouble(
                        "RestoreBlocked",
                        good().recovery(
                                        new RecoveryView.Seen(
                                                Optional.empty(), 3, new Setup.Quota(0, 40)))));
        troubles.put("VaultDoubted", trouble("VaultPolicyChanged", good().accessPolicy("")));
        return troubles;
    }

    private static SortedMap<String, Trouble> vaultDoubts() {
        var min = Optional.of(7L);
        var max = Optional.of(365L);
        var none = Optional.<Long>empty();
        var at = Sample.lock().lockedAt();
        var troubles = new TreeMap<String, Trouble>();
        troubles.put("NotLocked", locked(new Lock(false, none, none, Optional.empty())));
        troubles.put("GovernanceOnly", locked(new Lock(true, min, max, Optional.empty())));
        troubles.put("InGrace", locked(new Lock(true, min, max, Optional.of(NOW.plusSeconds(1)))));
        troubles.put("BoundsDiffer", locked(new Lock(true, min, none, at)));
        troubles.put("AccessPolicyDiffers", trouble("VaultPolicyChanged", good().accessPolicy("")));
        troubles.put("KeyDiffers", trouble("KeyAtRisk", good().vaultKey(new VaultKey.AwsOwned())));
        troubles.put("KeyNotEnabled", trouble("KeyAtRisk", good().vaultKey(key("Disabled"))));
        troubles.put(
                "KeyPolicyDiffers",
                trouble(
                        "KeyAtRisk",
                        good().vaultKey(
                                        new VaultKey.Customer(
                                                VAULT_KEY,
                                                "Enabled",
                                                Optional.empty(),
                                                "AWS_KMS",
                                                "{}"))));
        troubles.put(
                "KeyMaterialElsewhere",
                trouble(
                        "KeyAtRisk",
                        good().vaultKey(
                                        new VaultKey.Customer(
                                                VAULT_KEY,
                                                "Enabled",
                                                Optional.empty(),
                                                "EXTERNAL",
                                                Sample.KEY_POLICY))));
        troubles.put(
                "KindDiffers", trouble("StateUnknown", good().kind(VaultView.Kind.AIR_GAPPED)));
        troubles.put(
                "KeyUnread",
                trouble("StateUnknown", good().vaultKey(new VaultKey.Unreadable("x"))));
        return troubles;
    }

    @Test
    void isSilentWhenEverythingHolds() {
        assertThat(good().gaps()).isEmpty();
        assertThat(good().verdict().standing()).isEqualTo(Standing.PROTECTED);
    }

    @Test
    void hasAGapForEveryDoubtAboutACopy() {
        assertThat(doubts().keySet()).isEqualTo(names(Doubt.class));
        doubts().forEach((doubt, trouble) -> {
            assertThat(trouble.given().verdict().doubts())
                    .as(doubt)
                    .anyMatch(one -> one.getClass().getSimpleName().equals(doubt));
            assertThat(kinds(trouble.given())).as(doubt).contains(trouble.kind());
            assertThat(trouble.given().verdict().standing() == Standing.PROTECTED)
                    .as(doubt)
                    .isEqualTo(BESIDE_THE_PROMISE.contains(doubt));
        });
    }

    @Test
    void hasOneGapForEveryDoubtAboutAVaultHoweverManyClustersLieInIt() {
        var held = names(VaultDoubt.class);
        held.remove("Absent"); // holds nothing, which is a gap of every cluster: AbsentVaultTest
        assertThat(vaultDoubts().keySet()).isEqualTo(held);
        vaultDoubts()
                .forEach((doubt, trouble) -> {
                    for (var name : List.of("stock", "users", "zoo")) {
                        var cluster = Sample.cluster(name);
                        trouble.given()
                                .and(cluster)
                                .point(Sample.point(cluster, hoursAgo(9)))
                                .copy(Sample.copy(cluster, hoursAgo(9)));
                    }
                    var gaps = trouble.given().gaps();
                    assertThat(gaps.stream().map(Gap::kind))
                            .as(doubt)
                            .containsExactly(trouble.kind());
                    assertThat(gaps.getFirst().subject()).isEqualTo(new Gap.Subject.OfVault(VAULT));
                    assertThat(trouble.given().verdicts())
                            .hasSize(4)
                            .noneMatch(verdict -> verdict.standing() == Standing.PROTECTED);
                });
    }

    @Test
    void hasOneGapForAllSnapshotsThatOneCauseHides() {
        var given = Given.nothing();
        for (var name : List.of("orders", "stock", "users")) {
            var cluster = Sample.cluster(name);
            var unread = new Snapshot.Unread("AccessDenied");
            given.and(cluster)
                    .key(Sample.key(KeyView.Admission.ADMITS))
                    .point(Sample.point(cluster, hoursAgo(9)))
                    .copy(Sample.behind(unread, Sample.copy(cluster, hoursAgo(9))));
        }
        assertThat(given.gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfVault(VAULT),
                                "the snapshots behind the copies",
                                "AccessDenied"));
    }

    @Test
    void hasAGapForEverythingThatCouldNotBeRead() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var region = Sample.REGION;
        var unreadKey = new KeyView.Unreadable(Sample.KEY, "AccessDenied");
        var listed = new Manifest.NotListed("sweep", NOW, "AccessDenied");
        for (var given :
                List.of(
                        good().account(new AccountView.Unreadable(other, "x")),
                        good().listedOnly(other))) {
            assertThat(kinds(given)).containsExactly("AccountUnreadable");
        }
        for (var given :
                List.of(
                        good().manifest(listed),
                        good().unreadableVault(),
                        good().engines(new EngineCatalog.Unread("x")),
                        good().holds(new LegalHolds.Unread("x")),
                        good().recovery(new RecoveryView.Unreadable("x")),
                        good().vaults(),
                        good().kind(VaultView.Kind.UNKNOWN),
                        good().kind(VaultView.Kind.AIR_GAPPED),
                        Given.nothing().region(new RegionView.Unreadable(region, "x")),
                        Given.nothing().region(new RegionView.Closed(region, "SCP")),
                        Given.nothing().region(new RegionView.Elsewhere(region, List.of())),
                        Given.nothing()
                                .account(
                                        new AccountView.Seen(
                                                Sample.account(),
                                                NOW,
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                Optional.of(SampleViews.recovery()))),
                        Given.nothing()
                                .copy(Sample.copy(Sample.cluster("orders"), hoursAgo(9)))
                                .region(new RegionView.NotEnabled(region)),
                        good().vaultKey(new VaultKey.Unreadable("x")),
                        behind(new Snapshot.Unread("x")),
                        young().key(unreadKey))) {
            assertThat(kinds(given)).containsExactly("StateUnknown");
        }
    }

    /// What is in a closed account comes back with it, as long as the organization lists it.
    @ParameterizedTest
    @ValueSource(strings = {"PENDING_ACTIVATION", "SUSPENDED", "PENDING_CLOSURE", "CLOSED"})
    void hasAGapForEveryAccountThatIsNotActive(String state) {
        var account = Sample.account(Sample.OTHER_ACCOUNT, state);
        assertThat(good().account(new AccountView.Inactive(account)).gaps())
                .containsExactly(
                        new Gap.AccountUnreadable(
                                new Gap.Subject.OfAccount(account),
                                "the organization says: " + state));
        assertThat(kinds(good().listedOnly(account))).containsExactly("AccountUnreadable");
    }

    @Test
    void isSilentAboutWhatIsKnownToBeEmpty() {
        var far = new Region("us-east-1");
        assertThat(good().region(new RegionView.Closed(far, "SCP")).gaps()).isEmpty();
        assertThat(good().region(new RegionView.NotEnabled(far)).gaps()).isEmpty();
        var source = Sample.REGION;
        assertThat(Given.nothing().region(new RegionView.NotEnabled(source)).gaps()).isEmpty();
        assertThat(good().region(new RegionView.Elsewhere(far, List.of())).gaps()).isEmpty();
        assertThat(Given.nothing().gaps()).isEmpty();
    }

    @Test
    void isSilentAboutAKeyThatACopyHasProved() {
        var unread = new KeyView.Unreadable(Sample.KEY, "AccessDenied");
        assertThat(good().key(unread).gaps()).isEmpty();
    }

    private static Snapshot of(String engineVersion) {
        return new Snapshot.Found("available", ORDERS.id().resourceId(), engineVersion);
    }

    private static EngineCatalog ending(Duration left) {
        return SampleViews.engines(NOW.plus(left));
    }

    private static Given good() {
        return Given.protectedCluster(ORDERS);
    }

    private static Given pointOnly() {
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
    }

    private static Given young() {
        return Given.cluster(Sample.born(hoursAgo(3), ORDERS));
    }

    private static Given behind(Snapshot snapshot) {
        return pointOnly().copy(Sample.behind(snapshot, COPY));
    }

    private static Trouble locked(Lock lock) {
        return trouble("VaultNotLocked", good().lock(lock));
    }

    private static VaultKey key(String state) {
        return new VaultKey.Customer(
                VAULT_KEY, state, Optional.empty(), "AWS_KMS", Sample.KEY_POLICY);
    }

    private static Trouble trouble(String kind, Given given) {
        return new Trouble(kind, given);
    }

    private static List<String> kinds(Given given) {
        return given.gaps().stream().map(Gap::kind).toList();
    }

    private static Set<String> names(Class<?> sealed) {
        var names = new TreeSet<String>();
        Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .forEach(names::add);
        return names;
    }
}
