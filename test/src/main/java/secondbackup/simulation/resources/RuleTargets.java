package secondbackup.simulation.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.events.EventBuses.Rule;
import secondbackup.simulation.events.RuleTarget;
import secondbackup.simulation.events.TargetInput;
import secondbackup.simulation.targets.JsonPath;

/// The targets of a rule.
final class RuleTargets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleTargets() {}

    static Shape within(Shape shape) {
        return shape.within(
                        "Targets",
                        "Arn",
                        "DeadLetterConfig",
                        "Id",
                        "Input",
                        "InputPath",
                        "InputTransformer",
                        "RetryPolicy",
                        "RoleArn")
                .within("Targets.DeadLetterConfig", "Arn")
                .within("Targets.InputTransformer", "InputPathsMap", "InputTemplate")
                .within("Targets.RetryPolicy", "MaximumEventAgeInSeconds", "MaximumRetryAttempts");
    }

    static List<RuleTarget> of(List<Properties> targets) {
        return targets.stream().map(RuleTargets::of).toList();
    }

    private static RuleTarget of(Properties target) {
        return RuleTarget.of(target.text("Id"), target.text("Arn"))
                .inRole(target.text("RoleArn", ""))
                .sending(input(target))
                .withDeadLetters(target.within("DeadLetterConfig").text("Arn", ""));
    }

    private static TargetInput input(Properties target) {
        if (target.has("Input")) {
            return new TargetInput.Constant(parsed(target.text("Input")));
        }
        if (target.has("InputPath")) {
            return new TargetInput.Part(JsonPath.of(target.text("InputPath")));
        }
        if (!target.has("InputTransformer")) {
            return new TargetInput.Whole();
        }
        var transformer = target.within("InputTransformer");
        var named = transformer.within("InputPathsMap");
        var paths = new TreeMap<String, JsonPath>();
        named.names().forEach(name -> paths.put(name, JsonPath.of(named.text(name))));
        return new TargetInput.Template(paths, transformer.text("InputTemplate"));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("property Input is no JSON: " + text, bad);
        }
    }

    /// What a target is sent, and how often it is retried, is shown as the template has it: nobody changes a part of a
    /// target.
    static void read(Rule rule, Properties last, ArrayNode read) {
        for (var target : last.structures("Targets")) {
            var there = rule.targets.get(target.text("Id"));
            if (there != null) {
                var shown = target.all().deepCopy().put("Arn", there.arn());
                if (!there.roleArn().isEmpty()) {
                    shown.put("RoleArn", there.roleArn());
                }
                if (!there.deadLetterArn().isEmpty()) {
                    shown.putObject("DeadLetterConfig").put("Arn", there.deadLetterArn());
                }
                read.add(shown);
            }
        }
        rule.targets.values().stream()
                .filter(target ->
                        last.structures("Targets").stream()
                                .noneMatch(known -> known.text("Id").equals(target.id())))
                .forEach(
                        target -> read.addObject().put("Id", target.id()).put("Arn", target.arn()));
    }
}
