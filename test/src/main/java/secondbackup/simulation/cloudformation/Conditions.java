package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Answers conditions and the assertions of rules.
///
/// Source: AWS CloudFormation Template Reference, "Condition functions", "Rule-specific intrinsic functions", read
/// 2026-11-27.
///
/// Fails: IllegalArgumentException naming the function that is unknown.
record Conditions(Values values) {

    boolean holds(JsonNode expression) {
        if (!expression.isObject() || expression.size() != 1) {
            throw new IllegalArgumentException("no condition: " + expression);
        }
        var name = expression.fieldNames().next();
        var argument = expression.path(name);
        return switch (name) {
            case "Condition" -> values.condition(argument.asText());
            case "Fn::Equals" -> equal(argument);
            case "Fn::Not" -> !holds(argument.path(0));
            case "Fn::And" -> each(argument).stream().allMatch(this::holds);
            case "Fn::Or" -> each(argument).stream().anyMatch(this::holds);
            case "Fn::Contains" -> contained(argument);
            default ->
                    throw new IllegalArgumentException(
                            "condition function " + name + " is unknown");
        };
    }

    private static List<JsonNode> each(JsonNode list) {
        var each = new ArrayList<JsonNode>();
        list.forEach(each::add);
        return each;
    }

    private boolean equal(JsonNode argument) {
        var resolver = new Resolver(values);
        return resolver.of(argument.path(0))
                .asText()
                .equals(resolver.of(argument.path(1)).asText());
    }

    private boolean contained(JsonNode argument) {
        var resolver = new Resolver(values);
        var sought = resolver.of(argument.path(1)).asText();
        return each(resolver.of(argument.path(0))).stream()
                .anyMatch(one -> one.asText().equals(sought));
    }
}
