package secondbackup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.benchmark.CopyRace.Result;
import secondbackup.benchmark.CopyRace.Starter;
import secondbackup.benchmark.CopyWorld.Database;
import secondbackup.benchmark.CopyWorld.Sizes;

/// The planner against its rivals, exactly: no figure depends on the machine.
final class CopyRaceTest {
    private static final double EXACT = 1e-9;
    private static final double NEARLY = 0.98;

    static Stream<CopyWorld> worlds() {
        return Stream.of(
                CopyWorld.natural(50, 5, 1),
                CopyWorld.natural(50, 20, 1),
                CopyWorld.of(50, 5, 0.5, Sizes.MIXED, false, 1),
                CopyWorld.of(50, 5, 0.9, Sizes.MIXED, false, 1),
                CopyWorld.of(50, 5, 1.3, Sizes.MIXED, false, 1),
                CopyWorld.of(50, 5, 0.9, Sizes.EQUAL, true, 1),
                CopyWorld.of(50, 5, 1.6, Sizes.MIXED, true, 1),
                CopyWorld.of(50, 5, 1.1, Sizes.TWO_KINDS, false, 1));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void plannerIsNeverWorseThanARivalAndIsRefusedNothing(CopyWorld world) {
        var planner = CopyRace.of(world, CopyStarters.planner());
        assertThat(planner.refused()).isZero();
        CopyBenchmark.rivals()
                .forEach((name, starter) -> {
                    var rival = CopyRace.of(world, starter.get());
                    assertThat(planner.kept())
                            .as(name)
                            .isGreaterThanOrEqualTo(rival.kept() - EXACT);
                    assertThat(planner.worst()).as(name).isLessThanOrEqualTo(rival.worst() + EXACT);
                    assertThat(planner.mean()).as(name).isLessThanOrEqualTo(rival.mean() + EXACT);
                });
    }

    /// Where all can be in time, and where a day's work fits although all are due at one hour.
    static Stream<CopyWorld> tight() {
        return Stream.of(
                CopyWorld.natural(50, 5, 1),
                CopyWorld.of(50, 5, 0.5, Sizes.MIXED, false, 1),
                CopyWorld.of(50, 5, 0.7, Sizes.MIXED, false, 1),
                CopyWorld.of(50, 5, 0.7, Sizes.EQUAL, false, 1),
                CopyWorld.of(50, 5, 0.9, Sizes.MIXED, true, 1),
                CopyWorld.of(50, 5, 0.9, Sizes.TWO_KINDS, true, 1));
    }

    @ParameterizedTest
    @MethodSource("tight")
    void plannerKeepsNearlyWhatIsPossibleAtAll(CopyWorld world) {
        assertThat(CopyRace.of(world, CopyStarters.planner()).kept())
                .isGreaterThanOrEqualTo(NEARLY * CopyBound.of(world));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nobodyKeepsMoreThanTheBound(CopyWorld world) {
        Stream.concat(
                        Stream.<Supplier<Starter>>of(CopyStarters::planner),
                        CopyBenchmark.rivals().values().stream())
                .forEach(starter ->
                        assertThat(CopyRace.of(world, starter.get()).kept())
                                .isLessThanOrEqualTo(CopyBound.of(world) + EXACT));
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
        assertThat(alone(3)).isEqualTo(new Result(1, 0, 0, 0));
    }

    /// Each day's copy arrives at one, twelve hours too late: the promise is broken from one in the afternoon.
    @Test
    void countsTheHoursThatACopyIsLate() {
        assertThat(alone(23)).isEqualTo(new Result(0.5, 12, 3, 0));
    }

    private static Result alone(double hours) {
        var world = new CopyWorld("alone", 1, List.of(new Database(hours, 1, 1)));
        return CopyRace.of(world, CopyStarters.planner());
    }
}
