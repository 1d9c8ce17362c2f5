package secondbackup.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What `cdk synth` wrote: the build puts it on the class path.
public final class Templates {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "/templates/";

    /// One stack of the estate.
    ///
    /// @param account empty for a member's template, which goes everywhere
    /// @param region empty for a member's template
    public record Synthesized(String name, String account, String region, String template) {
        Synthesized into(String anAccount, String aRegion) {
            return new Synthesized(name, anAccount, aRegion, template);
        }
    }

    private final SequencedMap<String, Synthesized> byName = new TreeMap<>();

    private Templates() {}

    /// Fails: IllegalStateException where nothing was synthesized.
    public static Templates bundled() {
        return read(Templates::text);
    }

    /// @param folder to which somebody has synthesized
    public static Templates in(Path folder) {
        return read(file -> onDisk(folder.resolve(file)));
    }

    /// @param files tells the text of a file
    private static Templates read(UnaryOperator<String> files) {
        var templates = new Templates();
        for (var artifact : parse(files.apply("manifest.json")).path("artifacts").properties()) {
            var value = artifact.getValue();
            if (value.path("type").asText().equals("aws:cloudformation:stack")) {
                var place = value.path("environment").asText().replace("aws://", "").split("/", 2);
                var known = !place[0].equals("unknown-account");
                var file = value.at("/properties/templateFile").asText();
                templates.byName.put(
                        artifact.getKey(),
                        new Synthesized(
                                artifact.getKey(),
                                known ? place[0] : "",
                                known ? place[1] : "",
                                files.apply(file)));
            }
        }
        return templates;
    }

    /// The same stacks, with other words in their templates.
    public Templates with(UnaryOperator<String> change) {
        var changed = new Templates();
        byName.forEach((name, one) ->
                changed.byName.put(
                        name,
                        new Synthesized(
                                name, one.account(), one.region(), change.apply(one.template()))));
        return changed;
    }

    /// By name.
    public List<Synthesized> all() {
        return List.copyOf(byName.values());
    }

    /// Those whose names begin so, by name.
    public List<Synthesized> all(String beginning) {
        return byName.values().stream().filter(one -> one.name().startsWith(beginning)).toList();
    }

    public Synthesized get(String name) {
        var found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("no stack " + name + ": there are " + byName.keySet());
        }
        return found;
    }

    private static String onDisk(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException bad) {
            throw new UncheckedIOException("a template is no JSON", bad);
        }
    }

    private static String text(String file) {
        try (var stream = Templates.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "no "
                                + FOLDER
                                + file
                                + " on the class path: `mvn package` writes the templates into"
                                + " cdk/target/cdk.out, and this module takes them from there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
