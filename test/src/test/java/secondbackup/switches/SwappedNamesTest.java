package secondbackup.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.handler.PolicyFiles;
import secondbackup.oracle.Comparison;
import secondbackup.oracle.Oracle;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.physics.Switches;

/// A blue/green change: `orders` steps aside, and `green`, which was never copied, takes its name. Whatever AWS tells
/// of a copy, it stays that of the cluster whose data it holds.
final class SwappedNamesTest {
    private static final String ASIDE = SmallWorld.ORDERS + "-old";
    private static final String GREEN = "green";

    /// From copies that name their cluster to copies that tell nothing of where they came from.
    static Stream<Switches> copies() {
        var nameless = Worlds.with("copiesNameTheCluster", false);
        return Stream.of(
                Switches.likely(),
                nameless,
                Worlds.with("copiesNameTheSourceResource", false),
                Worlds.with(nameless, "copiesNameTheSourceResource", false));
    }

    private static Day day(Switches switches) {
        var json = SmallWorld.bare(switches);
        SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND)
                .add(SmallWorld.cluster(GREEN, "shop"));
        var day = Day.deployed(SmallWorld.read(json));
        day.world()
                .copyTroubles()
                .fail(job -> job.resourceArn.endsWith(":" + GREEN), "FATAL_ERROR", "An error.");
        return day;
    }

    private static void swap(Day day) {
        var clusters = day.world().clusters();
        clusters.rename(clusters.find(SmallWorld.ORDERS).orElseThrow(), "orders-old");
        var green = SmallWorld.ORDERS.replace("orders", GREEN);
        clusters.rename(clusters.find(green).orElseThrow(), "orders");
    }

    private static String standing(Day day, String cluster) {
        return Day.line(day.report(), cluster).path("standing").asText();
    }

    @ParameterizedTest
    @MethodSource("copies")
    void lendNoCopyToAnotherCluster(Switches switches) {
        var day = day(switches);
        var oracle = new Oracle(day.world(), PolicyFiles.read(Optional.empty()));
        day.pass(6);
        day.sweep();
        day.pass(2);
        day.sweep();
        assertThat(standing(day, SmallWorld.ORDERS)).isEqualTo("PROTECTED");

        swap(day);
        day.sweep();
        assertThat(standing(day, ASIDE)).isEqualTo("PROTECTED");
        assertThat(standing(day, SmallWorld.ORDERS)).isEqualTo("UNPROTECTED");
        assertThat(Day.gaps(day.report(), SmallWorld.ORDERS)).contains("NoCopy", "CopyFailing");
        assertThat(Comparison.of(day.world(), oracle, day.report(), day.world().time().instant()))
                .isEmpty();
    }
}
