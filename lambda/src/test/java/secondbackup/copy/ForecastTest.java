package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.copy.Ways.NOW;
import static secondbackup.copy.Ways.alike;
import static secondbackup.copy.Ways.copying;
import static secondbackup.copy.Ways.due;
import static secondbackup.copy.Ways.hours;
import static secondbackup.copy.Ways.seenAfter;
import static secondbackup.copy.Ways.upToDate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void staysSilentWhenACopyArrivesExactlyAtTheLimit() {
        for (var before : List.of(SECOND, Duration.ZERO)) {
            var work = new Workload(1, 0, List.of(due("a", hours(3), hours(3).plus(before))));
            assertThat(only(work))
                    .isEqualTo(
                            new Prospect(
                                    work.tracks().getFirst().cluster(),
                                    Duration.ZERO,
                                    Optional.empty(),
                                    Optional.empty()));
            assertThat(Forecast.of(work, NOW).cost()).isZero();
        }
    }

    @Test
    void foreseesASecondPastTheLimit() {
        var work = new Workload(1, 0, List.of(due("a", hours(3), hours(3).minus(SECOND))));
        assertThat(only(work).late()).isEqualTo(SECOND);
        assertThat(only(work).brokenFrom()).contains(NOW.plus(hours(3)).minus(SECOND));
        assertThat(only(work).keptFrom()).contains(NOW.plus(hours(3)));
    }

    @Test
    void tellsHowLateAPromiseGetsThatIsBrokenAlready() {
        var work = new Workload(1, 0, List.of(due("a", hours(2), hours(-5))));
        assertThat(only(work).late()).isEqualTo(hours(7));
        assertThat(only(work).brokenFrom()).contains(NOW);
    }

    @Test
    void expectsTomorrowsPointAndCopiesIt() {
        var work = new Workload(1, 0, List.of(upToDate("a", hours(1), hours(20))));
        assertThat(only(work).brokenFrom()).isEmpty();
    }

    /// Tomorrow's point is seen three hours after it was taken, and copied nine hours later.
    @Test
    void expectsTomorrowsPointWhenItWillBeSeen() {
        for (var more : List.of(Duration.ZERO, SECOND)) {
            var track = upToDate("a", hours(9).plus(more), hours(20));
            var work = new Workload(1, 0, List.of(seenAfter(track, hours(3))));
            assertThat(only(work).late()).isEqualTo(more);
        }
    }

    /// Taken each day: that of an hour ago has not been seen yet.
    @Test
    void expectsAPointThatIsOverdueAtAnyMoment() {
        var work = new Workload(1, 0, List.of(upToDate("a", hours(1), hours(11))));
        assertThat(only(work).brokenFrom()).isEmpty();
    }

    /// After half a day it is given up: before that a quarter of an hour and the copy, and then half a day more.
    @Test
    void givesAPointUpThatIsOverdueForHalfItsTime() {
        var soon = Duration.ofMinutes(75).minus(SECOND);
        assertThat(late(SECOND)).isEqualTo(soon);
        assertThat(late(Duration.ZERO)).isEqualTo(hours(13));
        assertThat(late(SECOND.negated())).isEqualTo(hours(13));
    }

    private static Duration late(Duration due) {
        return only(new Workload(1, 0, List.of(upToDate("a", hours(1), due)))).late();
    }

    @Test
    void waitsForTheCopiesInProgress() {
        var running = copying("a", hours(4), hours(20), NOW.plus(hours(3)));
        var waiting = due("b", hours(2), hours(4));
        var prospects = Forecast.of(new Workload(1, 1, List.of(running, waiting)), NOW).prospects();
        assertThat(prospects).extracting(Prospect::late).containsExactly(Duration.ZERO, hours(1));
    }

    @Test
    void countsASlotThatSomebodyElseHolds() {
        var late = only(new Workload(1, 1, List.of(due("a", hours(2), hours(2))))).late();
        assertThat(late).isEqualTo(hours(1));
    }

    @Test
    void foreseesNothingGoodWithoutSlots() {
        assertThat(only(new Workload(0, 0, List.of(due("a", hours(1), hours(2))))).keptFrom())
                .isEmpty();
    }

    /// In the order of deadlines alone, the long one would begin last and be late.
    @Test
    void beginsTheLongOneFirstWhereAllAreDueAlike() {
        var tracks = new ArrayList<>(alike(6, hours(1), hours(6)));
        tracks.add(due("long", hours(5), hours(6)));
        var work = new Workload(2, 0, tracks);
        assertThat(Forecast.of(work, NOW).precedence()).isEqualTo(Precedence.LEAST_SLACK);
        assertThat(Forecast.line(work, 2, NOW).getFirst().cluster().name()).isEqualTo("long");
        assertThat(Forecast.of(work, NOW).cost()).isZero();
    }

    /// One of eleven cannot make it: better the long one than the ten others.
    @Test
    void letsTheLongOneWaitWhereNotAllCanMakeIt() {
        var tracks = new ArrayList<>(alike(10, hours(1), hours(10)));
        tracks.add(due("long", hours(9), hours(10)));
        var work = new Workload(1, 0, tracks);
        assertThat(Forecast.line(work, 1, NOW).getLast().cluster().name()).isEqualTo("long");
        assertThat(Forecast.of(work, NOW).prospects().stream().limit(10))
                .allSatisfy(prospect -> assertThat(prospect.brokenFrom()).isEmpty());
    }

    @Test
    void costsNoMoreThanAnyPrecedenceByItself() {
        for (var seed = 0; seed < 60; seed++) {
            var work = random(new Random(seed));
            var chosen = Forecast.of(work, NOW);
            for (var precedence : Precedence.values()) {
                assertThat(chosen.cost())
                        .as("seed %s, %s", seed, precedence)
                        .isLessThanOrEqualTo(
                                Lookahead.of(work, precedence, NOW, Double.MAX_VALUE).cost() + 0.5);
            }
        }
    }

    @Test
    void lineNamesEveryWaitingClusterOnceAndNoOther() {
        for (var seed = 0; seed < 60; seed++) {
            var work = random(new Random(seed));
            var waiting =
                    work.tracks().stream()
                            .filter(track -> track.copyingUntil().isEmpty())
                            .filter(track -> track.pointAt().isAfter(track.copiedAt()))
                            .toList();
            for (var precedence : Precedence.values()) {
                assertThat(Forecast.line(work, precedence, NOW))
                        .as("seed %s, %s", seed, precedence)
                        .containsExactlyInAnyOrderElementsOf(waiting);
            }
        }
    }

    private static Workload random(Random random) {
        var tracks = new ArrayList<Track>();
        for (var number = 0; number < 1 + random.nextInt(40); number++) {
            var name = "c" + number;
            var length = Duration.ofMinutes(10 + random.nextInt(600));
            var due = Duration.ofMinutes(random.nextInt(3_000) - 1_000);
            tracks.add(
                    switch (random.nextInt(5)) {
                        case 0 -> upToDate(name, length, due);
                        case 1 -> copying(name, length, due, NOW.plus(length.dividedBy(2)));
                        default -> due(name, length, due);
                    });
        }
        return new Workload(1 + random.nextInt(6), 0, tracks);
    }

    private static Prospect only(Workload work) {
        return Forecast.of(work, NOW).prospects().getFirst();
    }
}
