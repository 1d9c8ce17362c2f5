package secondbackup.cdk.watch;

import java.util.List;
import java.util.Map;
import secondbackup.cdk.parts.AlarmTopic;
import secondbackup.cdk.parts.AlarmTopic.Look;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.events.CfnEventBusPolicy;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.logs.CfnResourcePolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// Rings when no report has been written for too long, in an account and a Region that the control account's troubles
/// do not reach.
///
/// The way of the sign of life: Verify writes `reports/latest.json`; Amazon S3 says so to the control account's default
/// bus; a rule sends it to the bus of this stack, in the other account and Region; a rule here writes it into a log, and
/// Amazon EventBridge counts that as `TriggeredRules`. No Lambda of ours takes part, so none can make it up or break it.
///
/// A day, and up to some hours more: Amazon CloudWatch may look back a little further than the alarm's periods.
///
/// Source: Amazon EventBridge User Guide, "Monitoring Amazon EventBridge" (`TriggeredRules`, by `EventBusName` and
/// `RuleName`); Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data", read 2026-11-27.
public final class DeadManStack extends Stack {
    private static final String BUS = "second-backup-watch";
    private static final String RULE = "second-backup-report-written";
    private static final int HOUR = 3_600;
    private static final int SILENT_HOURS = 24;

    public DeadManStack(Construct scope, String id, Parts parts) {
        super(
                scope,
                id,
                parts.bare(
                        parts.deployment().watch().account(),
                        parts.deployment().watch().region(),
                        "second-backup: rings when no report was written"));
        var bus = CfnEventBus.Builder.create(this, "WatchBus").name(BUS).build();
        for (var statement : parts.statements("control/watch-bus.json")) {
            var sid = String.valueOf(statement.get("Sid"));
            CfnEventBusPolicy.Builder.create(this, "WatchBus" + sid)
                    .eventBusName(bus.getRef())
                    .statementId(sid)
                    .statement(statement)
                    .build();
        }
        var log =
                LogGroup.Builder.create(this, "WatchLog")
                        .logGroupName("/aws/events/" + BUS)
                        .retention(RetentionDays.THIRTEEN_MONTHS)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        CfnResourcePolicy.Builder.create(this, "WatchLogPolicy")
                .policyName(BUS)
                .policyDocument(toJsonString(parts.document("control/watch-log.json")))
                .build();
        CfnRule.Builder.create(this, "ReportWritten")
                .name(RULE)
                .description("A report was written in the control account")
                .eventBusName(bus.getRef())
                .eventPattern(
                        Map.of(
                                "source",
                                List.of("aws.s3"),
                                "detail-type",
                                List.of("Object Created"),
                                "account",
                                List.of(parts.estate().controlAccount().value())))
                .targets(
                        List.of(
                                CfnRule.TargetProperty.builder()
                                        .id("log")
                                        .arn(
                                                "arn:aws:logs:"
                                                        + getRegion()
                                                        + ":"
                                                        + getAccount()
                                                        + ":log-group:"
                                                        + log.getLogGroupName())
                                        .build()))
                .build();
        new AlarmTopic(this, parts)
                .below(
                        "Silence",
                        new Look(
                                "second-backup-silence",
                                "No report of the second backups has been written for a day. Whether there"
                                        + " are copies, nobody knows. In the control account "
                                        + parts.estate().controlAccount()
                                        + ", look at the state machine second-backup-sweep.",
                                "AWS/Events",
                                "TriggeredRules",
                                Map.of("EventBusName", BUS, "RuleName", RULE),
                                "Sum",
                                HOUR,
                                SILENT_HOURS),
                        1);
    }
}
