package secondbackup.simulation.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/// Metrics in log lines. A line that means to have some and does not keep to the format has none, and counts as an
/// error of its log group.
///
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format"; Amazon CloudWatch Logs User Guide,
/// "Monitoring with CloudWatch metrics" (`EMFValidationErrors`, by `LogGroupName`), read 2026-11-27.
public record EmbeddedMetrics(Metrics metrics, InstantSource time) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// Takes the metrics of a log line; most lines have none.
    ///
    /// @return what is wrong with a line that means to have some
    public List<String> read(String account, String region, String group, String line) {
        var root = parsed(line);
        if (!root.path("_aws").has("CloudWatchMetrics")) {
            return List.of();
        }
        var problems = EmbeddedRules.problems(root, time.instant());
        if (problems.isEmpty()) {
            root.path("_aws")
                    .path("CloudWatchMetrics")
                    .forEach(directive -> take(account, region, directive, root));
        } else {
            metrics.add(
                    Metrics.Metric.of(
                            account,
                            region,
                            "AWS/Logs",
                            "EMFValidationErrors",
                            "LogGroupName",
                            group),
                    1);
        }
        return problems;
    }

    private static JsonNode parsed(String line) {
        try {
            return line.startsWith("{") ? JSON.readTree(line) : JSON.missingNode();
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    private void take(String account, String region, JsonNode directive, JsonNode root) {
        var at = Instant.ofEpochMilli(root.path("_aws").path("Timestamp").asLong());
        for (var metric : directive.path("Metrics")) {
            var name = metric.path("Name").asText();
            for (var set : directive.path("Dimensions")) {
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
                : List.of(value.asDouble());
    }
}
