package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.policy.Policies;

class NextStepsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final RecoveryPoint POINT = Sample.point(ORDERS, hoursAgo(9));
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void ordersTheNewestPoint() {
        var step =
                Given.cluster(ORDERS)
                        .point(Sample.point(ORDERS, hoursAgo(33)))
                        .point(POINT)
                        .copy(Sample.copy(ORDERS, hoursAgo(33)))
                        .step();
        var token = ((NextStep.Due) step).order().token();
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(step)
                .isEqualTo(
                        new NextStep.Due(
                                new CopyOrder(
                                        ORDERS.id(),
                                        POINT.arn(),
                                        "source",
                                        VAULT,
                                        new Arn("arn:aws:iam::111111111111:role/AWSBackupSecond"),
                                        35,
                                        hoursAgo(33).plus(Sample.AGE_MAX),
                                        token),
                                true));
    }

    @Test
    void countsTheDeadlineOfANeverCopiedClusterFromItsBirth() {
        var young = Sample.born(hoursAgo(10), ORDERS);
        var step = (NextStep.Due) Given.cluster(young).point(POINT).step();
        assertThat(step.order().due()).isEqualTo(hoursAgo(10).plus(Sample.AGE_MAX));
    }

    @Test
    void ordersNothingWhenTheVaultHasTheNewestPoint() {
        var copy = Sample.copy(ORDERS, hoursAgo(9));
        assertThat(Given.cluster(ORDERS).point(POINT).copy(copy).step())
                .isEqualTo(new NextStep.UpToDate(copy));
    }

    @Test
    void takesACopyForTheSameDataWhenTheClocksDifferByAMinuteAtMost() {
        var minute = Duration.ofMinutes(1);
        assertThat(withCopyAt(hoursAgo(9).minus(minute))).isInstanceOf(NextStep.UpToDate.class);
        assertThat(withCopyAt(hoursAgo(9).minus(minute).minus(MILLI)))
                .isInstanceOf(NextStep.Due.class);
        assertThat(withCopyAt(hoursAgo(9).plus(minute))).isInstanceOf(NextStep.UpToDate.class);
    }

    @Test
    void ordersAPointThatIsOnlyHoursNewerButWithoutHurry() {
        var step = (NextStep.Due) withCopyAt(hoursAgo(12));
        assertThat(step.order().due()).isEqualTo(hoursAgo(12).plus(Sample.AGE_MAX));
    }

    private static NextStep withCopyAt(Instant capturedAt) {
        return Given.cluster(ORDERS).point(POINT).copy(Sample.copy(ORDERS, capturedAt)).step();
    }

    @Test
    void hasNothingToCopyWithoutAUsablePointInTheSourceVault() {
        var nothing = new NextStep.NothingToCopy();
        assertThat(Given.cluster(ORDERS).step()).isEqualTo(nothing);
        assertThat(Given.cluster(ORDERS).point(Sample.rekeyed(ORDERS, hoursAgo(9))).step())
                .isEqualTo(nothing);
        assertThat(
                        Given.cluster(ORDERS)
                                .point(changed(POINT, "CREATING", NOW.plusSeconds(9)))
                                .step())
                .isEqualTo(nothing);
        assertThat(
                        Given.cluster(ORDERS)
                                .point(changed(POINT, "EXPIRED", NOW.plusSeconds(9)))
                                .step())
                .isEqualTo(nothing);
    }

    @Test
    void leavesAPointThatHasExpired() {
        assertThat(Given.cluster(ORDERS).point(changed(POINT, "AVAILABLE", NOW.plus(MILLI))).step())
                .isInstanceOf(NextStep.Due.class);
        assertThat(Given.cluster(ORDERS).point(changed(POINT, "AVAILABLE", NOW)).step())
                .isInstanceOf(NextStep.NothingToCopy.class);
    }

    @Test
    void leavesAPointWhoseCopyWouldLiveLessThanTwoDays() {
        assertThat(
                        Given.cluster(ORDERS)
                                .point(Sample.point(ORDERS, daysAgo(33).plus(MILLI)))
                                .step())
                .isInstanceOf(NextStep.Due.class);
        assertThat(Given.cluster(ORDERS).point(Sample.point(ORDERS, daysAgo(33))).step())
                .isInstanceOf(NextStep.NothingToCopy.class);
    }

    @Test
    void runsOneJobPerCluster() {
        var older = Sample.point(ORDERS, hoursAgo(33));
        for (var state : List.of("CREATED", "RUNNING")) {
            var job = Sample.job(older, VAULT, state, hoursAgo(20));
            assertThat(Given.cluster(ORDERS).point(POINT).job(job).step())
                    .isEqualTo(new NextStep.InProgress(job));
        }
        var hop = Sample.job(POINT, rekeyVault(), "RUNNING", hoursAgo(1));
        assertThat(Given.cluster(ORDERS).point(POINT).job(hop).step())
                .isEqualTo(new NextStep.InProgress(hop));
    }

    @Test
    void leavesThePointAloneAfterAFailureThatPeopleMustEnd() {
        var failed = failed(POINT, hoursAgo(8), "INVALID_LIFECYCLE");
        assertThat(Given.cluster(ORDERS).point(POINT).job(failed).step())
                .isEqualTo(new NextStep.Failed(failed, FailureCause.LIFECYCLE));
    }

    @Test
    void triesTheNextPointAfterAFailureThatPeopleMustEnd() {
        var older = Sample.point(ORDERS, hoursAgo(33));
        var failed = failed(older, hoursAgo(32), "INVALID_LIFECYCLE");
        var step =
                (NextStep.Due) Given.cluster(ORDERS).point(older).point(POINT).job(failed).step();
        assertThat(step.order().point()).isEqualTo(POINT.arn());
    }

    @Test
    void waitsLongerAfterEachFailureAndThenGivesUp() {
        var given = Given.cluster(ORDERS).point(POINT);
        var pauses = List.of(10, 20, 40, 80, 160);
        var start = hoursAgo(8);
        for (var pause : pauses) {
            var failed = failed(POINT, start, "FATAL_ERROR");
            given.job(failed);
            // A job of the sample ends ten minutes after its start.
            var again = start.plus(Duration.ofMinutes(10 + pause));
            assertThat(given.at(again.minus(MILLI)).step())
                    .isEqualTo(
                            new NextStep.TryAgainLater(failed, FailureCause.AWS_INTERNAL, again));
            assertThat(given.at(again).step()).isInstanceOf(NextStep.Due.class);
            start = again;
        }
        var last = failed(POINT, start, "FATAL_ERROR");
        given.job(last);
        assertThat(given.at(start.plus(Duration.ofDays(3))).step())
                .isEqualTo(new NextStep.Failed(last, FailureCause.AWS_INTERNAL));
    }

    @Test
    void gaveUpOnThePointButNotOnTheNext() {
        var given = Given.cluster(ORDERS).point(POINT);
        for (var i = 0; i < 6; i++) {
            given.job(failed(POINT, hoursAgo(8).plusSeconds(i), "FATAL_ERROR"));
        }
        assertThat(given.step()).isInstanceOf(NextStep.Failed.class);
        assertThat(given.point(Sample.point(ORDERS, hoursAgo(1))).step())
                .isInstanceOf(NextStep.Due.class);
    }

    @Test
    void makesTheSameDecisionUnderTheSameToken() {
        assertThat(token(Given.cluster(ORDERS).point(POINT)))
                .isEqualTo(token(Given.cluster(ORDERS).point(POINT).at(NOW.plusSeconds(3_600))));
    }

    @Test
    void changesTheTokenWithEveryPartOfTheDecision() {
        var longer = Sample.rule("longer.json", 26, 90);
        var policies = Sample.policies();
        var tokens = new HashSet<String>();
        tokens.add(token(Given.cluster(ORDERS).point(POINT)));
        tokens.add(token(Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(8)))));
        tokens.add(
                token(
                        Given.cluster(ORDERS)
                                .point(POINT)
                                .policies(
                                        new Policies(
                                                policies.estate(),
                                                List.of(longer),
                                                Sample.ROSTER))));
        var retried = Given.cluster(ORDERS).point(POINT);
        tokens.add(token(retried.job(failed(POINT, hoursAgo(8), "FATAL_ERROR"))));
        tokens.add(token(retried.job(failed(POINT, hoursAgo(6), "FATAL_ERROR"))));
        tokens.add(token(Given.cluster(ORDERS).key(Sample.awsManagedKey()).point(POINT)));
        assertThat(tokens).hasSize(6);
    }

    @Test
    void takesAJobInAStateThatItDoesNotKnowForOneThatMayStillRun() {
        var odd = Sample.job(POINT, VAULT, "ABORTING", hoursAgo(8));
        assertThat(Given.cluster(ORDERS).point(POINT).job(odd).step())
                .isEqualTo(new NextStep.InProgress(odd));
    }

    @Test
    void waitsForTheCopyOfAJobThatHasJustCompleted() {
        // It ends ten minutes after its start, and a copy may show fifteen minutes later.
        var settled = NOW.minus(Duration.ofMinutes(25));
        var waiting = Sample.job(POINT, VAULT, "COMPLETED", settled.plus(MILLI));
        assertThat(Given.cluster(ORDERS).point(POINT).job(waiting).step())
                .isEqualTo(new NextStep.InProgress(waiting));
        var overdue = Sample.job(POINT, VAULT, "COMPLETED", settled);
        assertThat(Given.cluster(ORDERS).point(POINT).job(overdue).step())
                .isInstanceOf(NextStep.Due.class);
    }

    @Test
    void ordersNoCopyTwiceWhileTheVaultCannotBeRead() {
        var done = Sample.job(POINT, VAULT, "COMPLETED", hoursAgo(8));
        assertThat(Given.cluster(ORDERS).point(POINT).job(done).unreadableVault().step())
                .isEqualTo(new NextStep.InProgress(done));
        assertThat(Given.cluster(ORDERS).point(POINT).unreadableVault().step())
                .isInstanceOf(NextStep.Due.class);
    }

    @Test
    void makesACopyAnewOnceWhenItsSnapshotIsMissing() {
        var missing = Sample.behind(new Snapshot.Absent(), Sample.copy(ORDERS, hoursAgo(9)));
        var first = Sample.job(POINT, VAULT, "COMPLETED", hoursAgo(8));
        var second = Sample.job(POINT, VAULT, "COMPLETED", hoursAgo(4));
        // What no RDS snapshot stands behind is known by its ARN.
        var given = Given.cluster(ORDERS).point(POINT).copy(missing).job(first);
        assertThat(token(given)).isNotEqualTo(token(Given.cluster(ORDERS).point(POINT)));
        assertThat(given.job(second).step())
                .isEqualTo(new NextStep.Failed(second, FailureCause.UNKNOWN));
    }

    @Test
    void doesNotOrderACopyAnewWhenItsSnapshotCouldNotBeRead() {
        var unread = Sample.behind(new Snapshot.Unread("x"), Sample.copy(ORDERS, hoursAgo(9)));
        assertThat(Given.cluster(ORDERS).point(POINT).copy(unread).step())
                .isEqualTo(new NextStep.UpToDate(unread));
    }

    @Test
    void goesOverTheRekeyVaultInTwoHops() {
        var given = Given.cluster(ORDERS).key(Sample.awsManagedKey()).point(POINT);
        var first = (NextStep.Due) given.step();
        assertThat(first.toVault()).isFalse();
        assertThat(first.order().point()).isEqualTo(POINT.arn());
        assertThat(first.order().targetVault()).isEqualTo(rekeyVault());
        // Nine hours are part of one day, and three are left for the second hop.
        assertThat(first.order().deleteAfterDays()).isEqualTo(4);
        var rekeyed = Sample.rekeyed(ORDERS, hoursAgo(9));
        var second = (NextStep.Due) given.point(rekeyed).step();
        assertThat(second.toVault()).isTrue();
        assertThat(second.order().point()).isEqualTo(rekeyed.arn());
        assertThat(second.order().sourceVault()).isEqualTo("rekey");
        assertThat(second.order().targetVault()).isEqualTo(VAULT);
        assertThat(second.order().deleteAfterDays()).isEqualTo(35);
        assertThat(second.order().due()).isEqualTo(first.order().due());
    }

    @Test
    void takesTheRekeyedPointOfTheSameDataOnly() {
        var given = Given.cluster(ORDERS).key(Sample.awsManagedKey()).point(POINT);
        given.point(Sample.rekeyed(ORDERS, hoursAgo(33)));
        assertThat(((NextStep.Due) given.step()).toVault()).isFalse();
        given.point(Sample.rekeyed(ORDERS, hoursAgo(9).minusSeconds(61)));
        assertThat(((NextStep.Due) given.step()).toVault()).isFalse();
        given.point(Sample.rekeyed(ORDERS, hoursAgo(9).minusSeconds(60)));
        assertThat(((NextStep.Due) given.step()).toVault()).isTrue();
    }

    @Test
    void rekeysAnewWhenTheIntermediatePointHasExpired() {
        var gone = changed(Sample.rekeyed(ORDERS, hoursAgo(9)), "COMPLETED", NOW);
        var given = Given.cluster(ORDERS).key(Sample.awsManagedKey()).point(POINT).point(gone);
        assertThat(((NextStep.Due) given.step()).order().targetVault()).isEqualTo(rekeyVault());
    }

    @Test
    void countsTheTriesOfEachHopByThemselves() {
        var rekeyed = Sample.rekeyed(ORDERS, hoursAgo(9));
        var given = Given.cluster(ORDERS).key(Sample.awsManagedKey()).point(POINT).point(rekeyed);
        given.job(Sample.job(POINT, rekeyVault(), "FAILED", hoursAgo(8), "KMS_KEY_ERROR", ""));
        given.job(Sample.job(POINT, rekeyVault(), "COMPLETED", hoursAgo(7)));
        assertThat(((NextStep.Due) given.step()).order().point()).isEqualTo(rekeyed.arn());
        var failed = failed(rekeyed, hoursAgo(6), "INVALID_LIFECYCLE");
        assertThat(given.job(failed).step())
                .isEqualTo(new NextStep.Failed(failed, FailureCause.LIFECYCLE));
    }

    private static String token(Given given) {
        return ((NextStep.Due) given.step()).order().token();
    }

    private static CopyJob failed(RecoveryPoint point, Instant createdAt, String category) {
        return Sample.job(point, VAULT, "FAILED", createdAt, category, "");
    }

    private static Arn rekeyVault() {
        return Sample.memberVault("rekey");
    }

    private static RecoveryPoint changed(RecoveryPoint point, String status, Instant expiresAt) {
        return new RecoveryPoint(
                point.arn(),
                point.vault(),
                point.cluster(),
                point.resourceId(),
                point.capturedAt(),
                Optional.of(expiresAt),
                status,
                point.rule());
    }
}
