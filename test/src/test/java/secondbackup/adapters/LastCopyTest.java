package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.LegalHold;
import secondbackup.proof.Day;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.backup.Holds;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;

/// A cluster of which nothing new has come, and what keeps its last copy.
final class LastCopyTest {
    private static final String HOLDER = "second-backup-vault-holder";
    private static final String READER = "second-backup-vault-reader";

    private final Day day = Day.deployedAndLived(SmallWorld.world());

    /// Its copy lives for three days, and nothing follows it.
    @BeforeEach
    void nothingComesAnyMore() {
        copy().deleteAfterDays = 3L;
    }

    private Lambdas holding() {
        return day.under(
                OwnEstate.policies(
                        "last-copies-held",
                        Map.of("estate.json", estate -> estate.put("holdLastCopies", true))));
    }

    private RecoveryPoint copy() {
        return copies().getFirst();
    }

    private List<RecoveryPoint> copies() {
        return day.vault().points.values().stream()
                .filter(point -> point.resourceArn.equals(SmallWorld.ORDERS))
                .toList();
    }

    private List<Holds.Hold> holds() {
        return day.world().backup().holds().in(SmallWorld.VAULT, SmallWorld.HOME);
    }

    private static List<String> remedies(JsonNode report) {
        return report.path("gaps").findParents("kind").stream()
                .filter(gap -> gap.path("kind").asText().equals("LastCopyExpiring"))
                .map(gap -> gap.path("remedy").asText())
                .toList();
    }

    private void takeAway(String role, String action) {
        var found = day.world().roles().find(SmallWorld.VAULT, role).orElseThrow();
        found.policies.replaceAll((_, policy) -> policy.replace(action, "backup:Nothing"));
    }

    @Test
    void isLeftToPeopleUnlessPoliciesAskForMore() {
        assertThat(Day.gaps(day.look(), SmallWorld.ORDERS)).contains("LastCopyExpiring");
        assertThat(holds()).isEmpty();
        day.pass(24 * 4);

        assertThat(copies()).isEmpty();
    }

    @Test
    void isHeldByItselfAndOutlivesItsEnd() {
        var lambdas = holding();
        var first = day.look(lambdas, "");

        assertThat(remedies(first))
                .singleElement()
                .satisfies(remedy -> assertThat(remedy).startsWith("A legal hold is being set"));
        assertThat(holds())
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.title).isEqualTo(LegalHold.TITLE);
                    assertThat(hold.description).isEqualTo(copy().arn);
                });
        assertThat(Day.gaps(day.look(lambdas, ""), SmallWorld.ORDERS))
                .doesNotContain("LastCopyExpiring");
        day.pass(24 * 4);
        day.look(lambdas, "");

        assertThat(copies()).hasSize(1);
        assertThat(holds()).hasSize(1);
        assertThat(day.report().path("facts").toString())
                .contains("Legal holds keep 1 copy in vault second-backup until people");
    }

    /// The other cluster's copies of that day expire as agreed.
    @Test
    void holdKeepsNothingElse() {
        day.vault().points.values().forEach(point -> point.deleteAfterDays = 30L);
        copy().deleteAfterDays = 3L;
        day.look(holding(), "");
        var others =
                day.vault().points.values().stream()
                        .filter(point -> !point.resourceArn.equals(SmallWorld.ORDERS))
                        .toList();

        assertThat(others)
                .isNotEmpty()
                .noneMatch(point -> day.world().backup().holds().hold(day.vault(), point));
    }

    @Test
    void holdThatSomebodyTookOffIsToldAndNotSetAgain() {
        var lambdas = holding();
        day.look(lambdas, "");
        holds().getFirst().cancelledAt = day.world().time().instant();

        assertThat(remedies(day.look(lambdas, "")))
                .singleElement()
                .satisfies(remedy -> assertThat(remedy).contains("somebody took it off"));
        assertThat(holds()).hasSize(1).noneMatch(Holds.Hold::active);
    }

    @Test
    void refusedHoldIsNamedAndTheGapStays() {
        takeAway(HOLDER, "backup:CreateLegalHold");
        var report = day.look(holding(), "");

        assertThat(report.path("notSeen").toString())
                .contains("The legal hold that was to keep copy " + copy().arn)
                .contains(HOLDER, "not authorized to perform: backup:CreateLegalHold ");
        assertThat(remedies(report)).hasSize(1);
        assertThat(holds()).isEmpty();
    }

    @Test
    void holdsThatCannotBeSeenAreAGapAndNoneIsSet() {
        takeAway(READER, "backup:ListLegalHolds");
        var report = day.look(holding(), "");

        assertThat(Day.gaps(report, SmallWorld.VAULT_ARN)).containsExactly("StateUnknown");
        assertThat(report.path("gaps").toString())
                .contains("not authorized to perform: backup:ListLegalHolds ");
        assertThat(remedies(report)).hasSize(1);
        assertThat(holds()).isEmpty();
    }

    @Test
    void holdWhosePointsCannotBeSeenHoldsNothing() {
        var lambdas = holding();
        day.look(lambdas, "");
        takeAway(READER, "backup:ListRecoveryPointsByLegalHold");
        var report = day.look(lambdas, "");

        assertThat(report.path("gaps").toString())
                .contains("not authorized to perform: backup:ListRecoveryPointsByLegalHold ");
        assertThat(remedies(report)).hasSize(1);
    }

    /// One call for the list, and one for each hold that is active.
    @Test
    void readsOnePageMoreForEachHold() {
        var lambdas = holding();
        day.look(lambdas, "");
        day.world().calls().reset();
        day.look(lambdas, "");

        var calls = day.world().calls();
        assertThat(calls.of("backup", "ListLegalHolds")).isEqualTo(1);
        assertThat(calls.of("backup", "ListRecoveryPointsByLegalHold")).isEqualTo(1);
        assertThat(calls.of("backup", "CreateLegalHold")).isZero();
    }

    /// The first copy is about to expire, and the next one has come.
    @Test
    void nothingIsHeldWhileNewerCopiesCome() {
        day.pass(18);
        day.sweep();
        day.pass(6);
        assertThat(copies())
                .extracting(copy -> copy.deleteAfterDays)
                .containsExactlyInAnyOrder(3L, 35L);

        assertThat(Day.gaps(day.look(holding(), ""), SmallWorld.ORDERS)).isEmpty();
        assertThat(holds()).isEmpty();
    }
}
