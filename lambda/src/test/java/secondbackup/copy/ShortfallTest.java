package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.copy.Ways.NOW;
import static secondbackup.copy.Ways.alike;
import static secondbackup.copy.Ways.due;
import static secondbackup.copy.Ways.hours;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.ClusterId;

class ShortfallTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void staysSilentWithoutClusters() {
        assertThat(Shortfall.of(new Workload(5, 0, List.of()), NOW)).isEmpty();
    }

    @Test
    void staysSilentWhileEverybodyFindsASlotInTime() {
        assertThat(Shortfall.of(new Workload(2, 0, alike(6, hours(1), hours(3))), NOW)).isEmpty();
    }

    /// Eleven hours to copy, ten left: a slot of its own would not help.
    @Test
    void staysSilentAboutWhatNoSlotCanHelp() {
        var hopeless = List.of(due("a", hours(11), hours(5)));
        assertThat(Shortfall.of(new Workload(1, 0, hopeless), NOW)).isEmpty();
    }

    /// Two copies of four hours one after the other.
    @Test
    void speaksPastAnHourForWantOfASlot() {
        assertThat(Shortfall.of(pair(hours(7).plus(SECOND)), NOW)).isEmpty();
        assertThat(Shortfall.of(pair(hours(7)), NOW)).isEmpty();
        assertThat(Shortfall.of(pair(hours(7).minus(SECOND)), NOW))
                .hasValueSatisfying(found -> {
                    assertThat(names(found)).hasSize(1);
                    assertThat(found.late()).isEqualTo(hours(1).plus(SECOND));
                    assertThat(found.from()).isEqualTo(NOW.plus(hours(7)).minus(SECOND));
                    assertThat(found.slots()).isEqualTo(1);
                    assertThat(found.enough()).isEqualTo(2);
                });
    }

    private static Workload pair(Duration due) {
        return new Workload(1, 0, List.of(due("a", hours(4), due), due("b", hours(4), due)));
    }

    /// 30 copies of two hours within ten hours: five after each other, so six slots.
    @Test
    void findsTheFewestSlotsThatAreEnough() {
        var work = new Workload(2, 0, alike(30, hours(2), hours(10)));
        assertThat(Shortfall.of(work, NOW))
                .hasValueSatisfying(found -> {
                    assertThat(Shortfall.of(work.with(found.enough()), NOW)).isEmpty();
                    assertThat(Shortfall.of(work.with(found.enough() - 1), NOW)).isPresent();
                });
    }

    @Test
    void saysWhetherADaysWorkFitsIntoADaysSlots() {
        assertThat(shortfall(12, hours(2)).workADay()).isEqualTo(hours(24));
        assertThat(shortfall(12, hours(2)).fitsWhenSpread()).isTrue();
        assertThat(shortfall(12, hours(2).minus(SECOND)).fitsWhenSpread()).isTrue();
        assertThat(shortfall(12, hours(2).plus(SECOND)).fitsWhenSpread()).isFalse();
    }

    private static Shortfall shortfall(int clusters, Duration length) {
        return Shortfall.of(new Workload(1, 0, alike(clusters, length, hours(4))), NOW)
                .orElseThrow();
    }

    /// An outage is over: everybody is late, and all but the first stay so for want of slots.
    @Test
    void namesThoseWhoStayLateForWantOfASlot() {
        var work = new Workload(1, 0, alike(4, hours(2), hours(-10)));
        assertThat(Shortfall.of(work, NOW))
                .hasValueSatisfying(found -> {
                    assertThat(names(found)).hasSize(3);
                    assertThat(found.from()).isEqualTo(NOW);
                    assertThat(found.late()).isEqualTo(hours(18));
                });
    }

    @Test
    void namesClustersSorted() {
        var found = Shortfall.of(new Workload(1, 0, alike(9, hours(4), hours(2))), NOW);
        assertThat(names(found.orElseThrow())).isSorted();
    }

    private static List<String> names(Shortfall shortfall) {
        return Stream.of(shortfall)
                .flatMap(found -> found.clusters().stream())
                .map(ClusterId::name)
                .toList();
    }
}
