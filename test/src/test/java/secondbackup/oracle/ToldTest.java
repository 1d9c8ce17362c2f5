package secondbackup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.kms.Keys;

/// What goes wrong on a copy's way must be told, and must not where nothing does. The product tells it; a report
/// that left it out, or made it up, would be found out.
final class ToldTest {
    /// @param gap that must say it
    /// @param happens after the first copies have arrived
    /// @param hours until the sweep that sees it
    record Trouble(String gap, Consumer<Day> happens, long hours) {
        @Override
        public String toString() {
            return gap;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble("NotEnrolled", ToldTest::stopPlans, 0),
                new Trouble(
                        "NotEnrolled",
                        day ->
                                day.world()
                                        .roles()
                                        .remove(SmallWorld.SHOP, "AWSBackup-second-backup"),
                        0),
                new Trouble(
                        "OptedOut",
                        day ->
                                day.world()
                                        .settings()
                                        .optIn(
                                                SmallWorld.SHOP,
                                                SmallWorld.IRELAND,
                                                "Aurora",
                                                false),
                        0),
                new Trouble("KeyNotShareable", ToldTest::disableKey, 0),
                new Trouble("LastCopyExpiring", day -> copy(day).deleteAfterDays = 3L, 0),
                new Trouble("SnapshotMissing", ToldTest::loseSnapshot, 0),
                new Trouble(
                        "CopyFailing",
                        day ->
                                day.world()
                                        .copyTroubles()
                                        .fail(_ -> true, "FATAL_ERROR", "An error."),
                        1),
                new Trouble("CopyStuck", day -> day.world().copyTroubles().stick(_ -> true), 13));
    }

    private static void stopPlans(Day day) {
        day.world().backup().plans().all().forEach(plan -> plan.deletedAt = plan.createdAt);
    }

    private static void disableKey(Day day) {
        var cluster = day.world().clusters().find(SmallWorld.ORDERS).orElseThrow();
        day.world().keys().find(cluster.keyArn).orElseThrow().state = Keys.State.DISABLED;
    }

    private static void loseSnapshot(Day day) {
        var snapshots = day.world().snapshots();
        snapshots.remove(snapshots.find(copy(day).snapshotArn).orElseThrow());
    }

    private static RecoveryPoint copy(Day day) {
        return day.vault().points.values().stream()
                .filter(point -> point.resourceArn.equals(SmallWorld.ORDERS))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> disagreements(Day day, Oracle oracle, JsonNode report) {
        return Comparison.of(day.world(), oracle, report, day.world().time().instant());
    }

    private static Oracle oracle(Day day) {
        return new Oracle(day.world(), PolicyFiles.read(Optional.empty()));
    }

    private static List<String> kinds(JsonNode report) {
        return report.path("gaps").findValuesAsText("kind");
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isToldAndCannotBeLeftOut(Trouble trouble) {
        var day = Day.deployedAndLived(SmallWorld.read(SmallWorld.bare()));
        var oracle = oracle(day);
        trouble.happens().accept(day);
        if (trouble.hours() > 0) {
            day.pass(18);
            day.sweep();
            day.pass(trouble.hours());
        }
        var report = day.look();

        assertThat(kinds(report)).contains(trouble.gap());
        assertThat(disagreements(day, oracle, report)).isEmpty();
        ((ArrayNode) report.path("gaps"))
                .removeIf(gap -> gap.path("kind").asText().equals(trouble.gap()));
        assertThat(disagreements(day, oracle, report))
                .anyMatch(wrong -> wrong.contains(trouble.gap()) && wrong.contains("no gap"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NotEnrolled",
                "KeyNotShareable",
                "LastCopyExpiring",
                "SnapshotMissing",
                "CopyFailing",
                "CopyStuck"
            })
    void cannotBeMadeUp(String kind) {
        var day = Day.deployedAndLived(SmallWorld.read(SmallWorld.bare()));
        var made = JsonNodeFactory.instance.objectNode();
        made.put("kind", kind).put("arn", SmallWorld.ORDERS);
        var report = day.report();
        ((ArrayNode) report.path("gaps")).add(made);

        assertThat(disagreements(day, oracle(day), report))
                .containsExactly(SmallWorld.ORDERS + ": gap " + kind + " is not true");
    }

    @Test
    void isNothingOnAGoodDay() {
        var day = Day.deployedAndLived(SmallWorld.read(SmallWorld.bare()));

        assertThat(disagreements(day, oracle(day), day.report())).isEmpty();
        assertThat(day.report().path("gaps")).isEmpty();
    }
}
