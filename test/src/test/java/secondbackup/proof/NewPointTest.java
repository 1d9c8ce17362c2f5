package secondbackup.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.Place;

/// A snapshot that a plan took after the sweep is copied without waiting for the next sweep, and without any event.
///
/// The plan's hour comes three hours after the small world begins, which has two clusters in two Regions.
final class NewPointTest {
    private static final Instant HOUR = Instant.parse("2026-10-18T23:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Day day = Day.deployed(SmallWorld.read(SmallWorld.bare()));

    /// It is looked for less often the longer it is waited for.
    @Test
    void isCopiedSoonAfterItIsThere() {
        day.sweep();
        day.pass(3);
        assertThat(day.world().time().instant()).isEqualTo(HOUR);
        assertThat(jobs()).isEmpty();

        copiesFor(24);

        assertThat(jobs()).hasSize(2);
        for (var job : jobs()) {
            var vault = day.world().vaults().find(job.sourceVaultArn).orElseThrow();
            var point = Objects.requireNonNull(vault.points.get(job.sourcePointArn));
            var there = Objects.requireNonNull(point.completedAt);
            var half = Duration.between(HOUR, there).dividedBy(2);
            assertThat(job.createdAt).isBetween(there, there.plus(half).plus(TEN_MINUTES));
        }
    }

    @Test
    void isCopiedOnceHoweverOftenCopyRunsAndWhenASweepSeesItToo() {
        day.sweep();
        day.pass(3);
        copiesFor(12);
        day.look();
        copiesFor(36);
        day.look();
        copiesFor(6);

        assertThat(jobs())
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.state).as(job.message).isEqualTo("COMPLETED"));
    }

    @Test
    void isCopiedOnceWhenTwoRunsLearnOfItAtTheSameTime() {
        CopyCutTest.severalAtATime(day);
        day.sweep();
        day.pass(6);
        var other = day.with(day.slack().poster());
        var met = new AtomicBoolean();
        Predicate<Place> meets =
                call -> {
                    if (call.operation().equals("StartCopyJob") && met.compareAndSet(false, true)) {
                        other.copy(List.of());
                    }
                    return false;
                };
        day.world().faults().plan(Fault.first("meets", Fault.Kind.SERVER_ERROR, 1, meets));
        day.lambdas().copy(List.of());
        assertThat(met).isTrue();
        copiesFor(3);

        assertThat(jobs()).extracting(job -> job.sourcePointArn).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void isLearnedOfAgainWhenTheRunThatFoundItDied() {
        day.sweep();
        day.pass(6);
        day.world()
                .faults()
                .plan(
                        Fault.first(
                                "dies",
                                Fault.Kind.TIMED_OUT,
                                20,
                                call -> call.operation().equals("PutObject")));
        assertThatThrownBy(() -> day.lambdas().copy(List.of())).hasMessageContaining("orders/");
        day.world().faults().clear();
        var begun = jobs();
        copiesFor(2);

        assertThat(begun).hasSize(2);
        assertThat(jobs()).isEqualTo(begun);
    }

    @Test
    void isKnownByItsClustersResourceId() {
        day.sweep();
        day.pass(3);
        copiesFor(24);
        var seen = day.file("orders/latest.json").path("seen");
        assertThat(seen.findValuesAsText("resourceId"))
                .hasSize(2)
                .allSatisfy(id -> assertThat(id).startsWith("cluster-"));
    }

    private List<CopyJob> jobs() {
        return day.world().copyJobs().all();
    }

    private void copiesFor(int times) {
        for (var run = 0; run < times; run++) {
            day.world().advance(TEN_MINUTES);
            day.lambdas().copy(List.of());
        }
    }
}
