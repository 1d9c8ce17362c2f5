package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.backup.Plans.Plan;
import secondbackup.simulation.backup.Plans.Selection;
import secondbackup.simulation.rds.Clusters.Cluster;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

/// Executes the plans by the clock. Each rule has one pending event, its next execution, which plans the
/// one after it; an event of a version that is no longer the plan's own does nothing.
///
/// A cluster is only taken while its type is opted in: clusters share their ARN format, so that the opt-in
/// counts even where a selection names them.
///
/// Where the start windows of two rules of a plan overlap, only the one that keeps its backup longer runs.
///
/// Continuous backups are not simulated: the making of such a rule is refused.
///
/// Source: AWS Backup Developer Guide, "Backup plan options and configuration" (overlapping backup rules),
/// "Assign resources with AWS CLI" (shared resource types), read 2026-11-22.
final class PlanRuns {
    static final String SCHEDULE = "cron(0 5 ? * * *)";
    static final long START_WINDOW_MINUTES = 8 * 60;
    static final long COMPLETION_WINDOW_MINUTES = 7 * 24 * 60;

    private final Surroundings around;
    private final Settings settings;
    private final BackupRun run;

    PlanRuns(Surroundings around, Settings settings, BackupRun run) {
        this.around = around;
        this.settings = settings;
        this.run = run;
    }

    /// Plans the next execution of every rule of a plan.
    void plan(Plan plan) {
        for (var rule : plan.rules()) {
            planNext(plan, rule, plan.versionId);
        }
    }

    static Schedule schedule(Plan plan, BackupRule rule) {
        var expression = Objects.requireNonNullElse(rule.scheduleExpression(), SCHEDULE);
        var zone = Objects.requireNonNullElse(rule.scheduleExpressionTimezone(), "");
        return Schedule.of(expression, zone, plan.createdAt);
    }

    static Duration startWindow(BackupRule rule) {
        return minutes(rule.startWindowMinutes(), START_WINDOW_MINUTES);
    }

    private void planNext(Plan plan, BackupRule rule, String version) {
        schedule(plan, rule)
                .next(around.time().instant())
                .ifPresent(at ->
                        around.time()
                                .at(
                                        at,
                                        "rule " + rule.ruleName() + " of plan " + plan.id,
                                        () -> execute(plan, rule, version)));
    }

    private void execute(Plan plan, BackupRule rule, String version) {
        if (plan.deleted() || !plan.versionId.equals(version)) {
            return;
        }
        var now = around.time().instant();
        plan.lastExecutedAt = now;
        planNext(plan, rule, version);
        if (yields(plan, rule, now) || !answers(plan)) {
            return;
        }
        for (var cluster : around.clusters().in(plan.account, plan.region)) {
            if (settings.optedIn(plan.account, plan.region, ResourceTypes.of(cluster))) {
                backUp(plan, rule, cluster);
            }
        }
    }

    /// Nothing runs in an account that is suspended, or where its Region is not enabled.
    private boolean answers(Plan plan) {
        return around.organization().regionEnabled(plan.account, plan.region);
    }

    /// A cluster that several selections take is backed up once.
    private void backUp(Plan plan, BackupRule rule, Cluster cluster) {
        plan.selections.values().stream()
                .filter(selection -> SelectionMatch.takes(selection.document(), cluster))
                .findFirst()
                .ifPresent(selection ->
                        run.accept(
                                job(plan, rule, selection, cluster),
                                rule.copyActions(),
                                startWindow(rule)));
    }

    private BackupJob job(Plan plan, BackupRule rule, Selection selection, Cluster cluster) {
        var now = around.time().instant();
        var id = around.chance().uuid("backup job", rule.ruleId(), cluster.arn(), now);
        var job =
                new BackupJob(
                        plan.account,
                        plan.region,
                        id.toUpperCase(Locale.ROOT),
                        rule.targetBackupVaultName(),
                        cluster.arn(),
                        ResourceTypes.of(cluster),
                        selection.document().iamRoleArn(),
                        now);
        job.startBy = now.plus(startWindow(rule));
        job.completeBy =
                now.plus(minutes(rule.completionWindowMinutes(), COMPLETION_WINDOW_MINUTES));
        job.deleteAfterDays = days(rule);
        job.createdBy = creator(plan, rule);
        job.pointTags.putAll(rule.recoveryPointTags());
        return job;
    }

    private static RecoveryPointCreator creator(Plan plan, BackupRule rule) {
        return RecoveryPointCreator.builder()
                .backupPlanId(plan.id)
                .backupPlanArn(plan.arn())
                .backupPlanName(plan.document.backupPlanName())
                .backupPlanVersion(plan.versionId)
                .backupRuleId(rule.ruleId())
                .backupRuleName(rule.ruleName())
                .backupRuleCron(rule.scheduleExpression())
                .backupRuleTimezone(rule.scheduleExpressionTimezone())
                .build();
    }

    private static boolean yields(Plan plan, BackupRule rule, Instant at) {
        return plan.rules().stream()
                .filter(other -> longer(other, rule))
                .anyMatch(other -> overlaps(plan, other, at, at.plus(startWindow(rule))));
    }

    private static boolean overlaps(Plan plan, BackupRule other, Instant from, Instant to) {
        return schedule(plan, other)
                .next(from.minus(startWindow(other)))
                .filter(start -> start.isBefore(to))
                .isPresent();
    }

    private static boolean longer(BackupRule other, BackupRule rule) {
        var kept = days(rule);
        var keptByOther = days(other);
        return kept != null && (keptByOther == null || keptByOther > kept);
    }

    private static @Nullable Long days(BackupRule rule) {
        var lifecycle = rule.lifecycle();
        return lifecycle == null ? null : Lifecycles.days(lifecycle);
    }

    private static Duration minutes(@Nullable Long asked, long otherwise) {
        return Duration.ofMinutes(asked == null ? otherwise : asked);
    }
}
