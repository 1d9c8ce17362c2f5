package secondbackup.simulation.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import secondbackup.simulation.targets.JsonPath;

/// Values of fields that end in `.$`: a path, a path into the context object (`$$.`), or an intrinsic function of
/// them.
///
/// Source: AWS Step Functions Developer Guide, "Intrinsic functions for JSONPath states in Step Functions", read
/// 2026-11-27. Of its functions those named here are known.
///
/// @param data what `$` is
/// @param context what `$$` is
record Intrinsics(JsonNode data, JsonNode context) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN =
            Set.of(
                    "States.Array",
                    "States.ArrayLength",
                    "States.Format",
                    "States.JsonToString",
                    "States.StringToJson");
    private static final Pattern CALL = Pattern.compile("(States\\.[A-Za-z0-9]+)\\((.*)\\)");
    private static final String FAILED = "States.IntrinsicFailure";

    /// What is wrong with an expression; empty where nothing.
    static String objection(String expression) {
        try {
            parse(expression);
            return "";
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    private static void parse(String expression) {
        var call = CALL.matcher(expression);
        if (call.matches()) {
            if (!KNOWN.contains(call.group(1))) {
                throw new IllegalArgumentException(call.group(1) + " is not known here");
            }
            arguments(call.group(2)).forEach(Intrinsics::parse);
        } else if (!literal(expression)) {
            JsonPath.of(expression.startsWith("$$") ? expression.substring(1) : expression);
        }
    }

    private static boolean literal(String expression) {
        return expression.matches("'.*'|-?\\d+(\\.\\d+)?|true|false|null");
    }

    /// Fails: StatesError where a path leads nowhere or a function cannot be computed.
    JsonNode value(String expression) {
        var call = CALL.matcher(expression);
        if (call.matches()) {
            var values = arguments(call.group(2)).stream().map(this::value).toList();
            return computed(call.group(1), values);
        }
        if (expression.startsWith("'")) {
            return TextNode.valueOf(
                    expression.substring(1, expression.length() - 1).replace("\\'", "'"));
        }
        return literal(expression) ? parsed(expression) : at(expression);
    }

    private JsonNode at(String path) {
        var ofContext = path.startsWith("$$");
        return JsonPath.of(ofContext ? path.substring(1) : path)
                .in(ofContext ? context : data)
                .orElseThrow(() ->
                        new StatesError(
                                "States.ParameterPathFailure",
                                "The JSONPath '" + path + "' could not be found in the input"));
    }

    private static JsonNode computed(String function, List<JsonNode> values) {
        return switch (function) {
            case "States.Array" -> JSON.createArrayNode().addAll(values);
            case "States.ArrayLength" -> IntNode.valueOf(first(function, values).size());
            case "States.JsonToString" -> TextNode.valueOf(first(function, values).toString());
            case "States.StringToJson" -> parsed(first(function, values).asText());
            default -> format(values);
        };
    }

    private static JsonNode first(String function, List<JsonNode> values) {
        if (values.size() != 1) {
            throw new StatesError(FAILED, function + " takes one argument, not " + values.size());
        }
        return values.getFirst();
    }

    private static JsonNode format(List<JsonNode> values) {
        var template = values.isEmpty() ? "" : values.getFirst().asText();
        var parts = template.split("\\{}", -1);
        if (values.isEmpty() || parts.length != values.size()) {
            throw new StatesError(
                    FAILED, "States.Format has " + values.size() + " arguments for: " + template);
        }
        var text = new StringBuilder(parts[0]);
        for (var at = 1; at < parts.length; at++) {
            var value = values.get(at);
            text.append(value.isTextual() ? value.textValue() : value.toString()).append(parts[at]);
        }
        return TextNode.valueOf(text.toString());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            throw new StatesError(FAILED, "no JSON: " + text);
        }
    }

    /// Arguments of a call: commas within quotes and parentheses do not part them.
    private static List<String> arguments(String text) {
        var arguments = new ArrayList<String>();
        var depth = 0;
        var quoted = false;
        var from = 0;
        for (var at = 0; at < text.length(); at++) {
            var here = text.charAt(at);
            if (here == '\'' && (at == 0 || text.charAt(at - 1) != '\\')) {
                quoted = !quoted;
            }
            depth += quoted ? 0 : here == '(' ? 1 : here == ')' ? -1 : 0;
            if (here == ',' && depth == 0 && !quoted) {
                arguments.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        if (!text.isBlank()) {
            arguments.add(text.substring(from).strip());
        }
        return List.copyOf(arguments);
    }
}
