package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;

/// A weekly point of `tier` was passed over when it was the newest, and `daily` waits for its newest point. A tier
/// breaks seven days and 26 hours after its newest copy's data was taken.
class TierOrdersTest {
    private static final Cluster TIER = plain("tier");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TIER_AGE_MAX = Duration.ofDays(7).plus(Sample.AGE_MAX);

    @Test
    void fillsTheGapsThatNewestPointsLeave() {
        var later = NOW.plus(Duration.ofDays(2));
        assertThat(started(dueAt(later), 1)).containsExactly("daily");
        assertThat(started(dueAt(later), 2)).containsExactly("daily", "tier");
        assertThat(started(dueAt(later.plus(SECOND)), 1)).containsExactly("daily");
    }

    @Test
    void goesFirstBeforeItIsTooLate() {
        var soon = NOW.plus(Duration.ofDays(2)).minus(SECOND);
        assertThat(started(dueAt(soon), 1)).containsExactly("tier");
    }

    @Test
    void isNeverLostWithoutASlot() {
        var plan = plan(dueAt(NOW.plus(Duration.ofDays(3))), 0);
        assertThat(names(plan.now())).isEmpty();
        assertThat(names(plan.waiting())).containsExactly("daily", "tier");
    }

    private static Given dueAt(Instant due) {
        var newest = Sample.point(TIER, hoursAgo(9));
        var before = due.minus(TIER_AGE_MAX);
        var given =
                Given.nothing()
                        .policies(Sample.weekly())
                        .and(TIER)
                        .point(newest)
                        .copy(Sample.copy(TIER, newest.capturedAt()))
                        .point(Sample.by("weekly", Sample.point(TIER, daysAgo(2))))
                        .copy(
                                Sample.expiring(
                                        before.plus(Duration.ofDays(90)),
                                        Sample.copy(TIER, before)));
        var daily = plain("daily");
        return given.and(daily)
                .point(Sample.point(daily, hoursAgo(9)))
                .copy(Sample.copy(daily, hoursAgo(20)));
    }

    private static Cluster plain(String name) {
        return Sample.encrypted(new Encryption.None(), Sample.cluster(name));
    }

    private static List<String> started(Given given, int free) {
        return names(plan(given, free).now());
    }

    private static CopyPlan plan(Given given, int free) {
        return CopyPlanner.plan(
                given.everyGuarded(),
                new NextSteps(given.policies().estate(), NOW),
                new TreeMap<>(Map.of(VAULT, free)),
                10);
    }

    private static List<String> names(List<CopyOrder> orders) {
        return orders.stream().map(order -> order.cluster().name()).toList();
    }
}
