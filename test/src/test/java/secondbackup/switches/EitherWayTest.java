package secondbackup.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.handler.PolicyFiles;
import secondbackup.oracle.Comparison;
import secondbackup.oracle.Oracle;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.physics.Switches.RegionPair;
import secondbackup.simulation.physics.Switches.SixthCopy;
import secondbackup.simulation.world.World;

/// A day under every answer that AWS could give: the report says what is true, and nothing is asked in vain.
final class EitherWayTest {
    private static final int CLUSTERS = 8;
    private static final int SLOTS = 5;

    /// Each open question answered in every way, by itself, but for the one that leaves no way at all.
    static Stream<Switches> otherWays() {
        return Stream.of(Switches.class.getRecordComponents())
                .filter(component -> component.getType() != Set.class)
                .flatMap(question ->
                        answers(question.getType())
                                .map(answer -> Worlds.with(question.getName(), answer)))
                .distinct();
    }

    private static Stream<?> answers(Class<?> type) {
        if (type == boolean.class) {
            return Stream.of(true, false);
        }
        assertThat(type).as("a question of a new kind").matches(Class::isEnum);
        return Stream.of(type.getEnumConstants());
    }

    private static List<String> disagreements(Day day, Oracle oracle) {
        return Comparison.of(day.world(), oracle, day.report(), day.world().time().instant());
    }

    private static Oracle oracle(Day day) {
        return new Oracle(day.world(), PolicyFiles.read(Optional.empty()));
    }

    private static World withDefaultEncryption(Switches switches) {
        var json = SmallWorld.bare(switches);
        SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.STOCKHOLM)
                .add(SmallWorld.cluster("notes", "sse-rds"));
        return SmallWorld.read(json);
    }

    @ParameterizedTest
    @MethodSource("otherWays")
    void reportIsTrue(Switches switches) {
        var day = Day.deployed(withDefaultEncryption(switches));
        var oracle = oracle(day);
        day.pass(6);
        day.sweep();
        day.pass(6);
        day.sweep();

        assertThat(disagreements(day, oracle)).isEmpty();
        assertThat(standing(day, SmallWorld.ORDERS)).isEqualTo("PROTECTED");
        assertThat(standing(day, SmallWorld.BASKET)).isEqualTo("PROTECTED");
    }

    @Test
    void tellsOfAPairOfRegionsThatNoSingleActionCrosses() {
        var pairs = Set.of(new RegionPair(SmallWorld.IRELAND, SmallWorld.HOME));
        var json = SmallWorld.bare(Worlds.with("pairsInTwoActions", pairs));
        var day = Day.deployed(SmallWorld.read(json));
        var oracle = oracle(day);
        day.pass(6);
        day.sweep();
        day.pass(24);
        day.sweep();

        assertThat(disagreements(day, oracle)).isEmpty();
        assertThat(standing(day, SmallWorld.ORDERS)).isEqualTo("UNPROTECTED");
        assertThat(Day.gaps(day.report(), SmallWorld.ORDERS)).contains("NoCopy", "CopyFailing");
        assertThat(standing(day, SmallWorld.BASKET)).isEqualTo("PROTECTED");
        assertThat(Day.gaps(day.report(), SmallWorld.BASKET)).isEmpty();
    }

    private static String standing(Day day, String cluster) {
        return Day.line(day.report(), cluster).path("standing").asText();
    }

    /// More clusters than slots, all due at once.
    @ParameterizedTest
    @CsvSource({"QUEUES, false", "QUEUES, true", "FAILS, false", "FAILS, true"})
    void noCopyIsStartedWithoutASlot(SixthCopy sixth, boolean perSource) {
        var day = Day.deployed(crowded(sixth, perSource));
        day.pass(6);
        day.sweep();
        for (var passed = Duration.ZERO;
                passed.compareTo(Duration.ofHours(18)) < 0;
                passed = passed.plusMinutes(30)) {
            assertThat(inProgress(day)).isLessThanOrEqualTo(SLOTS);
            day.world().advance(Duration.ofMinutes(30));
            day.lambdas().copy(List.of());
        }

        assertThat(day.world().copyJobs().all())
                .hasSize(CLUSTERS)
                .allSatisfy(job -> assertThat(job.state).as(job.message).isEqualTo("COMPLETED"));
        assertThat(day.lambdas().log()).noneMatch(line -> line.contains("order-refused"));
    }

    private static World crowded(SixthCopy sixth, boolean perSource) {
        var switches =
                Worlds.with(Worlds.with("sixthCopy", sixth), "slotsCountPerSource", perSource);
        var json = SmallWorld.bare(switches);
        for (var number = 3; number <= CLUSTERS; number++) {
            SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND)
                    .add(SmallWorld.cluster("more-" + number, "shop"));
        }
        return SmallWorld.read(json);
    }

    private static long inProgress(Day day) {
        return day.world().copyJobs().all().stream().filter(job -> !job.ended()).count();
    }
}
