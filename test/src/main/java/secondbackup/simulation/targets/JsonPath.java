package secondbackup.simulation.targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path into a JSON document, such as `$.detail.items[0]`: the part of JSONPath that rules and state machines use
/// here. `[*]` takes every item of a list.
///
/// Source: Amazon EventBridge User Guide, "Amazon EventBridge input transformation", and AWS Step Functions Developer
/// Guide, "Using JSONPath paths", read 2026-11-27.
public record JsonPath(List<String> steps) {
    private static final String EVERY = "[*]";
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z0-9_-]+)|\\['([^']+)']|(\\[\\*])|\\[(\\d{1,9})]");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /// Fails: IllegalArgumentException for a path that is not understood here.
    public static JsonPath of(String path) {
        var steps = new ArrayList<String>();
        var step = STEP.matcher(path);
        var at = path.startsWith("$") ? 1 : -1;
        while (at >= 0 && at < path.length()) {
            if (!step.find(at) || step.start() != at) {
                at = -1;
            } else {
                steps.add(step(step));
                at = step.end();
            }
        }
        if (at < 0) {
            throw new IllegalArgumentException("path '" + path + "' is not understood here");
        }
        return new JsonPath(steps);
    }

    private static String step(Matcher step) {
        if (step.group(3) != null) {
            return EVERY;
        }
        if (step.group(4) != null) {
            return "[" + step.group(4) + "]";
        }
        return step.group(1) == null ? step.group(2) : step.group(1);
    }

    /// The value there; empty where there is none.
    public Optional<JsonNode> in(JsonNode document) {
        return in(document, 0);
    }

    private Optional<JsonNode> in(JsonNode document, int at) {
        if (at == steps.size()) {
            return Optional.of(document);
        }
        var step = steps.get(at);
        if (step.equals(EVERY)) {
            return every(document, at);
        }
        var next =
                step.startsWith("[")
                        ? document.get(Integer.parseInt(step.substring(1, step.length() - 1)))
                        : document.get(step);
        return next == null ? Optional.empty() : in(next, at + 1);
    }

    private Optional<JsonNode> every(JsonNode document, int at) {
        if (!document.isContainerNode()) {
            return Optional.empty();
        }
        var found = JsonNodeFactory.instance.arrayNode();
        document.forEach(each -> in(each, at + 1).ifPresent(found::add));
        return Optional.of(found);
    }
}
