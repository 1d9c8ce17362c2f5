package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.events.EventBuses.Bus;
import secondbackup.simulation.events.EventBuses.Rule;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;
import secondbackup.simulation.wire.RegionGate;

/// Amazon EventBridge at work: takes events to a bus, and what its rules match to their targets.
///
/// 1. A target that refuses counts as a failed invocation, and what it was to get goes to the dead-letter queue.
///    Lack of rights and missing targets are not retried.
/// 2. An event that came from another bus is never sent on to a third.
/// 3. In an account that is suspended, or a Region that is not enabled, nothing happens.
/// 4. AWS Backup's own events come as well as it sends them: [BestEffort#delivery].
///
/// Source: Amazon EventBridge User Guide, "How EventBridge retries delivering events", "Using dead-letter queues to
/// process undelivered events in EventBridge", "Sending and receiving events between AWS accounts in Amazon
/// EventBridge", "Monitoring Amazon EventBridge" (metrics), read 2026-11-27.
public final class EventRouter {
    private static final String SERVICE = "events.amazonaws.com";
    private static final String NAMESPACE = "AWS/Events";

    private final EventBuses buses;
    private final Targets targets;
    private final ServiceCalls calls;
    private final Metrics metrics;
    private final RegionGate regions;

    public EventRouter(
            EventBuses buses,
            Targets targets,
            ServiceCalls calls,
            Metrics metrics,
            RegionGate regions) {
        this.buses = buses;
        this.targets = targets;
        this.calls = calls;
        this.metrics = metrics;
        this.regions = regions;
    }

    /// Listens to AWS Backup.
    public void hear(Events events, BestEffort carrier) {
        events.listen(event -> hear(event, carrier));
    }

    private void hear(Event event, BestEffort carrier) {
        var bus = buses.standard(event.account(), event.region());
        if (!bus.rules.isEmpty()) {
            carrier.carry(event, envelope -> put(bus, envelope));
        }
    }

    /// An event of an AWS service, or of the account itself, arrives at a bus.
    public void put(Bus bus, ObjectNode event) {
        put(bus, event, false);
    }

    private void put(Bus bus, JsonNode event, boolean forwarded) {
        if (!regions.open(bus.account, bus.region)) {
            return;
        }
        for (var rule : List.copyOf(bus.rules.values())) {
            if (rule.enabled && rule.pattern.matches(event)) {
                count(rule, "MatchedEvents");
                count(rule, "TriggeredRules");
                rule.targets.values().forEach(target -> send(rule, target, event, forwarded));
            }
        }
    }

    private void send(Rule rule, RuleTarget target, JsonNode event, boolean forwarded) {
        if (target.isBus() && forwarded) {
            return;
        }
        var content = target.content(event, rule);
        var outcome =
                target.isBus()
                        ? forward(rule, target, event)
                        : targets.deliver(
                                Parcel.of(caller(rule, target), target.arn(), text(content)));
        count(rule, "Invocations");
        if (outcome instanceof Outcome.Refused refused) {
            count(rule, "FailedInvocations");
            bury(rule, target, event, refused);
        }
    }

    /// A text goes out without quotes.
    private static String text(JsonNode content) {
        return content.isTextual() ? content.textValue() : content.toString();
    }

    private Outcome forward(Rule rule, RuleTarget target, JsonNode event) {
        var bus = buses.find(target.arn());
        var arn = Arn.of(target.arn());
        var request =
                AccessRequest.of("events:PutEvents", target.arn())
                        .guardedBy(bus.map(Bus::policy).orElse(""), arn.account())
                        .with("events:source", event.path("source").asText())
                        .with("events:detail-type", event.path("detail-type").asText());
        if (calls.decide(caller(rule, target), arn.region(), request)
                instanceof Decision.Denied denied) {
            return new Outcome.Refused("NO_PERMISSIONS", denied.message());
        }
        if (bus.isEmpty()) {
            return new Outcome.Refused("RESOURCE_NOT_FOUND", "no event bus " + target.arn());
        }
        put(bus.get(), event, true);
        return new Outcome.Taken(event.path("id").asText());
    }

    private static ServiceCaller caller(Rule rule, RuleTarget target) {
        return new ServiceCaller(SERVICE, rule.arn(), target.roleArn());
    }

    /// The queue's policy must admit EventBridge; the target's role has no part in it.
    private void bury(Rule rule, RuleTarget target, JsonNode event, Outcome.Refused refused) {
        if (target.deadLetterArn().isEmpty()) {
            return;
        }
        var attributes = new TreeMap<String, String>();
        attributes.put("RULE_ARN", rule.arn());
        attributes.put("TARGET_ARN", target.arn());
        attributes.put("ERROR_CODE", refused.code());
        attributes.put("ERROR_MESSAGE", refused.message());
        var caller = new ServiceCaller(SERVICE, rule.arn(), "");
        var parcel = new Parcel(caller, target.deadLetterArn(), event.toString(), attributes);
        count(
                rule,
                targets.deliver(parcel).taken()
                        ? "InvocationsSentToDlq"
                        : "InvocationsFailedToBeSentToDlq");
    }

    private void count(Rule rule, String metric) {
        var dimensions = new TreeMap<String, String>();
        dimensions.put("RuleName", rule.name);
        if (!rule.bus.name.equals(EventBuses.DEFAULT)) {
            dimensions.put("EventBusName", rule.bus.name);
        }
        metrics.add(
                new Metrics.Metric(
                        rule.bus.account, rule.bus.region, NAMESPACE, metric, dimensions),
                1);
    }
}
