package secondbackup.simulation.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.SequencedMap;

/// Writes what a service holds in the form of a template's properties. What is empty has no property.
final class Reading {
    private static final JsonMapper JSON = new JsonMapper();

    private Reading() {}

    static ObjectNode begun() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void text(ObjectNode read, String name, String text) {
        if (!text.isEmpty()) {
            read.put(name, text);
        }
    }

    /// A document that is no JSON is shown as the text it is.
    static void document(ObjectNode read, String name, String document) {
        if (document.isEmpty()) {
            return;
        }
        try {
            read.set(name, JSON.readTree(document));
        } catch (JsonProcessingException _) {
            read.put(name, document);
        }
    }

    static void texts(ObjectNode read, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(read.putArray(name)::add);
        }
    }

    static void tagMap(ObjectNode read, String name, SequencedMap<String, String> tags) {
        if (!tags.isEmpty()) {
            tags.forEach(read.putObject(name)::put);
        }
    }

    static void tagList(ObjectNode read, String name, SequencedMap<String, String> tags) {
        if (!tags.isEmpty()) {
            var list = read.putArray(name);
            tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        }
    }
}
