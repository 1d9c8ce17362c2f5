package secondbackup.simulation.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// Metrics in log lines.
///
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format", read 2026-11-27.
public record EmbeddedMetrics(Metrics metrics) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Takes the metrics of a log line; most lines have none. A line that does not keep to the format has none either.
    public void read(String account, String region, String line) {
        for (var directive : parsed(line).path("_aws").path("CloudWatchMetrics")) {
            take(account, region, directive, parsed(line));
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return line.startsWith("{") ? JSON.readTree(line) : JSON.missingNode();
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    private void take(String account, String region, JsonNode directive, JsonNode root) {
        var sets = directive.path("Dimensions");
        var dimensionSets =
                sets.isEmpty() ? List.<JsonNode>of(sets) : List.copyOf(sets.valueStream().toList());
        var at = Instant.ofEpochMilli(root.path("_aws").path("Timestamp").asLong());
        for (var metric : directive.path("Metrics")) {
            var name = metric.path("Name").asText();
            for (var set : dimensionSets) {
                var dimensions = new TreeMap<String, String>();
                set.forEach(
                        each -> dimensions.put(each.asText(), root.path(each.asText()).asText()));
                var key =
                        new Metrics.Metric(
                                account,
                                region,
                                directive.path("Namespace").asText(),
                                name,
                                dimensions);
                values(root.path(name)).forEach(value -> metrics.add(key, value, at));
            }
        }
    }

    private static List<Double> values(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asDouble).toList()
                : value.isNumber() ? List.of(value.asDouble()) : List.of();
    }
}
