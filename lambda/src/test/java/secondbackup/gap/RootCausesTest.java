package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.VolumeSize;
import secondbackup.verify.Drift;
import secondbackup.verify.Drift.Difference;
import secondbackup.verify.Drift.Thing;
import secondbackup.verify.Keeping;
import secondbackup.verify.RestoreDoubt;

/// One cause is one value, with all that it hits.
class RootCausesTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Cluster BASKET = Sample.cluster("basket");

    private static List<RootCause> causes(Given given) {
        return RootCauses.of(given.gaps(), given.everyGuarded());
    }

    private static List<String> kinds(RootCause cause) {
        return cause.gaps().stream().map(Gap::kind).toList();
    }

    private static List<ClusterId> clusters(RootCause cause) {
        return cause.gaps().stream()
                .map(Gap::subject)
                .filter(Subject.OfCluster.class::isInstance)
                .map(subject -> ((Subject.OfCluster) subject).cluster())
                .distinct()
                .toList();
    }

    private static Given two() {
        return Given.cluster(ORDERS).and(BASKET);
    }

    @Test
    void anOptInThatIsOffExplainsWhatIsMissingInItsRegion() {
        assertThat(causes(two().optedOut()))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.key()).isEqualTo("OptedOut|Region eu-west-1");
                    assertThat(clusters(cause)).containsExactly(BASKET.id(), ORDERS.id());
                    assertThat(kinds(cause))
                            .containsExactly(
                                    "OptedOut",
                                    "NoRecoveryPoint",
                                    "NoCopy",
                                    "NoRecoveryPoint",
                                    "NoCopy");
                });
    }

    @Test
    void aKeyThatIsDisabledIsOneCauseForAllItsClusters() {
        var disabled =
                new KeyView.Read(Sample.KEY, "CUSTOMER", "Disabled", KeyView.Admission.ADMITS);
        var given =
                Given.nothing()
                        .and(ORDERS)
                        .backup("FAILED", "KMS_KEY_ERROR", "KMS key is either disabled")
                        .and(BASKET)
                        .point(Sample.point(BASKET, hoursAgo(9)))
                        .key(disabled);

        assertThat(causes(given))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.cause()).isEqualTo(new Cause.OfKey(Sample.KEY));
                    assertThat(cause.kind()).isEqualTo("KeyNotShareable");
                    assertThat(clusters(cause)).containsExactly(BASKET.id(), ORDERS.id());
                    assertThat(kinds(cause)).contains("BackupFailing", "NoCopy");
                });
    }

    @Test
    void aRoleThatIsMissingIsOneCause() {
        assertThat(causes(Given.protectedCluster(ORDERS).missingRole("copy")))
                .extracting(RootCause::cause)
                .containsExactly(new Cause.OfRole("copy"));
    }

    @Test
    void aCopyThatIsRefusedForAMissingRoleFollowsFromThat() {
        var refused = "not authorized to perform: sts:AssumeRole on arn:aws:iam::1:role/";
        var missing = Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
        missing.missingRole("copy").refused("AccessDenied", refused + "copy");

        assertThat(causes(missing))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.kind()).isEqualTo("NotEnrolled");
                    assertThat(kinds(cause)).contains("CopyFailing", "NoCopy");
                });
    }

    @ParameterizedTest
    @CsvSource({"copy-of-theirs", "survey"})
    void aCopyThatIsRefusedForAnotherRoleHasACauseOfItsOwn(String role) {
        var refused = "not authorized to perform: sts:AssumeRole on arn:aws:iam::1:role/" + role;
        var given = Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
        given.missingRole("copy").refused("AccessDenied", refused);

        assertThat(causes(given))
                .extracting(RootCause::kind)
                .containsExactlyInAnyOrder("NotEnrolled", "CopyFailing");
    }

    /// What is to be done about it does not wait for the cause's end.
    @Test
    void theLastCopysEndFollowsFromNothing() {
        var given =
                Given.cluster(ORDERS)
                        .missingRole("copy")
                        .copy(
                                Sample.expiring(
                                        NOW.plus(Duration.ofDays(2)),
                                        Sample.copy(ORDERS, hoursAgo(800))));

        assertThat(causes(given))
                .filteredOn(cause -> cause.kind().equals("LastCopyExpiring"))
                .singleElement()
                .satisfies(cause -> assertThat(kinds(cause)).containsExactly("LastCopyExpiring"));
    }

    @Test
    void aPlanThatIsMissingInARegionIsOneCause() {
        assertThat(causes(two().selections()))
                .extracting(RootCause::key)
                .containsExactly("NotEnrolled|Region eu-west-1");
    }

    @Test
    void slotsThatWillNotDoAreOneCause() {
        assertThat(causes(Given.protectedClusters(16)))
                .extracting(RootCause::cause)
                .containsExactly(new Cause.OfQuota(Sample.VAULT));
    }

    @Test
    void accountsThatAreRefusedInTheSameWordsHaveOneCause() {
        var given = Given.protectedCluster(ORDERS);
        for (var number : List.of("222222222222", "333333333333")) {
            var account = Sample.account(new AccountId(number), "ACTIVE");
            given.account(
                    new AccountView.Unreadable(
                            account,
                            "AccessDenied: arn:aws:iam::" + number + ":role/survey is not there"));
        }

        assertThat(causes(given))
                .singleElement()
                .satisfies(cause -> assertThat(cause.gaps()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied: x, AccessDenied: y, 2",
        "AccessDenied: 12, AccessDenied: 13, 1",
        "Timeout, Throttled, 2"
    })
    void otherWordsAreAnotherCause(String one, String other, int causes) {
        var given =
                Given.protectedCluster(ORDERS)
                        .account(
                                new AccountView.Unreadable(
                                        Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE"), one))
                        .account(
                                new AccountView.Unreadable(
                                        Sample.account(Sample.VAULT_ACCOUNT, "ACTIVE"), other));

        assertThat(causes(given)).hasSize(causes);
    }

    @Test
    void aBackupThatAStuckCopyHeldUpFollowsFromIt() {
        var point = Sample.point(ORDERS, hoursAgo(20));
        var given =
                Given.cluster(ORDERS)
                        .point(point)
                        .backup("EXPIRED", "JOB_EXPIRED", "Backup job expired before completion.")
                        .job(
                                Sample.job(
                                        point,
                                        Sample.VAULT,
                                        "RUNNING",
                                        NOW.minus(Duration.ofHours(13))));

        assertThat(causes(given))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.kind()).isEqualTo("CopyStuck");
                    assertThat(kinds(cause)).contains("BackupFailing", "NoCopy");
                });
    }

    /// Nothing on the way is known to be wrong.
    @Test
    void whatNothingExplainsIsItsOwnCause() {
        var given = two().point(Sample.point(ORDERS, hoursAgo(9)));
        given.point(Sample.point(BASKET, hoursAgo(9)));

        assertThat(causes(given)).extracting(RootCause::key).containsExactly("NoCopy|");
    }

    /// In two accounts each, so that names and numbers of an account never tell them apart.
    @Test
    void whatIsDoneAboutDifferentlyHasCausesOfItsOwn() {
        var plan = new Difference("rule daily: schedule", "cron(0 1)", "cron(0 2)");
        var missing = new Difference("all of it", "there", "missing");
        var failed = new Difference("stack", "CURRENT", "OUTDATED, FAILED: role 'x1' exists");
        var same = new Difference("stack", "CURRENT", "OUTDATED, FAILED: role 'y22' exists");
        var late = new Difference("stack", "CURRENT", "OUTDATED, CANCELLED");
        var other = new Difference("trust", "a", "b");
        var gaps =
                List.of(
                        drifted(Sample.ACCOUNT, Thing.BACKUP_PLAN, "daily", plan),
                        drifted(Sample.OTHER_ACCOUNT, Thing.BACKUP_PLAN, "daily", other),
                        drifted(Sample.OTHER_ACCOUNT, Thing.BACKUP_PLAN, "other", plan),
                        drifted(Sample.ACCOUNT, Thing.BACKUP_PLAN, "daily", missing),
                        drifted(Sample.ACCOUNT, Thing.ROLE, "daily", other),
                        drifted(Sample.ACCOUNT, Thing.STACK_INSTANCE, "set", failed),
                        drifted(Sample.OTHER_ACCOUNT, Thing.STACK_INSTANCE, "set", same),
                        drifted(Sample.OTHER_ACCOUNT, Thing.STACK_INSTANCE, "set", late),
                        drifted(Sample.ACCOUNT, Thing.STACK_INSTANCE, "set", missing),
                        blocked(Sample.ACCOUNT, new RestoreDoubt.NoRoom(Sample.VAULT, 40, 40)),
                        blocked(Sample.OTHER_ACCOUNT, new RestoreDoubt.NoRoom(Sample.VAULT, 9, 9)),
                        blocked(Sample.ACCOUNT, new RestoreDoubt.TooFewZones(Sample.VAULT, 1)),
                        exposed(new Exposure.RootAccessKey()),
                        exposed(new Exposure.RootWithoutMfa()),
                        exposed(stranger("user/eve")),
                        exposed(stranger("user/recovery/mallory")),
                        exposed(stranger("role/eve")),
                        exposed(stranger("role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_a")),
                        retired(ORDERS, "16.3", Optional.empty()),
                        retired(BASKET, "16.3", Optional.empty()),
                        retired(BASKET, "16.3", Optional.of(NOW)),
                        retired(ORDERS, "13.9", Optional.of(NOW)));

        assertThat(
                        RootCauses.of(gaps, List.of()).stream()
                                .map(cause -> cause.key() + ": " + cause.gaps().size()))
                .containsExactly(
                        "DeploymentDrifted|BACKUP_PLAN daily: 2",
                        "DeploymentDrifted|BACKUP_PLAN other: 1",
                        "DeploymentDrifted|BACKUP_PLAN daily missing: 1",
                        "DeploymentDrifted|ROLE daily: 1",
                        "DeploymentDrifted|AWS says set: OUTDATED, FAILED: role '' exists: 2",
                        "DeploymentDrifted|AWS says set: OUTDATED, CANCELLED: 1",
                        "DeploymentDrifted|STACK_INSTANCE set missing: 1",
                        "RestoreBlocked|NoRoom: 2",
                        "RestoreBlocked|TooFewZones: 1",
                        "VaultAccountExposed|RootAccessKey: 1",
                        "VaultAccountExposed|RootWithoutMfa: 1",
                        "VaultAccountExposed|Stranger USER: 2",
                        "VaultAccountExposed|Stranger ROLE: 1",
                        "VaultAccountExposed|Stranger ROLE_OF_IDENTITY_CENTER: 1",
                        "EngineRetired|aurora-postgresql 16.3: 2",
                        "EngineRetired|aurora-postgresql 16.3 ends: 1",
                        "EngineRetired|aurora-postgresql 13.9 ends: 1");
    }

    @Test
    void whatAKindSaysInTwoWaysHasACauseForEach() {
        var subject = new Subject.OfCluster(Sample.account(), ORDERS.id());
        var basket = new Subject.OfCluster(Sample.account(), BASKET.id());
        var small = new VolumeSize(LocalDate.of(2026, 11, 19), 1);
        var large = new VolumeSize(LocalDate.of(2026, 11, 20), 2);
        var copy = Sample.copy(ORDERS, hoursAgo(9));
        var gaps =
                List.<Gap>of(
                        new Gap.SizeJumped(subject, small, large, copy),
                        new Gap.SizeJumped(subject, large, small, copy),
                        new Gap.SnapshotMissing(subject, copy.arn(), Optional.empty()),
                        new Gap.SnapshotMissing(subject, copy.arn(), Optional.of("creating")),
                        new Gap.LastCopyExpiring(subject, copy, NOW, Keeping.LIFTED),
                        new Gap.LastCopyExpiring(subject, copy, NOW, Keeping.ORDERED),
                        new Gap.KeyNotShareable(basket, Optional.empty(), "it must"),
                        new Gap.KeyNotShareable(basket, Optional.empty(), "it may not"),
                        new Gap.CopyLate(subject, hoursAgo(40), Duration.ofHours(4), true),
                        new Gap.NoCopy(subject, hoursAgo(50)));

        assertThat(RootCauses.of(gaps, Given.cluster(ORDERS).everyGuarded()))
                .extracting(RootCause::key)
                .containsExactly(
                        "SizeJumped|grew",
                        "SizeJumped|shrank",
                        "SnapshotMissing|gone",
                        "SnapshotMissing|incomplete",
                        "LastCopyExpiring|LIFTED",
                        "LastCopyExpiring|ORDERED",
                        "KeyNotShareable|AWS says it must",
                        "KeyNotShareable|AWS says it may not",
                        "CopyLate|quota " + Sample.VAULT,
                        "NoCopy|");
    }

    private static Gap drifted(AccountId account, Thing thing, String name, Difference difference) {
        return new Gap.DeploymentDrifted(
                new Subject.OfAccount(Sample.account(account, "ACTIVE")),
                new Drift(
                        thing,
                        name,
                        Optional.of("id of " + account),
                        List.of(difference),
                        Optional.empty()));
    }

    private static Gap blocked(AccountId account, RestoreDoubt doubt) {
        return new Gap.RestoreBlocked(
                new Subject.OfAccount(Sample.account(account, "ACTIVE")), doubt);
    }

    private static Gap exposed(Exposure exposure) {
        return new Gap.VaultAccountExposed(
                new Subject.OfAccount(Sample.account(Sample.VAULT_ACCOUNT, "ACTIVE")), exposure);
    }

    private static Exposure stranger(String resource) {
        return new Exposure.Stranger(
                new Arn("arn:aws:iam::" + Sample.VAULT_ACCOUNT + ":" + resource), List.of());
    }

    private static Gap retired(Cluster cluster, String version, Optional<Instant> endsAt) {
        return new Gap.EngineRetired(
                new Subject.OfCluster(Sample.account(), cluster.id()),
                Sample.copy(cluster, NOW).arn(),
                "aurora-postgresql",
                version,
                endsAt,
                Optional.empty());
    }

    @Test
    void everyGapHasOneCause() {
        for (var seed = 0L; seed < 100; seed++) {
            var given = GapKindsTest.random(new Random(seed));
            var causes = causes(given);

            assertThat(causes.stream().flatMap(cause -> cause.gaps().stream()).toList())
                    .containsExactlyInAnyOrderElementsOf(given.gaps());
            assertThat(causes.stream().map(RootCause::key).toList()).doesNotHaveDuplicates();
            assertThat(causes).isEqualTo(causes(given));
        }
    }
}
