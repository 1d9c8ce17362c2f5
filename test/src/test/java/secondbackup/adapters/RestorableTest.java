package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.SubnetGroups;

/// What keeps a held copy from being restored, seen where it is, and nowhere else.
final class RestorableTest {
    private static final String RECOVERY = SmallWorld.RECOVERY;
    private static final String POSTGRES = "aurora-postgresql";

    private final Day day = Day.deployedAndLived(SmallWorld.world());

    record Trouble(String what, Consumer<Day> happens) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble(
                        "vault second-backup-recovery is not there",
                        day -> day.world().vaults().remove(receiving(day))),
                new Trouble(
                        "the key of vault second-backup-recovery is Disabled",
                        day ->
                                day.world().keys().find(receiving(day).keyArn).orElseThrow().state =
                                        Keys.State.DISABLED),
                new Trouble(
                        "covers two Availability Zones; the best covers 0",
                        day -> day.world().subnetGroups().removeAll(RECOVERY, SmallWorld.HOME)),
                new Trouble(
                        "covers two Availability Zones; the best covers 1",
                        day -> {
                            day.world().subnetGroups().removeAll(RECOVERY, SmallWorld.HOME);
                            day.world()
                                    .subnetGroups()
                                    .put(
                                            new SubnetGroups.Group(
                                                    RECOVERY,
                                                    SmallWorld.HOME,
                                                    "one",
                                                    List.of("eu-central-1a")));
                        }),
                new Trouble(
                        "for all 0 DB clusters that the account may have",
                        day -> day.world().clusters().raise(RECOVERY, SmallWorld.HOME, 0)));
    }

    private static secondbackup.simulation.backup.Vaults.Vault receiving(Day day) {
        return day.world()
                .vaults()
                .find(
                        "arn:aws:backup:eu-central-1:"
                                + RECOVERY
                                + ":backup-vault:second-backup-recovery")
                .orElseThrow();
    }

    private static String rung(JsonNode report, String cluster) {
        return Day.line(report, cluster).path("rung").asText();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatEveryRestoreNeedsIsOneGapForThePlace(Trouble trouble) {
        trouble.happens().accept(day);
        var report = day.look();

        assertThat(report.path("gaps").findValuesAsText("kind"))
                .filteredOn("RestoreBlocked"::equals)
                .hasSize(1);
        assertThat(report.path("gaps").toString()).contains(trouble.what());
        assertThat(rung(report, SmallWorld.ORDERS)).isEqualTo("HELD");
        assertThat(Day.line(report, SmallWorld.ORDERS).path("standing").asText())
                .isEqualTo("PROTECTED");
    }

    @Test
    void goodCopiesAreRestorableAndNothingIsSaid() {
        var report = day.look();

        assertThat(rung(report, SmallWorld.ORDERS)).isEqualTo("RESTORABLE");
        assertThat(report.path("gaps").findValuesAsText("kind"))
                .doesNotContain("EngineRetired", "RestoreBlocked", "StateUnknown");
    }

    @Test
    void versionThatIsRetiredWhereTheVaultIsIsToldWithAWayOut() {
        day.world().engineVersions().retire(SmallWorld.HOME, POSTGRES, "16.8");
        var report = day.look();

        assertThat(Day.gaps(report, SmallWorld.ORDERS)).containsExactly("EngineRetired");
        assertThat(report.path("gaps").toString())
                .contains("aurora-postgresql 16.8, with which no cluster can be made")
                .contains("--engine-version 17.4");
        assertThat(rung(report, SmallWorld.ORDERS)).isEqualTo("HELD");
    }

    @Test
    void versionThatIsRetiredElsewhereIsNot() {
        day.world().engineVersions().retire(SmallWorld.IRELAND, POSTGRES, "16.8");
        day.world().engineVersions().retire(SmallWorld.HOME, POSTGRES, "16.6");

        assertThat(rung(day.look(), SmallWorld.ORDERS)).isEqualTo("RESTORABLE");
    }

    /// Whatever is the cause, one for all its copies; the place is hidden, not healed.
    @Test
    void placeThatCannotBeReadAnyMoreIsNotTakenForHealed() {
        day.world().subnetGroups().removeAll(RECOVERY, SmallWorld.HOME);
        day.look();
        day.world().roles().remove(RECOVERY, "second-backup-member-survey");
        var report = day.look();

        assertThat(report.path("hidden").findValuesAsText("kind")).contains("RestoreBlocked");
        assertThat(Day.gaps(report, RECOVERY)).containsExactly("AccountUnreadable");
        assertThat(rung(report, SmallWorld.ORDERS)).isEqualTo("HELD");
    }

    @Test
    void versionsAreReadOnceForTheVaultsRegionHoweverManyCopiesThereAre() {
        day.world().calls().reset();
        day.look();

        var calls = day.world().calls();
        assertThat(calls.of("rds", "DescribeDBEngineVersions")).isEqualTo(2);
        assertThat(calls.of("rds", "DescribeDBMajorEngineVersions")).isEqualTo(2);
        assertThat(calls.of("rds", "DescribeDBSubnetGroups")).isEqualTo(1);
        assertThat(calls.of("rds", "DescribeAccountAttributes")).isEqualTo(1);
    }

    @Test
    void volumeThatShrinksOutOfCharacterIsToldAndNormalGrowthIsNot() {
        for (var days = 0; days < 6; days++) {
            day.pass(24);
            day.sweep();
            day.pass(2);
        }
        assertThat(Day.gaps(day.look(), SmallWorld.ORDERS)).doesNotContain("SizeJumped");
        var cluster = day.world().clusters().find(SmallWorld.ORDERS).orElseThrow();
        var now = day.world().time().instant();
        cluster.jumps.put(now, -cluster.sizeBytesAt(now) / 2);
        for (var days = 0; days < 2; days++) {
            day.pass(24);
            day.sweep();
            day.pass(2);
        }

        assertThat(Day.gaps(day.look(), SmallWorld.ORDERS)).contains("SizeJumped");
        assertThat(Day.gaps(day.look(), SmallWorld.BASKET)).doesNotContain("SizeJumped");
        assertThat(Duration.between(cluster.createdAt, now)).isGreaterThan(Duration.ofDays(30));
    }
}
