package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import secondbackup.simulation.Ask;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.BackupPlanInput;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/// The whole way of a plan: a daily backup in Tokyo, kept a week, and its copy in Osaka in another account,
/// kept two.
final class PlanToCopyTest {
    private final CopyStory story = CopyStory.likely();
    private final Ask member;

    PlanToCopyTest() {
        var operations = new Operations();
        var around = story.world.around();
        new BackupOperations(around, story.vaults, story.settings, story.copies)
                .register(operations);
        member = new Ask(operations, CopyStory.MEMBER, "backup", CopyStory.TOKYO);
        story.settings.optIn(CopyStory.MEMBER, CopyStory.TOKYO, "Aurora", true);
        story.roles
                .find(CopyStory.MEMBER, "AWSBackupCopy")
                .orElseThrow()
                .policies
                .put(
                        "backup",
                        Office.allow(
                                "\"rds:CreateDBClusterSnapshot\", \"rds:DeleteDBClusterSnapshot\""));
        around.clusters()
                .put(
                        new Clusters.Cluster(
                                CopyStory.MEMBER,
                                CopyStory.TOKYO,
                                "orders",
                                "cluster-ORDERS",
                                "aurora-postgresql",
                                "16.4",
                                Clusters.Encryption.SSE_KMS,
                                story.sourceKey.arn(),
                                story.time.instant()));
        select(plan());
    }

    @Test
    void holdsAWeekHereAndTwoWeeksThere() {
        story.days(30);

        assertThat(story.source.points).hasSizeBetween(7, 8);
        assertThat(story.target.points).hasSizeBetween(14, 15);
        assertThat(story.snapshots.all()).hasSizeBetween(21, 23);
        for (var copy : story.target.points.values()) {
            assertThat(copy.createdBy).isNotNull();
            assertThat(copy.sourceVaultArn).isEqualTo(story.source.arn());
        }
    }

    @Test
    void keepsWhatIsThereWhenTheRoleIsGone() {
        story.days(10);
        story.roles.remove(CopyStory.MEMBER, "AWSBackupCopy");

        story.days(30);

        assertThat(story.source.points.values())
                .hasSizeBetween(7, 8)
                .allMatch(point -> point.status.equals("EXPIRED"));
        assertThat(story.target.points).isEmpty();
    }

    private String plan() {
        var copy =
                CopyAction.builder()
                        .destinationBackupVaultArn(story.target.arn())
                        .lifecycle(Lifecycle.builder().deleteAfterDays(14L).build())
                        .build();
        var rule =
                BackupRuleInput.builder()
                        .ruleName("daily")
                        .targetBackupVaultName(story.source.name)
                        .scheduleExpression("cron(0 5 ? * * *)")
                        .lifecycle(Lifecycle.builder().deleteAfterDays(7L).build())
                        .copyActions(copy)
                        .build();
        var plan = BackupPlanInput.builder().backupPlanName("promise").rules(rule).build();
        return member.of(
                        CreateBackupPlanRequest.builder().backupPlan(plan).build(),
                        CreateBackupPlanResponse.class)
                .backupPlanId();
    }

    private void select(String plan) {
        var selection =
                BackupSelection.builder()
                        .selectionName("all")
                        .iamRoleArn("arn:aws:iam::" + CopyStory.MEMBER + ":role/AWSBackupCopy")
                        .resources("*")
                        .build();
        member.of(
                CreateBackupSelectionRequest.builder()
                        .backupPlanId(plan)
                        .backupSelection(selection)
                        .build(),
                CreateBackupSelectionResponse.class);
    }
}
