package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.gap.Gap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultedCopy;

/// Weekly copies are kept for 90 days, the rest for 35. The cluster is 100 days old.
class TierStepsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final RecoveryPoint NEWEST = Sample.point(ORDERS, hoursAgo(9));
    private static final RecoveryPoint WEEKLY = weeklyAt(daysAgo(3));

    @Test
    void keepsTheCopyOfAWeeklyPointForAsLongAsItsTierSays() {
        var given = Given.cluster(ORDERS).point(Sample.by("weekly", NEWEST));
        assertThat(order(given.policies(Sample.weekly())).deleteAfterDays()).isEqualTo(90);
        assertThat(order(given.policies(Sample.policies())).deleteAfterDays()).isEqualTo(35);
        assertThat(order(weekly().point(NEWEST)).deleteAfterDays()).isEqualTo(35);
    }

    @Test
    void copiesAWeeklyPointThatWasPassedOver() {
        var given = upToDate().point(WEEKLY);
        assertThat(order(given).point()).isEqualTo(WEEKLY.arn());
        assertThat(order(given).deleteAfterDays()).isEqualTo(90);
        assertThat(given.copy(copy(WEEKLY, 90)).step()).isInstanceOf(NextStep.UpToDate.class);
    }

    @Test
    void copiesTheNewestPointFirst() {
        assertThat(order(weekly().point(NEWEST).point(WEEKLY)).point()).isEqualTo(NEWEST.arn());
    }

    @Test
    void leavesDailyPointsThatWerePassedOver() {
        var passed = Sample.by("daily", WEEKLY);
        assertThat(upToDate().point(passed).step()).isInstanceOf(NextStep.UpToDate.class);
        var made = Sample.by("", WEEKLY);
        assertThat(upToDate().point(made).step()).isInstanceOf(NextStep.UpToDate.class);
        assertThat(upToDate().policies(Sample.policies()).point(WEEKLY).step())
                .isInstanceOf(NextStep.UpToDate.class);
    }

    @Test
    void countsTheDeadlineFromTheNewestWeeklyCopy() {
        var week = Duration.ofDays(7).plus(Sample.AGE_MAX);
        assertThat(order(upToDate().point(WEEKLY)).due()).isEqualTo(daysAgo(100).plus(week));
        var before = copy(weeklyAt(daysAgo(10)), 90);
        assertThat(order(upToDate().point(WEEKLY).copy(before)).due())
                .isEqualTo(daysAgo(10).plus(week));
        var brief = copy(weeklyAt(daysAgo(9)), 89);
        assertThat(order(upToDate().point(WEEKLY).copy(before).copy(brief)).due())
                .isEqualTo(daysAgo(10).plus(week));
    }

    @Test
    void waitsForTheJobThatRuns() {
        var job = Sample.job(WEEKLY, VAULT, "RUNNING", hoursAgo(1));
        assertThat(upToDate().point(WEEKLY).job(job).step())
                .isEqualTo(new NextStep.InProgress(job));
    }

    @Test
    void rekeysAWeeklyPointAndKeepsItsTier() {
        var given =
                upToDate()
                        .key(Sample.awsManagedKey())
                        .point(WEEKLY)
                        .point(Sample.rekeyed(ORDERS, WEEKLY.capturedAt()));
        assertThat(order(given).sourceVault()).isEqualTo(Sample.REKEY_VAULT);
        assertThat(order(given).deleteAfterDays()).isEqualTo(90);
    }

    @Test
    void isProtectedAllTheSameWhereATierIsMissing() {
        var given = upToDate();
        assertThat(given.verdict().standing().name()).isEqualTo("PROTECTED");
        assertThat(given.gaps()).singleElement().isInstanceOf(Gap.TierMissing.class);
        var young = Sample.born(daysAgo(8), ORDERS);
        var fresh = Given.protectedCluster(young).policies(Sample.weekly());
        assertThat(fresh.gaps()).isEmpty();
    }

    private static Given weekly() {
        return Given.cluster(ORDERS).policies(Sample.weekly());
    }

    private static Given upToDate() {
        return weekly().point(NEWEST).copy(copy(NEWEST, 35));
    }

    private static RecoveryPoint weeklyAt(Instant at) {
        return Sample.by("weekly", Sample.point(ORDERS, at));
    }

    private static VaultedCopy copy(RecoveryPoint point, int days) {
        var at = point.capturedAt();
        return Sample.expiring(at.plus(Duration.ofDays(days)), Sample.copy(ORDERS, at));
    }

    private static CopyOrder order(Given given) {
        return ((NextStep.Due) given.step()).order();
    }
}
