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

/// Names in `${}` and what stands for them. Names with a colon are IAM's own policy variables and stay.
///
/// @param values by name
record Placeholders(SortedMap<String, String> values) {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_-]*)}");

    Placeholders with(String name, String value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
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
            default ->
                    node.isTextual()
                            ? JsonNodeFactory.instance.textNode(fill(node.textValue()))
                            : node;
        };
    }

    String fill(String text) {
        return NAME.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(found.group(1), found.group())));
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
