package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The names that one entry of a file stands for.
final class ClusterNames {
    private ClusterNames() {}

    static List<String> of(JsonNode cluster) {
        var name = cluster.path("name").asText();
        return cluster.has("count")
                ? IntStream.rangeClosed(1, cluster.path("count").asInt())
                        .mapToObj(number -> String.format(Locale.ROOT, "%s-%03d", name, number))
                        .toList()
                : List.of(name);
    }
}
