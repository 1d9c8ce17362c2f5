package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.targets.Targets;

/// Where a rule sends what it takes.
///
/// Source: Amazon EventBridge API Reference, "Target"; User Guide, "Using dead-letter queues to process undelivered
/// events in EventBridge"; read 2026-11-27.
///
/// @param id unique within the rule
/// @param roleArn role that EventBridge assumes to reach it, or empty
/// @param deadLetterArn queue for what could not be delivered, or empty
public record RuleTarget(
        String id, String arn, String roleArn, TargetInput input, String deadLetterArn) {
    private static final String BUS = "event-bus/";

    public static RuleTarget of(String id, String arn) {
        return new RuleTarget(id, arn, "", new TargetInput.Whole(), "");
    }

    public RuleTarget inRole(String role) {
        return new RuleTarget(id, arn, role, input, deadLetterArn);
    }

    public RuleTarget sending(TargetInput sent) {
        return new RuleTarget(id, arn, roleArn, sent, deadLetterArn);
    }

    public RuleTarget withDeadLetters(String queueArn) {
        return new RuleTarget(id, arn, roleArn, input, queueArn);
    }

    boolean isBus() {
        return arn.startsWith("arn:aws:events:") && Arn.of(arn).resource().startsWith(BUS);
    }

    /// What EventBridge refuses about it, all at once; empty where nothing.
    ///
    /// A bus in another account needs a role, and so does a state machine.
    /// Source: Amazon EventBridge User Guide, "Sending and receiving events between AWS accounts in Amazon
    /// EventBridge" and "Using IAM roles with EventBridge", read 2026-11-27.
    public List<String> objections(EventBuses.Rule rule, Targets targets) {
        var objections = new ArrayList<String>();
        var service = Arn.of(arn).service();
        if (!isBus() && !targets.know(arn)) {
            objections.add("target " + id + ": nothing simulated takes events for " + arn);
        }
        var foreignBus = isBus() && !Arn.of(arn).account().equals(rule.bus.account);
        if (roleArn.isEmpty() && (foreignBus || service.equals("states"))) {
            objections.add("RoleArn is required for target " + arn + ".");
        }
        if (!deadLetterArn.isEmpty() && !Arn.of(deadLetterArn).service().equals("sqs")) {
            objections.add("target " + id + ": the dead-letter queue must be an Amazon SQS queue");
        }
        return objections;
    }

    /// What is sent to it for an event.
    JsonNode content(JsonNode event, EventBuses.Rule rule) {
        return input.of(event, rule);
    }
}
