package secondbackup.simulation.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A state machine's definition, checked.
///
/// Source: Amazon States Language specification; AWS Step Functions Developer Guide, the page of each state, "Using Map
/// state in Distributed mode", "Handling errors in Step Functions workflows"; read 2026-11-27.
record Definition(JsonNode machine) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TOP =
            Set.of("Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage");
    private static final String COMMON = "Type Comment QueryLanguage ";
    private static final String FLOW = COMMON + "Next End InputPath OutputPath ";
    private static final String WORK = FLOW + "ResultSelector ResultPath Retry Catch ";
    private static final Map<String, String> FIELDS =
            Map.of(
                    "Task", WORK + "Resource Parameters TimeoutSeconds",
                    "Pass", FLOW + "Result ResultPath Parameters",
                    "Choice", COMMON + "InputPath OutputPath Choices Default",
                    "Wait", FLOW + "Seconds SecondsPath Timestamp TimestampPath",
                    "Succeed", COMMON + "InputPath OutputPath",
                    "Fail", COMMON + "Error Cause ErrorPath CausePath",
                    "Parallel", WORK + "Branches Parameters",
                    "Map",
                            WORK
                                    + "ItemProcessor ItemsPath ItemSelector MaxConcurrency Label"
                                    + " ItemReader ItemBatcher ToleratedFailurePercentage"
                                    + " ToleratedFailureCount");
    private static final Map<String, String> PARTS =
            Map.of(
                    "Retry",
                            "ErrorEquals IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds"
                                    + " JitterStrategy Comment",
                    "Catch", "ErrorEquals Next ResultPath Comment",
                    "ItemProcessor", "ProcessorConfig StartAt States Comment",
                    "ItemReader", "Resource Parameters ReaderConfig",
                    "ItemBatcher", "MaxItemsPerBatch MaxInputBytesPerBatch BatchInput");

    /// Fails: IllegalArgumentException with every problem.
    static Definition of(String text) {
        try {
            var definition = new Definition(JSON.readTree(text));
            var problems = new ArrayList<String>();
            definition.only(definition.machine, TOP, "state machine", problems);
            definition.check(definition.machine, "", problems);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        "Invalid State Machine Definition: " + String.join("; ", problems));
            }
            return definition;
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("Invalid State Machine Definition: no JSON", bad);
        }
    }

    private void check(JsonNode machine, String path, List<String> problems) {
        var states = machine.path("States");
        if (!states.has(machine.path("StartAt").asText())) {
            problems.add(path + "StartAt names no state: " + machine.path("StartAt"));
        }
        language(machine, path, problems);
        for (var state : states.properties()) {
            check(path + state.getKey(), state.getValue(), states, problems);
        }
    }

    private static void language(JsonNode holder, String path, List<String> problems) {
        if (!holder.path("QueryLanguage").asText("JSONPath").equals("JSONPath")) {
            problems.add(path + " QueryLanguage is not JSONPath");
        }
    }

    private void check(String name, JsonNode state, JsonNode states, List<String> problems) {
        var type = state.path("Type").asText();
        var fields = FIELDS.get(type);
        if (fields == null) {
            problems.add(name + ": Type '" + type + "' is not known");
            return;
        }
        only(state, words(fields), name, problems);
        language(state, name, problems);
        PARTS.forEach((part, known) -> {
            for (var each : items(state.path(part))) {
                only(each, words(known), name + "." + part, problems);
            }
        });
        transitions(name, state, states, problems);
        expressions(name, state, problems);
        resources(name, state, problems);
        nested(name, state, problems);
    }

    private void nested(String name, JsonNode state, List<String> problems) {
        if (state.path("Type").asText().equals("Map")) {
            var processor = state.path("ItemProcessor");
            only(
                    processor.path("ProcessorConfig"),
                    Set.of("Mode", "ExecutionType"),
                    name + ".ProcessorConfig",
                    problems);
            check(processor, name + "/", problems);
        }
        for (var branch : state.path("Branches")) {
            only(branch, TOP, name + ".Branches", problems);
            check(branch, name + "/", problems);
        }
        for (var rule : state.path("Choices")) {
            Choices.objections(rule, true).forEach(what -> problems.add(name + ": " + what));
        }
    }

    private static void transitions(
            String name, JsonNode state, JsonNode states, List<String> problems) {
        var targets = new ArrayList<JsonNode>(List.of(state.path("Next"), state.path("Default")));
        state.path("Catch").forEach(each -> targets.add(each.path("Next")));
        state.path("Choices").forEach(each -> targets.add(each.path("Next")));
        for (var target : targets) {
            if (!target.isMissingNode() && !states.has(target.asText())) {
                problems.add(name + ": leads to " + target + ", which is not there");
            }
        }
        var ends = Set.of("Choice", "Succeed", "Fail").contains(state.path("Type").asText());
        if (!ends && state.has("Next") == state.path("End").asBoolean()) {
            problems.add(name + ": needs either Next or End");
        }
    }

    private static void expressions(String name, JsonNode node, List<String> problems) {
        for (var field : node.properties()) {
            if (field.getKey().equals("ItemProcessor") || field.getKey().equals("Branches")) {
                continue;
            }
            if (field.getKey().endsWith(".$")) {
                var objection = Intrinsics.objection(field.getValue().asText());
                if (!objection.isEmpty()) {
                    problems.add(name + ": " + field.getKey() + ": " + objection);
                }
            } else {
                items(field.getValue()).forEach(each -> expressions(name, each, problems));
            }
        }
    }

    private static void resources(String name, JsonNode state, List<String> problems) {
        if (state.path("Type").asText().equals("Task")) {
            var resource = state.path("Resource").asText();
            Tasks.objections(resource, state.path("Parameters"))
                    .forEach(what -> problems.add(name + ": " + what));
        }
        if (state.has("ItemReader")) {
            var resource = state.path("ItemReader").path("Resource").asText();
            var type = state.path("ItemReader").path("ReaderConfig").path("InputType").asText();
            if (!resource.equals(ItemReader.RESOURCE) || !type.equals("JSON")) {
                problems.add(name + ": an ItemReader reads JSON with " + ItemReader.RESOURCE);
            }
        }
    }

    private void only(JsonNode node, Set<String> known, String where, List<String> problems) {
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .forEach(field -> problems.add(where + ": field " + field + " is not known here"));
    }

    private static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : List.of(node);
    }

    private static Set<String> words(String words) {
        return new TreeSet<>(List.of(words.split(" +")));
    }
}
