package secondbackup.cdk.control;

import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/// What starts a sweep, and what wakes Copy where no event does.
///
/// Source: Amazon EventBridge Scheduler User Guide, "Schedule types" (time zones) and "Configuring a schedule's
/// dead-letter queue", read 2026-11-27.
final class Schedules {
    private static final int RETRY_SECONDS_MAX = 1_800;
    private static final int RETRIES_MAX = 10;

    Schedules(Construct scope, Parts parts, Sweep sweep, CopyQueue queue) {
        var deployment = parts.deployment();
        schedule(
                scope,
                parts,
                queue,
                new Woken(
                        "SweepSchedule",
                        "second-backup-sweep",
                        "Starts a sweep",
                        deployment.sweep().cron(),
                        deployment.sweep().timeZone(),
                        sweep.arn(),
                        "sweep-schedule.json"));
        schedule(
                scope,
                parts,
                queue,
                new Woken(
                        "CopySchedule",
                        "second-backup-copy",
                        "Wakes Copy, whether an event did or not",
                        "rate(" + deployment.copyMinutes() + " minutes)",
                        "UTC",
                        queue.arn(),
                        "copy-schedule.json"));
    }

    /// @param rights file of the schedule's role
    private record Woken(
            String id,
            String name,
            String why,
            String expression,
            String timeZone,
            String arn,
            String rights) {}

    private static void schedule(Construct scope, Parts parts, CopyQueue queue, Woken woken) {
        CfnSchedule.Builder.create(scope, woken.id())
                .name(woken.name())
                .description(woken.why())
                .scheduleExpression(woken.expression())
                .scheduleExpressionTimezone(woken.timeZone())
                .flexibleTimeWindow(
                        CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(
                        CfnSchedule.TargetProperty.builder()
                                .arn(woken.arn())
                                .roleArn(parts.role(scope, woken.rights()).getRoleArn())
                                .input("{\"source\": \"" + woken.name() + "\"}")
                                .deadLetterConfig(
                                        CfnSchedule.DeadLetterConfigProperty.builder()
                                                .arn(queue.deadLettersArn())
                                                .build())
                                .retryPolicy(
                                        CfnSchedule.RetryPolicyProperty.builder()
                                                .maximumEventAgeInSeconds(RETRY_SECONDS_MAX)
                                                .maximumRetryAttempts(RETRIES_MAX)
                                                .build())
                                .build())
                .build();
    }
}
