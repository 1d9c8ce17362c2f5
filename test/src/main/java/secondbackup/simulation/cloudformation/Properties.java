package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The properties of a resource, or of a structure within it, with every intrinsic function resolved. CloudFormation
/// takes numbers and booleans for strings and the other way round, and so does this.
///
/// Fails: IllegalArgumentException, named by property, where a value cannot be read as what is asked for.
public record Properties(ObjectNode all) {
    public static final Properties NONE = new Properties(JsonNodeFactory.instance.objectNode());

    public boolean has(String name) {
        return all.has(name);
    }

    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        all.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// The value as it is; a missing node where there is none.
    public JsonNode node(String name) {
        return all.path(name);
    }

    public String text(String name) {
        var value = all.path(name);
        if (!value.isValueNode() || value.isNull()) {
            throw bad(name, "a string");
        }
        return value.asText();
    }

    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    public long number(String name) {
        var text = text(name);
        if (!text.matches("-?\\d{1,18}")) {
            throw bad(name, "a whole number");
        }
        return Long.parseLong(text);
    }

    public boolean flag(String name) {
        var text = text(name, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw bad(name, "true or false");
        }
        return text.equals("true");
    }

    /// The text of a JSON document, such as a policy; one that is written as a string is given as it is.
    public String document(String name) {
        var value = all.path(name);
        if (!value.isObject() && !value.isTextual()) {
            throw bad(name, "a JSON document");
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /// Empty where there is none.
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var each : list(name)) {
            if (!each.isValueNode()) {
                throw bad(name, "a list of strings");
            }
            texts.add(each.asText());
        }
        return texts;
    }

    /// A structure; an empty one where there is none.
    public Properties within(String name) {
        var value = all.path(name);
        if (value.isMissingNode()) {
            return NONE;
        }
        if (value instanceof ObjectNode object) {
            return new Properties(object);
        }
        throw bad(name, "a structure");
    }

    /// A list of structures, empty where there is none.
    public List<Properties> structures(String name) {
        var structures = new ArrayList<Properties>();
        for (var each : list(name)) {
            if (!(each instanceof ObjectNode object)) {
                throw bad(name, "a list of structures");
            }
            structures.add(new Properties(object));
        }
        return structures;
    }

    /// Tags, whether as a list of `Key` and `Value` or as a map.
    public SequencedMap<String, String> tags(String name) {
        var tags = new TreeMap<String, String>();
        if (all.path(name).isObject()) {
            var map = within(name);
            map.names().forEach(key -> tags.put(key, map.text(key)));
            return tags;
        }
        structures(name).forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
        return tags;
    }

    private JsonNode list(String name) {
        var value = all.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw bad(name, "a list");
        }
        return value;
    }

    private IllegalArgumentException bad(String name, String expected) {
        return new IllegalArgumentException(
                "property " + name + " is " + all.path(name) + ", but must be " + expected);
    }
}
