package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a rule takes: every field named must match, and of a field's values one.
///
/// Source: Amazon EventBridge User Guide, "Creating Amazon EventBridge event patterns" and "Comparison operators for
/// use in event patterns in Amazon EventBridge", read 2026-11-27. `cidr` is not modelled, and refused.
///
/// @param fields what each field must be, by name
/// @param alternatives each a list of which one must match: `$or`
public record EventPattern(
        SequencedMap<String, Field> fields, List<List<EventPattern>> alternatives) {
    private static final String OR = "$or";

    /// What a field must be.
    sealed interface Field {
        record Within(EventPattern pattern) implements Field {}

        record OneOf(List<ValueMatch> values) implements Field {}
    }

    /// Fails: IllegalArgumentException in EventBridge's words.
    public static EventPattern of(JsonNode pattern) {
        return of(pattern, "");
    }

    private static EventPattern of(JsonNode pattern, String path) {
        if (!pattern.isObject()) {
            throw invalid("Filter is not an object" + (path.isEmpty() ? "" : ": " + path));
        }
        if (pattern.isEmpty()) {
            throw invalid("Empty objects are not allowed" + (path.isEmpty() ? "" : ": " + path));
        }
        var fields = new TreeMap<String, Field>();
        var alternatives = new ArrayList<List<EventPattern>>();
        for (var each : pattern.properties()) {
            var here = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
            if (each.getKey().equals(OR)) {
                alternatives.add(alternatives(each.getValue(), path));
            } else {
                fields.put(each.getKey(), field(each.getValue(), here));
            }
        }
        return new EventPattern(fields, alternatives);
    }

    private static List<EventPattern> alternatives(JsonNode list, String path) {
        if (!list.isArray() || list.size() < 2) {
            throw invalid("\"$or\" must be a list of two patterns or more");
        }
        return list.valueStream().map(each -> of(each, path)).toList();
    }

    private static Field field(JsonNode wanted, String path) {
        if (wanted.isObject()) {
            return new Field.Within(of(wanted, path));
        }
        if (!wanted.isArray()) {
            throw invalid("\"" + path + "\" must be an object or an array");
        }
        if (wanted.isEmpty()) {
            throw invalid("Empty arrays are not allowed: " + path);
        }
        return new Field.OneOf(
                wanted.valueStream().map(value -> ValueMatch.of(value, path)).toList());
    }

    static IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("Event pattern is not valid. Reason: " + reason);
    }

    /// Whether a rule with this pattern takes the event. Of a list in the event, one item must match.
    public boolean matches(JsonNode event) {
        if (event.isArray()) {
            return event.valueStream().anyMatch(this::matches);
        }
        return fields.entrySet().stream()
                        .allMatch(each -> matches(each.getValue(), event.path(each.getKey())))
                && alternatives.stream()
                        .allMatch(some -> some.stream().anyMatch(one -> one.matches(event)));
    }

    private static boolean matches(Field field, JsonNode value) {
        return switch (field) {
            case Field.Within(var pattern) ->
                    pattern.matches(
                            value.isContainerNode()
                                    ? value
                                    : JsonNodeFactory.instance.objectNode());
            case Field.OneOf(var values) -> {
                var leaves = leaves(value);
                yield values.stream().anyMatch(one -> one.matches(leaves));
            }
        };
    }

    private static List<JsonNode> leaves(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(each -> leaves(each).stream()).toList();
        }
        return value.isValueNode() ? List.of(value) : List.of();
    }
}
