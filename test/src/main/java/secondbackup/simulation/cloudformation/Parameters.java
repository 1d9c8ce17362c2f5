package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import secondbackup.simulation.wire.AwsError;

/// The values of a template's parameters: given, or their defaults, checked as the template says.
///
/// Source: AWS CloudFormation User Guide, "CloudFormation template Parameters syntax" and "Specify existing resources
/// at runtime with CloudFormation-supplied parameter types" (Systems Manager parameters), read 2026-11-27.
record Parameters(Template template, ParameterStore store) {
    private static final String FROM_STORE = "AWS::SSM::Parameter::Value<String>";
    private static final Set<String> TYPES =
            Set.of("String", "Number", "CommaDelimitedList", FROM_STORE);
    private static final Set<String> FIELDS =
            Set.of(
                    "AllowedPattern",
                    "AllowedValues",
                    "ConstraintDescription",
                    "Default",
                    "Description",
                    "MaxLength",
                    "MinLength",
                    "NoEcho",
                    "Type");

    /// What is not understood here.
    List<String> problems(String stack) {
        var problems = new ArrayList<String>();
        for (var parameter : template.parameters().properties()) {
            var where = "stack " + stack + ", parameter " + parameter.getKey();
            var type = parameter.getValue().path("Type").asText();
            if (!TYPES.contains(type)) {
                problems.add(where + ": type " + type + " is unknown; known are " + TYPES);
            }
            for (var field : parameter.getValue().properties()) {
                if (!FIELDS.contains(field.getKey())) {
                    problems.add(where + ": field " + field.getKey() + " is unknown");
                }
            }
        }
        return problems;
    }

    /// Fails: `ValidationError`, as AWS answers before it makes a stack.
    SortedMap<String, JsonNode> values(Map<String, String> given, String account, String region) {
        given.keySet().stream()
                .filter(name -> !template.parameters().has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused("Parameters: [" + name + "] do not exist in the template");
                });
        var values = new TreeMap<String, JsonNode>();
        for (var parameter : template.parameters().properties()) {
            var text = text(parameter.getKey(), parameter.getValue(), given);
            check(parameter.getKey(), parameter.getValue(), text);
            values.put(
                    parameter.getKey(),
                    value(
                            parameter.getValue().path("Type").asText(),
                            text,
                            name -> store.value(account, region, name)));
        }
        return values;
    }

    private static String text(String name, JsonNode parameter, Map<String, String> given) {
        if (given.containsKey(name)) {
            return String.valueOf(given.get(name));
        }
        if (!parameter.has("Default")) {
            throw refused("Parameters: [" + name + "] must have values");
        }
        return parameter.path("Default").asText();
    }

    private static void check(String name, JsonNode parameter, String text) {
        var allowed = new ArrayList<String>();
        parameter.path("AllowedValues").forEach(value -> allowed.add(value.asText()));
        var pattern = parameter.path("AllowedPattern").asText();
        var tooLong = text.length() > parameter.path("MaxLength").asInt(Integer.MAX_VALUE);
        var tooShort = text.length() < parameter.path("MinLength").asInt(0);
        if ((!allowed.isEmpty() && !allowed.contains(text))
                || (!pattern.isEmpty() && !text.matches(pattern))
                || tooLong
                || tooShort
                || (parameter.path("Type").asText().equals("Number")
                        && !text.matches("-?\\d+(\\.\\d+)?"))) {
            throw refused(
                    "Parameter '" + name + "' does not satisfy its constraints: " + parameter);
        }
    }

    private static JsonNode value(String type, String text, UnaryOperator<String> stored) {
        if (type.equals("CommaDelimitedList")) {
            var list = JsonNodeFactory.instance.arrayNode();
            for (var each : text.split(",", -1)) {
                list.add(each.strip());
            }
            return list;
        }
        return JsonNodeFactory.instance.textNode(
                type.equals(FROM_STORE) ? stored.apply(text) : text);
    }

    private static AwsError refused(String words) {
        return new AwsError(400, "ValidationError", words);
    }
}
