package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import secondbackup.Deployed;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleEstates;
import secondbackup.SampleViews;
import secondbackup.copy.FailureCause;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.Setup;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultView.Lock;
import secondbackup.inventory.VaultView.VaultKey;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.policy.Exclusion;
import secondbackup.policy.PromiseRule;
import secondbackup.verify.Verdict;
import secondbackup.verify.Verdict.Standing;

/// Every kind of gap speaks when it must, and not a moment sooner.
class GapKindsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Region FAR = new Region("us-east-1");
    private static final Duration MILLI = Duration.ofMillis(1);

    /// @param loud what makes it speak
    /// @param silent what only just does not
    private record Case(Given loud, Given silent) {}

    private static SortedMap<String, Case> cases() {
        var cases = new TreeMap<String, Case>();
        var test = Sample.born(daysAgo(1), Sample.cluster("awsbackup-restore-test-1"));
        var unbound = Sample.policies(Sample.estate(), List.of());
        cases.put("Unbound", new Case(good().policies(unbound), good()));
        cases.put("NotEnrolled", new Case(good().selections(), good()));
        var weekly = Deployed.policies(Sample.weekly().rules().toArray(PromiseRule[]::new));
        cases.put(
                "DeploymentDrifted",
                new Case(Deployed.account().policies(weekly), Deployed.account(weekly)));
        cases.put(
                "AccountUnreadable",
                new Case(closed(good()), closed(excluded(Sample.OTHER_ACCOUNT, 20))));
        cases.put(
                "ExclusionEnded",
                new Case(excluded(Sample.ACCOUNT, 19), excluded(Sample.ACCOUNT, 20)));
        var two = new Cluster[] {Sample.cluster("a"), Sample.cluster("b")};
        cases.put("CoverageDropped", new Case(good().lastSeen(two), good().lastSeen(two[0])));
        cases.put(
                "SweepStale",
                new Case(begun(Duration.ofHours(12).plus(MILLI)), begun(Duration.ofHours(12))));
        cases.put("Unencrypted", new Case(unencrypted(), due()));
        cases.put(
                "RegionUncovered",
                new Case(
                        good().region(new RegionView.Elsewhere(FAR, List.of(ORDERS))),
                        good().region(new RegionView.Elsewhere(FAR, List.of(test)))));
        cases.put("OptedOut", new Case(good().optedOut(), Given.nothing().and(test).optedOut()));
        cases.put(
                "BackupFailing",
                new Case(
                        good().backup("EXPIRED", "JOB_EXPIRED", ""),
                        good().backup("COMPLETED", "", "")));
        cases.put(
                "NoRecoveryPoint",
                new Case(aged(Sample.AGE_MAX.plus(MILLI)), aged(Sample.AGE_MAX)));
        cases.put(
                "NoCopy",
                new Case(
                        Given.cluster(Sample.born(NOW.minus(Sample.AGE_MAX).minus(MILLI), ORDERS)),
                        Given.cluster(Sample.born(NOW.minus(Sample.AGE_MAX).plus(MILLI), ORDERS))));
        cases.put("CopyLate", new Case(aged(Sample.AGE_MAX.plus(MILLI)), aged(Sample.AGE_MAX)));
        cases.put(
                "CopyStuck",
                new Case(running(Duration.ofHours(12).plus(MILLI)), running(Duration.ofHours(12))));
        cases.put(
                "CopyFailing",
                new Case(
                        due().job(job("FAILED", 8)),
                        due().job(job("FAILED", 8)).job(job("COMPLETED", 7))));
        cases.put(
                "CapacityShortfall",
                new Case(Given.protectedClusters(16), Given.protectedClusters(15)));
        cases.put("KeyNotShareable", new Case(unencrypted().airGapped(), unencrypted()));
        cases.put("RetentionShort", new Case(kept(Duration.ofSeconds(-61)), kept(Duration.ZERO)));
        var week = Duration.ofDays(7).plus(Sample.AGE_MAX);
        cases.put("TierMissing", new Case(weekly(week.plus(MILLI)), weekly(week)));
        cases.put(
                "LastCopyExpiring",
                new Case(expiring(Duration.ofDays(3)), expiring(Duration.ofDays(3).plus(MILLI))));
        cases.put(
                "SnapshotMissing",
                new Case(behind(new Snapshot.Absent()), behind(new Snapshot.Unread("x"))));
        cases.put(
                "EngineRetired",
                new Case(
                        good().engines(ending(Duration.ofDays(90))),
                        good().engines(ending(Duration.ofDays(90).plus(MILLI)))));
        cases.put("SizeJumped", new Case(shrunk(67), shrunk(68)));
        cases.put("RestoreBlocked", new Case(room(40, 40), room(39, 40)));
        var at = Sample.lock();
        cases.put(
                "VaultNotLocked",
                new Case(good().lock(grace(at, MILLI)), good().lock(grace(at, Duration.ZERO))));
        cases.put(
                "VaultPolicyChanged",
                new Case(
                        good().accessPolicy(Sample.ACCESS_POLICY.replace("Allow", "Deny")),
                        good().accessPolicy(Sample.ACCESS_POLICY.replace("Copy", "cOPY"))));
        cases.put(
                "VaultAccountExposed",
                new Case(
                        good().vaultAccounts(VaultAccountGapsTest.alice("AKIAEXAMPLE")),
                        good().vaultAccounts(VaultAccountGapsTest.alice())));
        cases.put("KeyAtRisk", new Case(good().vaultKey(new VaultKey.AwsOwned()), airGapped()));
        cases.put(
                "StateUnknown",
                new Case(good().job(job("ABORTING", 8)), good().job(job("COMPLETED", 8))));
        return cases;
    }

    private static Given begun(Duration age) {
        var at = NOW.minus(age);
        var manifest =
                new Manifest.Listed(
                        at.toString(),
                        at,
                        List.of(Sample.account()),
                        List.of(Sample.REGION),
                        List.of());
        return good().manifest(manifest);
    }

    /// A day of this November; now is its 20th.
    private static Given excluded(AccountId account, int lastDay) {
        var until = LocalDate.of(2026, 11, lastDay);
        return good().policies(
                        SampleEstates.excluding(
                                new Exclusion(account, "research", "synthetic", until)));
    }

    /// The newest copy that is kept for 90 days is so old.
    private static Given weekly(Duration age) {
        var at = NOW.minus(age);
        var copy = Sample.expiring(at.plus(Duration.ofDays(90)), Sample.copy(ORDERS, at));
        return good().policies(Sample.weekly()).copy(copy);
    }

    @Test
    void speaksOnceForEachKindAndNotForItsNearMiss() {
        var kinds = new TreeSet<String>();
        Arrays.stream(Gap.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .forEach(kinds::add);
        assertThat(cases().keySet()).isEqualTo(kinds).hasSize(30);
        cases().forEach((kind, one) -> {
            assertThat(kinds(one.loud())).as(kind + " speaks").containsOnlyOnce(kind);
            assertThat(kinds(one.silent())).as(kind + " is silent").doesNotContain(kind);
        });
    }

    @Test
    void saysAtOnceThatABackupFailedAndWhatAwsSays() {
        assertThat(good().backup("FAILED", "ACCESS_DENIED", "no").gaps())
                .singleElement()
                .isInstanceOfSatisfying(
                        Gap.BackupFailing.class,
                        gap -> {
                            assertThat(gap.failure()).isEqualTo(FailureCause.POLICY);
                            assertThat(gap.job().message()).isEqualTo("no");
                        });
        for (var state : List.of("ABORTED", "PARTIAL", "EXPIRED", "MELTED")) {
            assertThat(kinds(good().backup(state, "", ""))).as(state).contains("BackupFailing");
        }
        assertThat(good().backup("RUNNING", "", "").gaps()).isEmpty();
    }

    @Test
    void doesNotBlameAClusterForABackupOfItsPredecessor() {
        var young = Given.protectedCluster(Sample.born(hoursAgo(2), ORDERS));

        assertThat(kinds(young.backup("FAILED", "", ""))).doesNotContain("BackupFailing");
    }

    @Test
    void namesTheRolesThatAreMissing() {
        assertThat(good().missingRole("copy").gaps())
                .containsExactly(
                        new Gap.NotEnrolled(
                                new Gap.Subject.OfCluster(Sample.account(), ORDERS.id()),
                                true,
                                List.of("copy")));
    }

    @Test
    void countsTheFailuresSinceTheLastCompletedCopy() {
        var given =
                due().job(job("FAILED", 8))
                        .job(job("COMPLETED", 7))
                        .job(job("FAILED", 6))
                        .job(job("FAILED", 5));
        assertThat(given.gaps())
                .filteredOn(Gap.CopyFailing.class::isInstance)
                .map(Gap.CopyFailing.class::cast)
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.lastTry())
                                .isInstanceOfSatisfying(
                                        Gap.CopyFailing.LastTry.Job.class,
                                        job -> {
                                            assertThat(job.failures()).isEqualTo(2);
                                            assertThat(job.since()).isEqualTo(hoursAgo(6));
                                        }));
    }

    @Test
    void saysWhatAwsAnsweredToAnOrderThatNeverBecameAJob() {
        assertThat(due().job(job("FAILED", 8)).refused("AccessDeniedException", "no").gaps())
                .filteredOn(Gap.CopyFailing.class::isInstance)
                .containsExactly(
                        new Gap.CopyFailing(
                                new Gap.Subject.OfCluster(Sample.account(), ORDERS.id()),
                                FailureCause.POLICY,
                                "AccessDeniedException",
                                "no",
                                new Gap.CopyFailing.LastTry.Order(hoursAgo(1))));
    }

    @Test
    void saysAtOnceThatTheKeyOfAProtectedClusterIsDisabled() {
        var disabled =
                new KeyView.Read(Sample.KEY, "CUSTOMER", "Disabled", KeyView.Admission.ADMITS);

        assertThat(kinds(good().key(disabled))).containsExactly("KeyNotShareable");
        assertThat(kinds(due().key(disabled))).containsOnlyOnce("KeyNotShareable");
    }

    @Test
    void blamesTheSlotsOnlyWhereAwsRefusesNothing() {
        var late = due().copy(Sample.copy(ORDERS, hoursAgo(40)));

        assertThat(waitsForSlot(late)).containsExactly(true);
        assertThat(waitsForSlot(late.refused("AccessDenied", "no"))).containsExactly(false);
    }

    private static List<Boolean> waitsForSlot(Given given) {
        return given.gaps().stream()
                .filter(Gap.CopyLate.class::isInstance)
                .map(gap -> ((Gap.CopyLate) gap).waitingForSlot())
                .toList();
    }

    @Test
    void isSilentAboutARefusalOnceTheCopyIsThereOrOnItsWay() {
        var running = running(Duration.ofHours(1));

        assertThat(good().refused("AccessDeniedException", "no").gaps()).isEmpty();
        assertThat(kinds(running.refused("AccessDeniedException", "no")))
                .doesNotContain("CopyFailing");
    }

    @Test
    void isSilentAboutAFailureOnceTheCopyIsThere() {
        assertThat(good().job(job("FAILED", 8)).gaps()).isEmpty();
    }

    @Test
    void findsTheSameGapsInTheSameOrder() {
        for (var seed = 0L; seed < 50; seed++) {
            assertThat(random(new Random(seed)).gaps()).isEqualTo(random(new Random(seed)).gaps());
        }
    }

    /// The promise of the whole: not seen is never fine, and broken is never silent.
    @Test
    void hasAGapAboutEveryClusterThatIsNeitherProtectedNorYoung() {
        var standings = new TreeSet<Standing>();
        for (var seed = 0L; seed < 300; seed++) {
            var given = random(new Random(seed));
            var gaps = given.gaps();
            for (var verdict : given.verdicts()) {
                standings.add(verdict.standing());
                assertThat(fine(verdict) || gaps.stream().anyMatch(gap -> concerns(gap, verdict)))
                        .as("seed %s: %s, %s", seed, verdict.standing(), verdict.doubts())
                        .isTrue();
            }
            assertThat(gaps).as("seed %s", seed).doesNotHaveDuplicates();
        }
        assertThat(standings).containsExactly(Standing.values());
    }

    private static boolean fine(Verdict verdict) {
        return verdict.standing() == Standing.PROTECTED || verdict.standing() == Standing.YOUNG;
    }

    private static boolean concerns(Gap gap, Verdict verdict) {
        return switch (gap.subject()) {
            case Gap.Subject.OfCluster(_, var cluster) ->
                    cluster.equals(verdict.guarded().cluster().id());
            case Gap.Subject.OfVault(var vault) -> vault.equals(VAULT);
            case Gap.Subject.OfAccount(var account) -> account.equals(verdict.guarded().account());
            case Gap.Subject.OfRegion(var account, _) ->
                    account.equals(verdict.guarded().account());
            case Gap.Subject.OfOrganization() -> false;
        };
    }

    static Given random(Random random) {
        var given = Given.nothing().key(Sample.key(KeyView.Admission.ADMITS));
        for (var i = 0; i <= random.nextInt(4); i++) {
            var cluster = Sample.born(hoursAgo(random.nextInt(200)), Sample.cluster("c" + i));
            given.and(cluster);
            for (var k = 0; k < random.nextInt(4); k++) {
                given.point(Sample.point(cluster, hoursAgo(random.nextInt(60))));
            }
            for (var k = 0; k < random.nextInt(4); k++) {
                var copy = Sample.copy(cluster, hoursAgo(random.nextInt(60)));
                var states = List.of("COMPLETED", "AVAILABLE", "COMPLETED", "CREATING", "MELTING");
                var snapshots =
                        List.of(
                                copy.snapshot(),
                                copy.snapshot(),
                                new Snapshot.Absent(),
                                new Snapshot.Unread("x"),
                                new Snapshot.Found("copying", cluster.id().resourceId(), "17.4"));
                given.copy(
                        Sample.behind(
                                snapshots.get(random.nextInt(5)),
                                Sample.inState(states.get(random.nextInt(5)), copy)));
            }
        }
        return switch (random.nextInt(8)) {
            case 0 -> given.unreadableVault();
            case 1 -> given.vaults();
            case 2 -> given.vaultKey(new VaultKey.Unreadable("x"));
            case 3 -> given.accessPolicy("");
            case 4 ->
                    given.lock(
                            new Lock(false, Optional.empty(), Optional.empty(), Optional.empty()));
            default -> given;
        };
    }

    private static EngineCatalog ending(Duration left) {
        return SampleViews.engines(NOW.plus(left));
    }

    /// From a hundred to so many GiB, after a week of the same size.
    private static Given shrunk(long gibibytes) {
        var cluster = SampleViews.sized(ORDERS, 100, 100, 100, 100, 100, 100, gibibytes);
        var given = Given.cluster(cluster).point(Sample.point(cluster, hoursAgo(9)));
        for (var days = 0; days < 7; days++) {
            given.copy(Sample.copy(cluster, hoursAgo(9 + 24L * days)));
        }
        return given;
    }

    private static Given room(long used, long max) {
        var quota = new Setup.Quota(used, max);
        return good().recovery(new RecoveryView.Seen(Optional.of("Enabled"), 2, quota));
    }

    private static Given good() {
        return Given.protectedCluster(ORDERS);
    }

    private static Given due() {
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
    }

    private static Given aged(Duration age) {
        var at = NOW.minus(age);
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, at)).copy(Sample.copy(ORDERS, at));
    }

    private static Given running(Duration age) {
        var point = Sample.point(ORDERS, hoursAgo(20));
        return due().job(Sample.job(point, VAULT, "RUNNING", NOW.minus(age)));
    }

    private static CopyJob job(String state, long hours) {
        return Sample.job(Sample.point(ORDERS, hoursAgo(9)), VAULT, state, hoursAgo(hours));
    }

    private static Given unencrypted() {
        var cluster = Sample.encrypted(new Encryption.None(), ORDERS);
        return Given.cluster(cluster).point(Sample.point(cluster, hoursAgo(9)));
    }

    private static Given kept(Duration more) {
        var end = hoursAgo(9).plus(Duration.ofDays(35)).plus(more);
        return due().copy(Sample.expiring(end, Sample.copy(ORDERS, hoursAgo(9))));
    }

    private static Given expiring(Duration left) {
        return due().copy(Sample.expiring(NOW.plus(left), Sample.copy(ORDERS, hoursAgo(9))));
    }

    private static Given behind(Snapshot snapshot) {
        return due().copy(Sample.behind(snapshot, Sample.copy(ORDERS, hoursAgo(9))));
    }

    private static Given airGapped() {
        var copy = Sample.behind(new Snapshot.Hidden(), Sample.copy(ORDERS, hoursAgo(9)));
        return due().copy(Sample.underKey(Optional.empty(), copy)).airGapped();
    }

    private static Lock grace(Lock lock, Duration left) {
        return new VaultView.Lock(
                true,
                lock.retentionMinDays(),
                lock.retentionMaxDays(),
                Optional.of(NOW.plus(left)));
    }

    private static Given closed(Given given) {
        var account = Sample.account(Sample.OTHER_ACCOUNT, "CLOSED");
        return given.account(new AccountView.Inactive(account));
    }

    private static List<String> kinds(Given given) {
        return given.gaps().stream().map(Gap::kind).toList();
    }
}
