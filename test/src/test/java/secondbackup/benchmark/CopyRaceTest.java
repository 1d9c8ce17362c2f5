package secondbackup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.benchmark.CopyRace.Result;
import secondbackup.benchmark.CopyWorld.Database;
import secondbackup.benchmark.CopyWorld.Sizes;

/// The planner against its rivals, exactly: no figure depends on the machine.
final class CopyRaceTest {
    private static final double EXACT = 1e-9;
    private static final double NEARLY = 0.98;
    private static final double BOUND = 0.01;

    private static final int SEEDS = 4;

    /// Where more is due than slots are free, from a world in which all can be in time to one with half as much again
    /// as can ever be done.
    static Stream<CopyWorld> worlds() {
        return LongStream.rangeClosed(1, SEEDS)
                .boxed()
                .flatMap(seed ->
                        Stream.of(
                                CopyWorld.natural(50, 5, seed),
                                CopyWorld.natural(50, 20, seed),
                                CopyWorld.of(50, 5, 0.5, Sizes.MIXED, false, seed),
                                CopyWorld.of(50, 5, 0.9, Sizes.MIXED, false, seed),
                                CopyWorld.of(50, 5, 1.3, Sizes.MIXED, false, seed),
                                CopyWorld.of(50, 5, 0.9, Sizes.TWO_KINDS, false, seed),
                                CopyWorld.of(50, 5, 0.9, Sizes.EQUAL, true, seed),
                                CopyWorld.of(50, 5, 1.6, Sizes.MIXED, true, seed),
                                CopyWorld.of(50, 5, 1.1, Sizes.TWO_KINDS, false, seed),
                                CopyWorld.of(50, 20, 0.7, Sizes.MIXED, false, seed)));
    }

    /// By no more than a ten-thousandth do a rival's broken promises cost less, or does it keep more while leaving nobody
    /// late for more than a week. Nobody keeps more than the bound, and where a day's work fits into a day's slots, though
    /// it may all be due at one hour, the planner keeps nearly as much.
    @ParameterizedTest
    @MethodSource("worlds")
    void isRefusedNothingAndNoRivalCostsLessOrKeepsMoreWithoutGivingSomebodyUp(CopyWorld world) {
        var bound = CopyBound.of(world);
        var planner = CopyRace.of(world, CopyStarters.planner());
        assertThat(planner.refused()).isZero();
        assertThat(planner.kept()).isBetween(world.load() < 1 ? NEARLY * bound : 0, bound + EXACT);
        CopyBenchmark.rivals()
                .forEach((name, starter) -> {
                    var rival = CopyRace.of(world, starter.get());
                    assertThat(rival.kept()).as(name).isLessThanOrEqualTo(bound + EXACT);
                    assertThat(CopyBenchmark.better(rival, planner))
                            .as("%s: %s against %s", name, rival, planner)
                            .isFalse();
                });
    }

    /// Who keeps more by giving somebody up for ever is not better; who keeps more of a week's worth is.
    @Test
    void givingSomebodyUpIsNoWayToBeBetter() {
        var planner = new Result(0.8, 30, 1, 0);
        assertThat(CopyBenchmark.better(new Result(0.9, 169, 20, 0), planner)).isFalse();
        assertThat(CopyBenchmark.better(new Result(0.9, 168, 20, 0), planner)).isTrue();
        assertThat(CopyBenchmark.better(new Result(0.8, 30, 0.9, 0), planner)).isTrue();
        assertThat(CopyBenchmark.better(planner, planner)).isFalse();
        assertThat(CopyBenchmark.better(new Result(0.8, 20, 1, 0), planner)).isFalse();
    }

    @Test
    void sameWorldGivesTheSameFiguresTwice() {
        var world = CopyWorld.of(50, 5, 1.3, Sizes.MIXED, false, 7);
        assertThat(CopyRace.of(world, CopyStarters.planner()))
                .isEqualTo(CopyRace.of(world, CopyStarters.planner()));
    }

    /// Taken at one, complete at two, copied at five: eleven hours before yesterday's copy is too old.
    @Test
    void countsNothingWhereACopyIsInTime() {
        assertThat(planned(3)).isEqualTo(new Result(1, 0, 0, 0));
    }

    /// Each day's copy arrives at one, twelve hours too late: the promise is broken from one in the afternoon.
    @Test
    void countsTheHoursThatACopyIsLate() {
        assertThat(planned(23)).isEqualTo(new Result(0.5, 12, 3, 0));
    }

    /// Two copies of half a day, one after the other: the second is twelve hours late each day, and no prices of slots
    /// say that more could be had.
    @Test
    void boundIsWhatIsPossible() {
        var half = new Database(12, 1, 0);
        var two = new CopyWorld("two", 1, List.of(half, half));
        assertThat(CopyRace.of(two, CopyStarters.planner()).kept()).isCloseTo(0.75, within(EXACT));
        assertThat(CopyBound.of(two)).isCloseTo(0.75, within(BOUND));
        assertThat(CopyBound.of(alone(3))).isEqualTo(1);
        assertThat(CopyBound.of(alone(23))).isCloseTo(0.5, within(BOUND));
    }

    private static Result planned(double hours) {
        return CopyRace.of(alone(hours), CopyStarters.planner());
    }

    private static CopyWorld alone(double hours) {
        return new CopyWorld("alone", 1, List.of(new Database(hours, 1, 1)));
    }
}
