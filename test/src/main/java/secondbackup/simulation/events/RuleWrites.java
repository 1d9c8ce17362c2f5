package secondbackup.simulation.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.events.EventBuses.Rule;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;

/// Rules are disabled, enabled, robbed of their targets, and deleted. Making and changing them is CloudFormation's work
/// here.
///
/// Source: Amazon EventBridge API Reference, "DisableRule", "EnableRule", "RemoveTargets" (an id that is not there is
/// passed over), "DeleteRule" (targets must be removed before; a rule that is not there is passed over); Service
/// Authorization Reference for Amazon EventBridge (`rule/[EventBusName/]RuleName`), read 2026-11-27.
public record RuleWrites(EventBuses buses) {

    public void register(Operations operations) {
        operations.on(
                DisableRuleRequest.class,
                (asked, call) -> on("DisableRule", asked.eventBusName(), asked.name(), call),
                this::disable);
        operations.on(
                EnableRuleRequest.class,
                (asked, call) -> on("EnableRule", asked.eventBusName(), asked.name(), call),
                this::enable);
        operations.on(
                RemoveTargetsRequest.class,
                (asked, call) -> on("RemoveTargets", asked.eventBusName(), asked.rule(), call),
                this::removeTargets);
        operations.on(
                DeleteRuleRequest.class,
                (asked, call) -> on("DeleteRule", asked.eventBusName(), asked.name(), call),
                this::delete);
    }

    private static String bus(@Nullable String asked) {
        var name = asked == null || asked.isEmpty() ? EventBuses.DEFAULT : asked;
        return name.replaceFirst("^arn:.*:event-bus/", "");
    }

    private static List<AccessRequest> on(
            String action, @Nullable String bus, String rule, Call call) {
        var name = bus(bus).equals(EventBuses.DEFAULT) ? rule : bus(bus) + "/" + rule;
        return List.of(AccessRequest.of("events:" + action, call.arn("rule/" + name)));
    }

    private EventBuses.Bus busOf(@Nullable String asked, Call call) {
        var arn = "arn:aws:events:" + call.region() + ":" + call.account() + ":event-bus/";
        return buses.find(arn + bus(asked))
                .orElseThrow(() -> missing("Event bus " + bus(asked) + " does not exist."));
    }

    private Rule need(@Nullable String bus, String name, Call call) {
        var on = busOf(bus, call);
        var rule = on.rules.get(name);
        if (rule == null) {
            throw missing("Rule " + name + " does not exist on EventBus " + on.name + ".");
        }
        return rule;
    }

    private static AwsError missing(String words) {
        return new AwsError(400, "ResourceNotFoundException", words);
    }

    private DisableRuleResponse disable(DisableRuleRequest asked, Call call) {
        need(asked.eventBusName(), asked.name(), call).enabled = false;
        return DisableRuleResponse.builder().build();
    }

    private EnableRuleResponse enable(EnableRuleRequest asked, Call call) {
        need(asked.eventBusName(), asked.name(), call).enabled = true;
        return EnableRuleResponse.builder().build();
    }

    private RemoveTargetsResponse removeTargets(RemoveTargetsRequest asked, Call call) {
        var rule = need(asked.eventBusName(), asked.rule(), call);
        for (var id : asked.ids()) {
            rule.targets.remove(id);
        }
        return RemoveTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of()).build();
    }

    private DeleteRuleResponse delete(DeleteRuleRequest asked, Call call) {
        var bus = busOf(asked.eventBusName(), call);
        var rule = bus.rules.get(asked.name());
        if (rule != null && !rule.targets.isEmpty()) {
            throw new AwsError(
                    400, "ValidationException", "Rule can't be deleted since it has targets.");
        }
        bus.rules.remove(asked.name());
        return DeleteRuleResponse.builder().build();
    }
}
