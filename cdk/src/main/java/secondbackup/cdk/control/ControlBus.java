package secondbackup.cdk.control;

import java.util.List;
import java.util.Map;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.events.CfnEventBusPolicy;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/// The bus to which the organization's accounts forward what AWS Backup says and which calls ring, with its two rules.
///
/// The rules name no account: the bus's policy admits the organization, and whichever accounts it has may send. An
/// event that came from another account is never sent on to a third.
///
/// Source: Amazon EventBridge User Guide, "Sending and receiving events between AWS accounts", and AWS Backup
/// Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge" (states of copy jobs), read 2026-11-27.
final class ControlBus {
    static final String NAME = "second-backup-control";

    ControlBus(Construct scope, Parts parts, Functions functions, CopyQueue queue) {
        var bus = CfnEventBus.Builder.create(scope, "ControlBus").name(NAME).build();
        for (var statement : parts.statements("control/bus.json")) {
            var sid = String.valueOf(statement.get("Sid"));
            CfnEventBusPolicy.Builder.create(scope, "ControlBus" + sid)
                    .eventBusName(bus.getRef())
                    .statementId(sid)
                    .statement(statement)
                    .build();
        }
        rule(
                scope,
                "CopyJobs",
                "second-backup-copy-jobs",
                "A copy job has ended: a slot is free, or a copy is to be tried again",
                Map.of(
                        "source",
                        List.of("aws.backup"),
                        "detail-type",
                        List.of("Copy Job State Change"),
                        "detail",
                        Map.of("state", List.of("COMPLETED", "FAILED"))),
                bus,
                target(queue.arn(), queue));
        var tripwires =
                rule(
                        scope,
                        "Tripwires",
                        "second-backup-tripwires",
                        "Somebody made a call that rings; Notify tells Slack",
                        Map.of("detail-type", List.of("AWS API Call via CloudTrail")),
                        bus,
                        target(functions.arn("notify"), queue));
        CfnPermission.Builder.create(scope, "TripwiresWakeNotify")
                .action("lambda:InvokeFunction")
                .functionName(functions.arn("notify"))
                .principal("events.amazonaws.com")
                .sourceArn(tripwires.getAttrArn())
                .build();
    }

    private static CfnRule.TargetProperty target(String arn, CopyQueue queue) {
        return CfnRule.TargetProperty.builder()
                .id("target")
                .arn(arn)
                .deadLetterConfig(
                        CfnRule.DeadLetterConfigProperty.builder()
                                .arn(queue.deadLettersArn())
                                .build())
                .build();
    }

    private static CfnRule rule(
            Construct scope,
            String id,
            String name,
            String why,
            Map<String, Object> pattern,
            CfnEventBus bus,
            CfnRule.TargetProperty target) {
        return CfnRule.Builder.create(scope, id)
                .name(name)
                .description(why)
                .eventBusName(bus.getRef())
                .eventPattern(pattern)
                .targets(List.of(target))
                .build();
    }
}
