package secondbackup.simulation.world;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads worlds.
///
/// Every method fails with a [BadWorld] whose one message names all that is wrong: what the schema
/// `simulation/world.schema.json` refuses, and what is named but is not there.
public final class WorldReader {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    private static final JsonSchema SCHEMA = schema();

    private WorldReader() {}

    public static World file(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new BadWorld("cannot read " + file, unreadable);
        }
    }

    /// @param resource on the class path, such as `simulation/worlds/small.json`
    public static World resource(String resource) {
        try (var stream = open(resource)) {
            return read(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new BadWorld("cannot read " + resource, unreadable);
        }
    }

    /// @param name of the file, for messages
    public static World read(String name, String json) {
        var tree = parse(name, json);
        var problems = new ArrayList<>(violations(tree));
        problems.addAll(new References(tree).problems());
        if (!problems.isEmpty()) {
            throw new BadWorld(name, problems);
        }
        return new Expansion(tree).world();
    }

    private static JsonNode parse(String name, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw new BadWorld(
                    name
                            + " is not JSON, line "
                            + at.getLineNr()
                            + ", column "
                            + at.getColumnNr()
                            + ": "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    private static List<Problem> violations(JsonNode tree) {
        return SCHEMA.validate(tree).stream()
                .map(violation ->
                        Problem.at(
                                violation.getInstanceLocation().toString(),
                                tree.at(violation.getInstanceLocation().toString()),
                                violation
                                        .getMessage()
                                        .replace(violation.getInstanceLocation() + ": ", "")))
                .sorted(Comparator.comparing(Problem::pointer))
                .distinct()
                .toList();
    }

    private static JsonSchema schema() {
        var config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        try (var stream = open("simulation/world.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream, config);
        } catch (IOException unreadable) {
            throw new BadWorld("cannot read the schema of worlds", unreadable);
        }
    }

    private static InputStream open(String resource) throws IOException {
        var stream = WorldReader.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw new IOException("not on the class path: " + resource);
        }
        return stream;
    }
}
