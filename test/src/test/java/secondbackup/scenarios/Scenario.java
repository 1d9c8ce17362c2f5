package secondbackup.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.World;

/// One file of a scenario.
record Scenario(Path path, ObjectNode file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS =
            List.of(
                    "why",
                    "world",
                    "policies",
                    "happens",
                    "troubles",
                    "hours",
                    "everyHours",
                    "lateMinutes",
                    "gaps");
    private static final int HOURS = 14;
    private static final int EVERY_HOURS = 8;

    /// What the stacks bring, and what may happen later to it.
    private static final List<String> DEPLOYED =
            List.of(
                    "second-backup",
                    "second-backup-every-cluster",
                    "second-backup-member-copy",
                    "second-backup-member-survey",
                    "11111111-2222-3333-4444-555555555555");

    /// Every file below a folder of the resources.
    static List<Scenario> all(String folder) {
        try (var files = Files.walk(root(folder))) {
            return files.filter(Files::isRegularFile).sorted().map(Scenario::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path root(String folder) throws IOException {
        try {
            var url = Scenario.class.getResource("/" + folder);
            return Path.of(Objects.requireNonNull(url, folder).toURI());
        } catch (URISyntaxException wrong) {
            throw new IOException(wrong);
        }
    }

    private static Scenario read(Path path) {
        try {
            var file = (ObjectNode) JSON.readTree(Files.readString(path));
            file.fieldNames()
                    .forEachRemaining(name -> {
                        if (!FIELDS.contains(name)) {
                            throw new IllegalArgumentException(
                                    path + ": field '" + name + "': expected one of " + FIELDS);
                        }
                    });
            return new Scenario(path, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String kind() {
        return path.getName(path.getNameCount() - 2).toString();
    }

    boolean loud() {
        return name().startsWith("loud-");
    }

    /// For people and folders, such as `NoCopy-loud-nobody-copied`.
    String title() {
        return kind() + "-" + name().replace(".json", "");
    }

    String name() {
        return path.getName(path.getNameCount() - 1).toString();
    }

    World world() {
        var json = SmallWorld.bare();
        Changes.make(file.path("world"), json);
        var deployed = json.putArray("deployed");
        DEPLOYED.forEach(deployed::add);
        var oddities = json.putArray("oddities");
        file.path("happens").forEach(oddities::add);
        return SmallWorld.read(json);
    }

    /// Files of `policies/` that are otherwise, with their changes.
    JsonNode policies() {
        return file.path("policies");
    }

    JsonNode troubles() {
        return file.path("troubles");
    }

    int hours() {
        return file.path("hours").asInt(HOURS);
    }

    /// Between two sweeps, and before the first.
    int everyHours() {
        return file.path("everyHours").asInt(EVERY_HOURS);
    }

    int lateMinutes() {
        return file.path("lateMinutes").asInt(0);
    }

    List<String> gaps() {
        var gaps = new ArrayList<String>();
        file.path("gaps").forEach(gap -> gaps.add(gap.asText()));
        return gaps;
    }
}
