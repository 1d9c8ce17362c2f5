package secondbackup.simulation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.physics.Chance;
import software.amazon.awssdk.services.backup.model.BackupPlan;
import software.amazon.awssdk.services.backup.model.BackupPlanInput;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.CopyAction;

/// Checks the document of a plan and gives it what AWS Backup adds: ids of rules, defaults, a version.
///
/// Source: AWS Backup API model, BackupPlanInput, BackupRuleInput; AWS Backup Developer Guide, "Backup plan
/// options and configuration", "AWS Backup quotas", read 2026-11-22.
final class PlanDocuments {
    private static final int RULES_MOST = 10;
    private static final int COPIES_MOST = 5;
    private static final long START_WINDOW_LEAST = 60;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9\\-_.]{1,50}");

    private final Chance chance;

    PlanDocuments(Chance chance) {
        this.chance = chance;
    }

    /// Fails: `InvalidParameterValueException`, `MissingParameterValueException`,
    /// `LimitExceededException`.
    BackupPlan made(@Nullable BackupPlanInput asked, String planId, Instant madeAt) {
        if (asked == null || asked.rules().isEmpty()) {
            throw BackupErrors.missingValue("BackupPlan.Rules");
        }
        name("BackupPlanName", asked.backupPlanName());
        if (asked.rules().size() > RULES_MOST) {
            throw BackupErrors.limitExceeded("A backup plan can have at most 10 rules");
        }
        var rules = new ArrayList<BackupRule>();
        for (var rule : asked.rules()) {
            check(rule, madeAt);
            rules.add(rule(rule, chance.uuid("rule", planId, rule.ruleName(), rules.size())));
        }
        return BackupPlan.builder()
                .backupPlanName(asked.backupPlanName())
                .rules(rules)
                .advancedBackupSettings(asked.advancedBackupSettings())
                .build();
    }

    private static BackupRule rule(BackupRuleInput asked, String ruleId) {
        var schedule = asked.scheduleExpression();
        var zone = asked.scheduleExpressionTimezone();
        return BackupRule.builder()
                .ruleName(asked.ruleName())
                .ruleId(ruleId)
                .targetBackupVaultName(asked.targetBackupVaultName())
                .scheduleExpression(schedule == null ? PlanRuns.SCHEDULE : schedule)
                .scheduleExpressionTimezone(zone == null ? "Etc/UTC" : zone)
                .startWindowMinutes(or(asked.startWindowMinutes(), PlanRuns.START_WINDOW_MINUTES))
                .completionWindowMinutes(
                        or(asked.completionWindowMinutes(), PlanRuns.COMPLETION_WINDOW_MINUTES))
                .enableContinuousBackup(false)
                .lifecycle(asked.lifecycle())
                .recoveryPointTags(asked.hasRecoveryPointTags() ? asked.recoveryPointTags() : null)
                .copyActions(asked.copyActions())
                .build();
    }

    private static void check(BackupRuleInput asked, Instant madeAt) {
        name("RuleName", asked.ruleName());
        if (asked.targetBackupVaultName() == null) {
            throw BackupErrors.missingValue("TargetBackupVaultName");
        }
        var start = or(asked.startWindowMinutes(), PlanRuns.START_WINDOW_MINUTES);
        var completion = or(asked.completionWindowMinutes(), PlanRuns.COMPLETION_WINDOW_MINUTES);
        checkWindows(start, completion);
        refuseUnknown(asked);
        Lifecycles.days(asked.lifecycle());
        checkCopies(asked.copyActions());
        var schedule = asked.scheduleExpression();
        var zone = asked.scheduleExpressionTimezone();
        Schedule.of(
                schedule == null ? PlanRuns.SCHEDULE : schedule, zone == null ? "" : zone, madeAt);
    }

    /// Better refused than passed over in silence.
    private static void refuseUnknown(BackupRuleInput asked) {
        if (Boolean.TRUE.equals(asked.enableContinuousBackup())) {
            throw BackupErrors.invalidValue("Continuous backups are not simulated");
        }
        if (asked.targetLogicallyAirGappedBackupVaultArn() != null) {
            throw BackupErrors.invalidValue("Air-gapped vaults as first target are not simulated");
        }
    }

    static void checkWindows(long startMinutes, long completionMinutes) {
        if (startMinutes < START_WINDOW_LEAST) {
            throw BackupErrors.invalidValue("Start window must be at least 60 minutes");
        }
        if (completionMinutes <= startMinutes) {
            throw BackupErrors.invalidValue(
                    "Completion window must be longer than the start window");
        }
    }

    private static void checkCopies(List<CopyAction> copies) {
        if (copies.size() > COPIES_MOST) {
            throw BackupErrors.limitExceeded("A rule can have at most 5 copy actions");
        }
        for (var copy : copies) {
            if (copy.destinationBackupVaultArn() == null) {
                throw BackupErrors.missingValue("DestinationBackupVaultArn");
            }
            if (!Vaults.ARN.matcher(copy.destinationBackupVaultArn()).matches()) {
                throw BackupErrors.invalidValue(
                        "Invalid DestinationBackupVaultArn " + copy.destinationBackupVaultArn());
            }
            Lifecycles.days(copy.lifecycle());
        }
    }

    private static void name(String what, @Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw BackupErrors.invalidValue("Invalid " + what + " " + name);
        }
    }

    /// A version in the shape that AWS uses: the base 64 of a UUID.
    String version(String planId, Instant at, String before) {
        var uuid = chance.uuid("plan version", planId, at, before);
        return Base64.getEncoder().encodeToString(uuid.getBytes(UTF_8));
    }

    /// Whether two plans say the same, whatever the ids of their rules.
    static boolean same(BackupPlan one, BackupPlan other) {
        return one.backupPlanName().equals(other.backupPlanName())
                && withoutIds(one).equals(withoutIds(other));
    }

    private static List<BackupRule> withoutIds(BackupPlan plan) {
        return plan.rules().stream().map(rule -> rule.toBuilder().ruleId(null).build()).toList();
    }

    private static long or(@Nullable Long asked, long otherwise) {
        return asked == null ? otherwise : asked;
    }
}
