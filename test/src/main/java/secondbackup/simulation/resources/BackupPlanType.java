package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.backup.Plans;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.UpdateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.UpdateBackupPlanResponse;

/// `AWS::Backup::BackupPlan`. The tags of a plan do not change here after it is made.
public final class BackupPlanType implements ResourceType {
    private final Plans plans;

    public BackupPlanType(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String name() {
        return "AWS::Backup::BackupPlan";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("BackupPlan")
                .recorded("BackupPlanTags")
                .required("BackupPlan")
                .within("BackupPlan", "BackupPlanName", "BackupPlanRule")
                .within(
                        "BackupPlan.BackupPlanRule",
                        "CompletionWindowMinutes",
                        "CopyActions",
                        "Lifecycle",
                        "RecoveryPointTags",
                        "RuleName",
                        "ScheduleExpression",
                        "ScheduleExpressionTimezone",
                        "StartWindowMinutes",
                        "TargetBackupVault")
                .within(
                        "BackupPlan.BackupPlanRule.CopyActions",
                        "DestinationBackupVaultArn",
                        "Lifecycle")
                .within("BackupPlan.BackupPlanRule.CopyActions.Lifecycle", "DeleteAfterDays")
                .within("BackupPlan.BackupPlanRule.Lifecycle", "DeleteAfterDays")
                .attributes("BackupPlanArn", "BackupPlanId", "VersionId");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var made =
                scene.call(
                        "backup",
                        CreateBackupPlanRequest.builder()
                                .backupPlan(PlanTexts.plan(wanted.within("BackupPlan")))
                                .backupPlanTags(wanted.tags("BackupPlanTags"))
                                .build(),
                        CreateBackupPlanResponse.class);
        return made(made.backupPlanId(), made.versionId(), scene);
    }

    private static Made made(String id, String version, Scene scene) {
        return Made.of(
                id,
                Map.of(
                        "BackupPlanArn",
                        scene.arn("backup", "backup-plan:" + id),
                        "BackupPlanId",
                        id,
                        "VersionId",
                        version));
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        var updated =
                scene.call(
                        "backup",
                        UpdateBackupPlanRequest.builder()
                                .backupPlanId(id)
                                .backupPlan(PlanTexts.plan(change.after().within("BackupPlan")))
                                .build(),
                        UpdateBackupPlanResponse.class);
        return made(id, updated.versionId(), scene);
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        if (plans.find(scene.account(), scene.region(), id).isPresent()) {
            scene.call(
                    "backup",
                    DeleteBackupPlanRequest.builder().backupPlanId(id).build(),
                    DeleteBackupPlanResponse.class);
        }
    }

    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        return plans.find(scene.account(), scene.region(), id)
                .map(plan -> Reading.begun().set("BackupPlan", PlanTexts.shown(plan.document)));
    }
}
