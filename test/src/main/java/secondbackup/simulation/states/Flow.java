package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import secondbackup.simulation.targets.JsonPath;

/// How data flows through a state: `InputPath`, `Parameters`, `ResultSelector`, `ResultPath`, `OutputPath`.
///
/// Source: AWS Step Functions Developer Guide, "Processing input and output in Step Functions", read 2026-11-27.
///
/// @param state as the definition has it
/// @param context what `$$` is
record Flow(JsonNode state, JsonNode context) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a state works on.
    JsonNode effective(JsonNode input) {
        var chosen = path("InputPath", input);
        var template = state.path("Parameters");
        return template.isMissingNode() ? chosen : filled(template, chosen);
    }

    /// What a state hands on, given what its work gave.
    JsonNode output(JsonNode input, JsonNode result) {
        var selected =
                state.has("ResultSelector") ? filled(state.path("ResultSelector"), result) : result;
        return path("OutputPath", placed(state.path("ResultPath"), input, selected));
    }

    /// What a state hands on that does no work of its own.
    JsonNode passed(JsonNode input) {
        return path("OutputPath", path("InputPath", input));
    }

    private JsonNode path(String field, JsonNode input) {
        if (!state.has(field)) {
            return input;
        }
        return state.path(field).isNull()
                ? JSON.createObjectNode()
                : new Intrinsics(input, context).value(state.path(field).asText());
    }

    /// Puts a result into the input.
    static JsonNode placed(JsonNode resultPath, JsonNode input, JsonNode result) {
        if (resultPath.isNull()) {
            return input;
        }
        if (resultPath.isMissingNode() || resultPath.asText().equals("$")) {
            return result;
        }
        var steps = JsonPath.of(resultPath.asText()).steps();
        if (!(input.deepCopy() instanceof ObjectNode all)) {
            throw new StatesError(
                    "States.ResultPathMatchFailure",
                    "Unable to apply step " + resultPath + " to input " + input);
        }
        put(all, steps, result);
        return all;
    }

    private static void put(ObjectNode into, List<String> steps, JsonNode value) {
        if (steps.size() == 1) {
            into.set(steps.getFirst(), value);
        } else if (into.path(steps.getFirst()) instanceof ObjectNode next) {
            put(next, steps.subList(1, steps.size()), value);
        } else {
            put(into.putObject(steps.getFirst()), steps.subList(1, steps.size()), value);
        }
    }

    /// A payload template with its values.
    JsonNode filled(JsonNode template, JsonNode data) {
        if (template.isArray()) {
            var list = JSON.createArrayNode();
            template.forEach(each -> list.add(filled(each, data)));
            return list;
        }
        if (!template.isObject()) {
            return template;
        }
        var object = JSON.createObjectNode();
        for (var field : template.properties()) {
            var name = field.getKey();
            if (name.endsWith(".$")) {
                object.set(
                        name.substring(0, name.length() - 2),
                        new Intrinsics(data, context).value(field.getValue().asText()));
            } else {
                object.set(name, filled(field.getValue(), data));
            }
        }
        return object;
    }
}
