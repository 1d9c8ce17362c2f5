package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.copy.CopyOutcome;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.Region;

/// The survey was at noon. The plan's next hour is five o'clock in Stockholm, which is four in UTC, and has given up nine
/// hours later.
class NewPointsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Instant HOUR = Instant.parse("2026-11-21T04:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StoreInMemory store = new StoreInMemory();
    private final Place place = new Place();

    @Test
    void copiesWhatThePlanTookSinceTheSurvey() {
        store.write(yesterdayIsInTheVault().inventory());
        var point = Sample.point(ORDERS, HOUR);

        var before = run(HOUR.plusSeconds(60));
        place.points.add(point);
        var after = run(HOUR.plusSeconds(660));

        assertThat(before.outcomes()).isEmpty();
        assertThat(after.outcomes())
                .extracting(outcome -> outcome.order().point())
                .containsExactly(point.arn());
    }

    @Test
    void knowsInTheNextRunWhatItFoundInThis() {
        store.write(yesterdayIsInTheVault().inventory());
        place.points.add(Sample.point(ORDERS, HOUR));

        run(HOUR.plusSeconds(60));
        var looks = place.looks.size();
        var next = run(HOUR.plusSeconds(3_600));

        assertThat(looks).isOne();
        assertThat(place.looks).hasSize(looks);
        assertThat(next.seen().getFirst().points()).containsExactlyElementsOf(place.points);
    }

    @Test
    void looksNowhereBeforeThePlansHourAndNowhereWhenItHasGivenUp() {
        store.write(yesterdayIsInTheVault().inventory());

        run(HOUR.minusMillis(1));
        assertThat(place.looks).isEmpty();
        run(HOUR);
        assertThat(place.looks).containsExactly(HOUR);
        run(HOUR.plus(Duration.ofHours(9)).plusMillis(1));
        assertThat(place.looks).containsExactly(HOUR);
    }

    @Test
    void looksElevenTimesForAPointThatNeverComesHoweverOftenItIsWoken() {
        store.write(yesterdayIsInTheVault().inventory());
        for (var now = HOUR; now.isBefore(HOUR.plus(Duration.ofHours(24))); ) {
            run(now);
            now = now.plus(MINUTE);
        }
        assertThat(place.looks).hasSize(11).startsWith(HOUR, HOUR.plus(MINUTE.multipliedBy(8)));
    }

    @Test
    void looksNowhereWhereAuroraIsOptedOut() {
        store.write(yesterdayIsInTheVault().optedOut().inventory());
        run(HOUR.plusSeconds(60));
        assertThat(place.looks).isEmpty();
    }

    @Test
    void saysWhatItCouldNotReadAndLooksAgainInTheNextRun() {
        store.write(due().inventory());
        place.readable = false;

        var dark = run(HOUR);
        place.readable = true;
        var light = run(HOUR.plusSeconds(60));

        assertThat(dark.unread())
                .containsExactly("new points of 111111111111 in eu-west-1: AccessDenied");
        assertThat(dark.outcomes()).as("what is known is copied all the same").hasSize(1);
        assertThat(light.unread()).isEmpty();
        assertThat(place.looks).containsExactly(HOUR, HOUR.plusSeconds(60));
    }

    private OrderPart run(Instant now) {
        place.now = now;
        var given = yesterdayIsInTheVault();
        var sweep =
                new CopySweep(
                        store,
                        (_, _) -> CopySweepTest.vault(given),
                        place,
                        order -> new CopyOutcome.Started(order, "job-of-" + order.token()),
                        given.policies(),
                        50);
        return sweep.run(now);
    }

    private static Given yesterdayIsInTheVault() {
        return Given.protectedCluster(ORDERS);
    }

    private static Given due() {
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
    }

    /// An account and Region without jobs.
    private static final class Place implements CopyJobReader {
        private final List<RecoveryPoint> points = new ArrayList<>();
        private final List<Instant> looks = new ArrayList<>();
        private boolean readable = true;
        private Instant now = HOUR;

        @Override
        public Jobs jobs(AccountId account, Region region, Instant createdFrom) {
            return new Jobs.Read(List.of());
        }

        @Override
        public Points points(
                AccountId account, Region region, List<String> vaults, Instant capturedFrom) {
            looks.add(now);
            assertThat(vaults).containsExactly(Sample.SOURCE_VAULT);
            assertThat(capturedFrom).isEqualTo(HOUR.minus(MINUTE));
            return readable ? new Points.Read(points) : new Points.Failed("AccessDenied");
        }
    }
}
