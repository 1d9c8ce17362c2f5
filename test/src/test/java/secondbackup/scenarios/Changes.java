package secondbackup.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Changes JSON at paths such as `accounts/444444444402/regions/eu-west-1/clusters/orders/encryption`.
final class Changes {
    private static final String APPEND = "+";

    private Changes() {}

    /// @param changes new values by path
    static void make(JsonNode changes, ObjectNode document) {
        changes.properties().forEach(each -> set(document, each.getKey(), each.getValue()));
    }

    private static void set(ObjectNode document, String path, JsonNode value) {
        var steps = List.of(path.split("/", -1));
        JsonNode place = document;
        for (var step : steps.subList(0, steps.size() - 1)) {
            place = child(place, step, path);
        }
        var last = steps.getLast();
        switch (place) {
            case ArrayNode list when last.equals(APPEND) -> list.add(value);
            case ArrayNode list when value.isNull() -> list.remove(index(list, last, path));
            case ArrayNode list -> list.set(index(list, last, path), value);
            case ObjectNode object when value.isNull() -> object.remove(last);
            case ObjectNode object -> object.set(last, value);
            default -> throw new IllegalArgumentException(path + ": nothing to change there");
        }
    }

    /// An element, or a field; a field that is missing becomes an object, or a list where something is appended.
    private static JsonNode child(JsonNode place, String step, String path) {
        if (place instanceof ArrayNode list) {
            return list.get(index(list, step, path));
        }
        var object = (ObjectNode) place;
        if (object.has(step)) {
            return object.path(step);
        }
        return path.endsWith(step + "/" + APPEND) ? object.putArray(step) : object.putObject(step);
    }

    private static int index(ArrayNode list, String name, String path) {
        for (var index = 0; index < list.size(); index++) {
            var element = list.get(index);
            if (element.path("id").asText().equals(name)
                    || element.path("name").asText().equals(name)
                    || (name.matches("\\d{1,3}") && Integer.parseInt(name) == index)) {
                return index;
            }
        }
        throw new IllegalArgumentException(path + ": expected an element '" + name + "'");
    }
}
