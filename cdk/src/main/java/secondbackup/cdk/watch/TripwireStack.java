package secondbackup.cdk.watch;

import java.util.List;
import secondbackup.cdk.parts.Parts;
import secondbackup.policy.Estate;
import secondbackup.policy.Tripwire;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/// The tripwires of one account and Region: one rule each, whose target is the control bus.
///
/// The role that the rules use belongs to the account; the stack in the account's first Region makes it.
///
/// Source: Amazon EventBridge User Guide, "AWS service events delivered via AWS CloudTrail" (the default bus only; a
/// trail is needed) and "Sending and receiving events between AWS accounts" (a role, other Regions), read 2026-11-27.
public final class TripwireStack extends Stack {
    public TripwireStack(Construct scope, Posts.Post post, Parts parts) {
        super(
                scope,
                post.stack(),
                parts.bare(
                        post.account(),
                        post.region(),
                        "second-backup: tells of calls that nobody should make"));
        var role =
                post.first()
                        ? parts.role(this, "tripwires.json").getRoleArn()
                        : "arn:aws:iam::" + getAccount() + ":role/second-backup-tripwires";
        for (var wire : post.wires()) {
            rule(this, wire, parts, role).setName(name(wire));
            if (post.first() && wire.selfTest()) {
                selfTest(wire, parts);
            }
        }
    }

    private static String name(Tripwire wire) {
        return "second-backup-tripwire-" + wire.name();
    }

    /// Makes a call each week that changes nothing: it enables the rule that hears of it. All of the way is tested, from
    /// the trail on; and there is no dead-letter queue, for whatever fails on the way is a self-test that does not come.
    ///
    /// Source: Amazon EventBridge Scheduler User Guide, "Using universal targets in EventBridge Scheduler"; Amazon
    /// EventBridge API Reference, "EnableRule", read 2026-11-27.
    private void selfTest(Tripwire wire, Parts parts) {
        CfnSchedule.Builder.create(this, "SelfTestSchedule")
                .name("second-backup-self-test")
                .description("Lets the tripwires ring, so that people hear that they can")
                .scheduleExpression("cron(30 9 ? * MON *)")
                .scheduleExpressionTimezone(parts.deployment().sweep().timeZone())
                .flexibleTimeWindow(
                        CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(
                        CfnSchedule.TargetProperty.builder()
                                .arn("arn:aws:scheduler:::aws-sdk:eventbridge:enableRule")
                                .roleArn(parts.role(this, "self-test.json").getRoleArn())
                                .input("{\"Name\": \"" + name(wire) + "\"}")
                                .build())
                .build();
    }

    /// The rule of one tripwire, on the default bus, under a name that AWS CloudFormation makes up.
    ///
    /// @param roleArn role that may put events on the control bus
    public static CfnRule rule(Construct scope, Tripwire wire, Parts parts, String roleArn) {
        return CfnRule.Builder.create(scope, "Tripwire" + wire.name())
                .description(wire.why())
                .eventPattern(TripwirePattern.of(wire))
                .targets(
                        List.of(
                                CfnRule.TargetProperty.builder()
                                        .id("control-bus")
                                        .arn(bus(parts.estate()))
                                        .roleArn(roleArn)
                                        .build()))
                .build();
    }

    private static String bus(Estate estate) {
        return "arn:aws:events:"
                + estate.homeRegion()
                + ":"
                + estate.controlAccount()
                + ":event-bus/second-backup-control";
    }
}
