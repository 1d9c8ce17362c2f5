package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.DeployedPlan;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/// Takes a backup plan's rules from AWS's answer.
///
/// Source: AWS Backup API, `BackupRule` (`ScheduleExpressionTimezone`: UTC by default) and `Lifecycle`, read
/// 2026-11-27.
final class PlanRules {
    private static final String UTC = "UTC";

    private PlanRules() {}

    static DeployedPlan.Rule of(BackupRule rule) {
        var zone = orEmpty(rule.scheduleExpressionTimezone());
        return new DeployedPlan.Rule(
                orEmpty(rule.ruleName()),
                orEmpty(rule.targetBackupVaultName()),
                orEmpty(rule.scheduleExpression()),
                zone.isEmpty() ? UTC : zone,
                Optional.ofNullable(rule.startWindowMinutes()),
                Optional.ofNullable(rule.completionWindowMinutes()),
                Boolean.TRUE.equals(rule.enableContinuousBackup()),
                kept(rule.lifecycle()),
                rule.copyActions().stream()
                        .map(copy ->
                                new DeployedPlan.Copy(
                                        orEmpty(copy.destinationBackupVaultArn()),
                                        kept(copy.lifecycle())))
                        .toList(),
                Optional.ofNullable(rule.targetLogicallyAirGappedBackupVaultArn()));
    }

    private static DeployedPlan.Kept kept(@Nullable Lifecycle lifecycle) {
        return lifecycle == null
                ? new DeployedPlan.Kept(Optional.empty(), Optional.empty())
                : new DeployedPlan.Kept(
                        Optional.ofNullable(lifecycle.deleteAfterDays()),
                        Optional.ofNullable(lifecycle.moveToColdStorageAfterDays()));
    }
}
