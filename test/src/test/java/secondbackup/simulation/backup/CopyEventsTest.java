package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.events.Events.Event;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

final class CopyEventsTest {
    private CopyStory story = CopyStory.likely();

    @Test
    void tellsLittleOfAJobJustCreated() {
        story.copy(story.point("orders"));

        assertThat(fields(detail(0)))
                .containsExactly(
                        "creationDate",
                        "state",
                        "sourceBackupVaultArn",
                        "destinationBackupVaultArn");
        assertThat(detail(0).path("creationDate").asText()).isEqualTo("2026-11-02T05:00:00.000Z");
    }

    @Test
    void showsAnEmptyObjectWhereNoPointIsYet() {
        var point = story.point("orders");
        var job = story.copy(point);
        story.days(1);

        assertThat(of(MEMBER))
                .extracting(event -> event.detail().path("state").asText())
                .containsExactly("CREATED", "RUNNING", "COMPLETED");
        assertThat(of(MEMBER)).allMatch(event -> event.resources().equals(List.of(point.arn)));
        assertThat(detail(1).path("destinationRecoveryPointArn").isObject()).isTrue();
        assertThat(detail(2).path("destinationRecoveryPointArn").asText())
                .isEqualTo(job.targetPointArn);
        assertThat(detail(2).path("backupSizeInBytes").isNumber()).isTrue();
        assertThat(detail(2).has("completionDate")).isTrue();
        assertThat(detail(2).has("createdBy")).isFalse();
        assertThat(detail(2).has("statusMessage")).isFalse();
    }

    @Test
    void saysWhyAJobFailed() {
        story.settings.crossAccountBackup = false;
        story.copy(story.point("orders"));
        story.days(1);

        assertThat(detail(1).path("state").asText()).isEqualTo("FAILED");
        assertThat(detail(1).path("statusMessage").asText())
                .startsWith("Copy job failed. Cross-account copy feature");
        assertThat(detail(1).path("destinationRecoveryPointArn").isObject()).isTrue();
    }

    @Test
    void namesThePlanOfAPlansCopy() {
        var point = story.point("orders");
        point.planId = "plan";
        point.createdBy =
                RecoveryPointCreator.builder()
                        .backupPlanId("plan")
                        .backupPlanArn("arn:plan")
                        .backupPlanVersion("one")
                        .backupRuleId("rule")
                        .build();
        story.copies.start(
                point, story.source, story.target.arn(), 30L, story.role(), point.planId);
        story.days(1);

        var job = story.jobs.all().getFirst();
        assertThat(job.state).isEqualTo("COMPLETED");
        assertThat(job.planId).isEqualTo("plan");
        assertThat(point.arn).endsWith("job-" + job.backupJobId.toLowerCase(Locale.ROOT));
        assertThat(story.only(story.target).createdBy).isEqualTo(point.createdBy);
        assertThat(detail(2).path("createdBy").path("backupPlanRuleId").asText()).isEqualTo("rule");
    }

    @Test
    void tellsTheVaultAccountOfThePointOnly() {
        story.copy(story.point("orders"));
        story.days(1);

        assertThat(kinds(KEEPER))
                .containsExactly("Recovery Point State Change", "Recovery Point State Change");
    }

    @Test
    void tellsTheVaultAccountNothingWhereCopiesHaveNoEventsOfTheirPoints() {
        story = new CopyStory(Worlds.with("pointEventsOfCopies", false));
        story.copy(story.point("orders"));
        story.days(1);

        assertThat(story.only(story.target).status).isEqualTo("COMPLETED");
        assertThat(kinds(KEEPER)).isEmpty();
    }

    @Test
    void tellsTheVaultAccountOfTheJobTooWhereAwsDoes() {
        story = new CopyStory(Worlds.with("copyEventsInVaultAccount", true));
        story.copy(story.point("orders"));
        story.days(1);

        assertThat(kinds(KEEPER)).filteredOn("Copy Job State Change"::equals).hasSize(3);
        assertThat(kinds(MEMBER)).filteredOn("Copy Job State Change"::equals).hasSize(3);
    }

    private ObjectNode detail(int number) {
        return of(MEMBER).get(number).detail();
    }

    private List<Event> of(String account) {
        var region = account.equals(MEMBER) ? TOKYO : OSAKA;
        return story.events.emitted().stream()
                .filter(event -> event.account().equals(account) && event.region().equals(region))
                .toList();
    }

    private List<String> kinds(String account) {
        return of(account).stream().map(Event::detailType).toList();
    }

    private static List<String> fields(ObjectNode detail) {
        var names = new ArrayList<String>();
        detail.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
