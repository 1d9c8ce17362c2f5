package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a stack's template refers to, while the stack is being deployed.
///
/// Source: AWS CloudFormation Template Reference, "Pseudo parameters reference", read 2026-11-27.
final class StackValues implements Values {
    private final Stack stack;
    private final Template template;
    private final SortedMap<String, JsonNode> parameters;
    private final Exports exports;
    private final TreeMap<String, Boolean> conditions = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();

    StackValues(
            Stack stack,
            Template template,
            SortedMap<String, JsonNode> parameters,
            Exports exports) {
        this.stack = stack;
        this.template = template;
        this.parameters = parameters;
        this.exports = exports;
    }

    @Override
    public JsonNode ref(String name) {
        var parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        return JsonNodeFactory.instance.textNode(
                switch (name) {
                    case "AWS::AccountId" -> stack.account;
                    case "AWS::Partition" -> "aws";
                    case "AWS::Region" -> stack.region;
                    case "AWS::StackId" -> stack.id;
                    case "AWS::StackName" -> stack.name;
                    case "AWS::URLSuffix" -> "amazonaws.com";
                    default -> resource(name).physicalId();
                });
    }

    private StackResource resource(String logicalId) {
        var found = stack.resources.get(logicalId);
        if (found == null) {
            throw new IllegalArgumentException(
                    logicalId + " is referred to, but its condition keeps it out of the stack");
        }
        return found;
    }

    @Override
    public String attribute(String logicalId, String name) {
        var value = resource(logicalId).made().attributes().get(name);
        if (value == null) {
            throw new IllegalArgumentException(logicalId + " has no attribute " + name);
        }
        return value;
    }

    @Override
    public boolean condition(String name) {
        var known = conditions.get(name);
        if (known != null) {
            return known;
        }
        if (!template.conditions().has(name) || !asked.add(name)) {
            throw new IllegalArgumentException("condition " + name + " is unknown, or asks itself");
        }
        var holds = new Conditions(this).holds(template.conditions().path(name));
        conditions.put(name, holds);
        return holds;
    }

    @Override
    public JsonNode mapped(String map, String top, String second) {
        var found = template.mappings().path(map).path(top).path(second);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(
                    "Fn::FindInMap finds no " + map + ", " + top + ", " + second);
        }
        return found;
    }

    @Override
    public String imported(String name) {
        return exports.value(stack.account, stack.region, name);
    }
}
