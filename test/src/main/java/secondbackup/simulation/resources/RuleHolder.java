package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.events.EventBuses.Rule;
import secondbackup.simulation.events.EventPattern;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.targets.Targets;
import secondbackup.simulation.wire.AwsError;

/// `AWS::Events::Rule` with a pattern. Rules on a schedule, and roles of a whole rule, are unknown here; how often a
/// target is retried is recorded, for what refuses here is not retried.
///
/// A target's role must be passed. What each target may hold stands in [RuleTargets].
record RuleHolder(EventBuses buses, Targets targets) implements Holder {
    private static final int NAME_MOST = 64;
    private static final String DIVIDER = "|";

    @Override
    public String name() {
        return "AWS::Events::Rule";
    }

    @Override
    public Shape shape() {
        return RuleTargets.within(
                Shape.modelled("EventBusName", "EventPattern", "Name", "State", "Targets")
                        .recorded("Description", "Tags")
                        .required("EventPattern")
                        .createOnly("EventBusName", "Name")
                        .within("Tags", "Key", "Value")
                        .attributes("Arn"));
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        var arn = arn(id, scene);
        if (verb == Verb.DELETE) {
            return Right.on(arn, "events:RemoveTargets", "events:DeleteRule");
        }
        var rights = new ArrayList<>(Right.on(arn, "events:PutRule", "events:PutTargets"));
        for (var target : properties.structures("Targets")) {
            rights.addAll(
                    Right.passing(target.text("RoleArn", ""), "events.amazonaws.com", List.of()));
        }
        return rights;
    }

    /// A rule on the default bus goes by its name, any other by bus and name.
    @Override
    public String id(Properties wanted, Scene scene) {
        var name = wanted.has("Name") ? wanted.text("Name") : scene.generatedName(NAME_MOST);
        var bus = busName(wanted);
        return bus.equals(EventBuses.DEFAULT) ? name : bus + DIVIDER + name;
    }

    /// It may be named by its ARN.
    private static String busName(Properties wanted) {
        return wanted.text("EventBusName", EventBuses.DEFAULT)
                .replaceFirst("^arn:.*:event-bus/", "");
    }

    private static String busOf(String id) {
        var at = id.indexOf(DIVIDER);
        return at < 0 ? EventBuses.DEFAULT : id.substring(0, at);
    }

    private static String nameOf(String id) {
        return id.substring(id.indexOf(DIVIDER) + 1);
    }

    private static String arn(String id, Scene scene) {
        return scene.arn("events", "rule/" + id.replace(DIVIDER, "/"));
    }

    private Optional<EventBuses.Bus> bus(String id, Scene scene) {
        return buses.find(scene.arn("events", "event-bus/" + busOf(id)));
    }

    private Optional<Rule> find(String id, Scene scene) {
        return bus(id, scene).flatMap(bus -> Optional.ofNullable(bus.rules.get(nameOf(id))));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return find(id, scene).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var bus =
                bus(id, scene)
                        .orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "ResourceNotFoundException",
                                        "Event bus " + busOf(id) + " does not exist."));
        var rule = new Rule(bus, nameOf(id), EventPattern.of(wanted.node("EventPattern")));
        rule.text = wanted.document("EventPattern");
        rule.enabled = enabled(wanted);
        for (var target : RuleTargets.of(wanted.structures("Targets"))) {
            var objections = target.objections(rule, targets);
            if (!objections.isEmpty()) {
                throw new AwsError(400, "ValidationException", String.join(" ", objections));
            }
            rule.targets.put(target.id(), target);
        }
        bus.rules.put(rule.name, rule);
    }

    private static boolean enabled(Properties wanted) {
        var state = wanted.text("State", "ENABLED");
        if (!state.equals("ENABLED") && !state.equals("DISABLED")) {
            throw new IllegalArgumentException(
                    "property State is " + state + ", but must be ENABLED or DISABLED here");
        }
        return state.equals("ENABLED");
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        bus(id, scene).ifPresent(bus -> bus.rules.remove(nameOf(id)));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var read = Reading.begun().put("Name", nameOf(id));
        find(id, scene)
                .ifPresent(rule -> {
                    Reading.text(read, "EventBusName", last.text("EventBusName", ""));
                    Reading.document(read, "EventPattern", rule.text);
                    read.put("State", rule.enabled ? "ENABLED" : "DISABLED");
                    RuleTargets.read(rule, last, read.putArray("Targets"));
                });
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", arn(id, scene)));
    }
}
