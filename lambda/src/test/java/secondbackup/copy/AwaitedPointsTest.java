package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.policy.Policies;

/// The plan's hour is five o'clock in Stockholm, which is four in UTC; nine hours later it has given up.
class AwaitedPointsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Instant HOUR = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant GIVEN_UP = HOUR.plus(Duration.ofHours(9));

    @Test
    void isAwaitedFromThePlansHourOnUntilThePlanHasGivenUp() {
        var yesterday = Given.cluster(ORDERS).point(Sample.point(ORDERS, HOUR.minusMillis(1)));
        assertThat(since(yesterday, HOUR.minusMillis(1))).isEmpty();
        assertThat(since(yesterday, HOUR)).contains(HOUR);
        assertThat(since(yesterday, GIVEN_UP)).contains(HOUR);
        assertThat(since(yesterday, GIVEN_UP.plusMillis(1))).isEmpty();
    }

    @Test
    void isNotAwaitedWhenItIsKnown() {
        var there = Given.cluster(ORDERS).point(Sample.point(ORDERS, HOUR));
        assertThat(since(there, HOUR.plusSeconds(600))).isEmpty();
    }

    @Test
    void aPointThatIsNotFinishedIsAwaited() {
        var point = Sample.point(ORDERS, HOUR);
        var making =
                new RecoveryPoint(
                        point.arn(),
                        point.vault(),
                        point.cluster(),
                        point.resourceId(),
                        point.engineVersion(),
                        point.capturedAt(),
                        point.expiresAt(),
                        "CREATING",
                        point.rule());
        assertThat(since(Given.cluster(ORDERS).point(making), HOUR.plusSeconds(600)))
                .contains(HOUR);
    }

    @Test
    void aPointInAnotherVaultIsNoneOfThePlans() {
        var rekeyed = Sample.rekeyed(ORDERS, HOUR);
        assertThat(since(Given.cluster(ORDERS).point(rekeyed), HOUR.plusSeconds(600)))
                .contains(HOUR);
    }

    @Test
    void theFirstPointOfANewClusterIsAwaitedAtTheFirstHourAfterItsBirth() {
        var now = HOUR.plusSeconds(600);
        assertThat(since(Given.cluster(Sample.born(HOUR.minusMillis(1), ORDERS)), now))
                .contains(HOUR);
        assertThat(since(Given.cluster(Sample.born(HOUR, ORDERS)), now)).isEmpty();
    }

    @Test
    void nothingIsAwaitedOfAClusterThatNoPlanTakes() {
        assertThat(since(Given.cluster(ORDERS).selections(), HOUR.plusSeconds(600))).isEmpty();
    }

    @Test
    void nothingIsAwaitedWhereNoPlansHourIsNear() {
        var policies = Sample.policies();
        assertThat(awaited(policies, HOUR).newestHour()).contains(HOUR);
        assertThat(awaited(policies, HOUR.minusMillis(1)).newestHour()).isEmpty();
    }

    private static Optional<Instant> since(Given given, Instant now) {
        return awaited(given.policies(), now).since(given.at(now).guarded());
    }

    private static AwaitedPoints awaited(Policies policies, Instant now) {
        return new AwaitedPoints(policies.estate(), policies.rules(), now);
    }
}
