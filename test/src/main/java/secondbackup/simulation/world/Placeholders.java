package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names in `${}` and what stands for them. Names with a colon are IAM's own policy variables and stay. A text
/// that is one name and nothing else becomes that name's value itself, which may be a number.
///
/// @param values by name
record Placeholders(SortedMap<String, JsonNode> values) {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_-]*)}");

    Placeholders with(String name, String value) {
        var more = new TreeMap<>(values);
        more.put(name, JsonNodeFactory.instance.textNode(value));
        return new Placeholders(more);
    }

    /// A copy of a tree with every known name replaced, in values and in field names.
    JsonNode fill(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var filled = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field -> filled.set(fill(field.getKey()), fill(field.getValue())));
                yield filled;
            }
            case ArrayNode array -> {
                var filled = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> filled.add(fill(item)));
                yield filled;
            }
            default -> node.isTextual() ? filled(node.textValue()) : node;
        };
    }

    private JsonNode filled(String text) {
        var name = NAME.matcher(text);
        var whole = name.matches() ? values.get(name.group(1)) : null;
        return whole == null ? JsonNodeFactory.instance.textNode(fill(text)) : whole;
    }

    String fill(String text) {
        return NAME.matcher(text)
                .replaceAll(found -> {
                    var value = values.get(found.group(1));
                    return Matcher.quoteReplacement(value == null ? found.group() : value.asText());
                });
    }

    /// Names that nothing stands for, by the place where each is found.
    static SequencedMap<String, String> unknown(
            String pointer, JsonNode node, TreeSet<String> known) {
        var unknown = new TreeMap<String, String>();
        if (node.isTextual()) {
            NAME.matcher(node.textValue())
                    .results()
                    .filter(found -> !known.contains(found.group(1)))
                    .forEach(found -> unknown.put(pointer, found.group()));
        }
        node.properties()
                .forEach(field ->
                        unknown.putAll(
                                unknown(pointer + "/" + field.getKey(), field.getValue(), known)));
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            unknown.putAll(unknown(pointer + "/" + index, node.get(index), known));
        }
        return unknown;
    }
}
