package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.cloudformation.Properties;
import software.amazon.awssdk.services.backup.model.BackupPlan;
import software.amazon.awssdk.services.backup.model.BackupPlanInput;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/// A backup plan in a template's words, and back.
final class PlanTexts {
    private PlanTexts() {}

    static BackupPlanInput plan(Properties plan) {
        return BackupPlanInput.builder()
                .backupPlanName(plan.text("BackupPlanName"))
                .rules(plan.structures("BackupPlanRule").stream().map(PlanTexts::rule).toList())
                .build();
    }

    private static BackupRuleInput rule(Properties rule) {
        var made =
                BackupRuleInput.builder()
                        .ruleName(rule.text("RuleName"))
                        .targetBackupVaultName(rule.text("TargetBackupVault"))
                        .startWindowMinutes(VaultParts.number(rule, "StartWindowMinutes"))
                        .completionWindowMinutes(VaultParts.number(rule, "CompletionWindowMinutes"))
                        .lifecycle(lifecycle(rule))
                        .copyActions(
                                rule.structures("CopyActions").stream()
                                        .map(PlanTexts::copy)
                                        .toList());
        if (rule.has("ScheduleExpression")) {
            made.scheduleExpression(rule.text("ScheduleExpression"));
        }
        if (rule.has("ScheduleExpressionTimezone")) {
            made.scheduleExpressionTimezone(rule.text("ScheduleExpressionTimezone"));
        }
        if (rule.has("RecoveryPointTags")) {
            made.recoveryPointTags(rule.tags("RecoveryPointTags"));
        }
        return made.build();
    }

    private static CopyAction copy(Properties copy) {
        return CopyAction.builder()
                .destinationBackupVaultArn(copy.text("DestinationBackupVaultArn"))
                .lifecycle(lifecycle(copy))
                .build();
    }

    private static @Nullable Lifecycle lifecycle(Properties holder) {
        return holder.has("Lifecycle")
                ? Lifecycle.builder()
                        .deleteAfterDays(
                                VaultParts.number(holder.within("Lifecycle"), "DeleteAfterDays"))
                        .build()
                : null;
    }

    static ObjectNode shown(BackupPlan plan) {
        var shown = Reading.begun().put("BackupPlanName", plan.backupPlanName());
        var rules = shown.putArray("BackupPlanRule");
        plan.rules().forEach(rule -> shown(rule, rules.addObject()));
        return shown;
    }

    private static void shown(BackupRule rule, ObjectNode shown) {
        shown.put("RuleName", rule.ruleName())
                .put("TargetBackupVault", rule.targetBackupVaultName())
                .put("ScheduleExpression", rule.scheduleExpression())
                .put("ScheduleExpressionTimezone", rule.scheduleExpressionTimezone())
                .put("StartWindowMinutes", rule.startWindowMinutes())
                .put("CompletionWindowMinutes", rule.completionWindowMinutes());
        lifecycle(rule.lifecycle(), shown);
        Reading.tagMap(shown, "RecoveryPointTags", new TreeMap<>(rule.recoveryPointTags()));
        if (!rule.copyActions().isEmpty()) {
            var copies = shown.putArray("CopyActions");
            for (var copy : rule.copyActions()) {
                var one = copies.addObject();
                one.put("DestinationBackupVaultArn", copy.destinationBackupVaultArn());
                lifecycle(copy.lifecycle(), one);
            }
        }
    }

    private static void lifecycle(@Nullable Lifecycle lifecycle, ObjectNode shown) {
        if (lifecycle != null) {
            shown.putObject("Lifecycle").put("DeleteAfterDays", lifecycle.deleteAfterDays());
        }
    }
}
