package secondbackup.cdk.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.cdk.parts.Parts;

/// The member templates of `policies/`, or of changed ones.
final class MemberSample {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final JsonNode ROLES;
    static final JsonNode BACKUP;
    static final MemberTemplates TEMPLATES;

    static {
        TEMPLATES = templates(files());
        ROLES = json(TEMPLATES.roles());
        BACKUP = json(TEMPLATES.backup());
    }

    private MemberSample() {}

    static SortedMap<String, String> files() {
        var folder = Path.of("..", "policies");
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    static MemberTemplates templates(SortedMap<String, String> files) {
        return MemberTemplates.of(Parts.of(files));
    }

    /// The second template, with these promises in the place of ours.
    ///
    /// @param promises what each adds to, or says other than, the promise to every cluster
    static JsonNode backupOf(String... promises) {
        var files = files();
        var every = json(files.getOrDefault("backup/every-cluster.json", ""));
        files.keySet().removeIf(name -> name.startsWith("backup/"));
        for (var index = 0; index < promises.length; index++) {
            var promise = every.deepCopy();
            ((ObjectNode) promise).setAll((ObjectNode) json(promises[index]));
            files.put("backup/promise-" + index + ".json", promise.toString());
        }
        return json(templates(files).backup());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /// Resources of a type, in the template's order.
    static List<JsonNode> resources(JsonNode template, String type) {
        return stream(template.path("Resources"))
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode node) {
        return node.valueStream();
    }

    static List<String> texts(JsonNode node) {
        return stream(node).map(JsonNode::asText).toList();
    }
}
