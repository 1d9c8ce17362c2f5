package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;

/// Policy documents as a world names them: inline, by the name of one of its own policies or of a stock
/// policy, or as a class path resource with a JSON pointer into it.
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode own;

    /// @param own the world's policies by name
    Documents(JsonNode own) {
        this.own = own;
    }

    /// The document, with its names replaced; empty where the field is missing.
    String text(JsonNode named, Placeholders placeholders) {
        return named.isMissingNode() ? "" : placeholders.fill(find(named)).toString();
    }

    private JsonNode find(JsonNode named) {
        return lookUp(named)
                .orElseThrow(() -> new IllegalStateException("unchecked document " + named));
    }

    /// What is wrong with a document, or empty.
    Optional<String> objection(JsonNode named) {
        if (lookUp(named).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                named.isTextual()
                        ? "expected the name of a policy of this world or of a stock policy"
                        : "expected a resource on the class path, and a pointer to an object in it");
    }

    private Optional<JsonNode> lookUp(JsonNode named) {
        if (named.isTextual()) {
            var found = own.path(named.textValue());
            return found.isObject()
                    ? Optional.of(found)
                    : object(read("/simulation/policies/" + named.textValue() + ".json"));
        }
        var resource = named.path("resource");
        if (resource.isTextual()) {
            var pointer = named.path("at").asText("");
            return pointer.isEmpty() || pointer.startsWith("/")
                    ? object(read("/" + resource.textValue()).at(pointer))
                    : Optional.empty();
        }
        return object(named);
    }

    /// A text or number: itself, or where a resource on the class path has it; missing where it has none there.
    static JsonNode value(JsonNode named) {
        var pointer = named.path("at").asText();
        return named.isObject() && pointer.startsWith("/")
                ? read("/" + named.path("resource").asText()).at(pointer)
                : named;
    }

    private static Optional<JsonNode> object(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isObject);
    }

    private static JsonNode read(String path) {
        try (var stream = Documents.class.getResourceAsStream(path)) {
            return stream == null ? MissingNode.getInstance() : JSON.readTree(stream);
        } catch (IOException unreadable) {
            throw new BadWorld("cannot read the resource " + path, unreadable);
        }
    }
}
