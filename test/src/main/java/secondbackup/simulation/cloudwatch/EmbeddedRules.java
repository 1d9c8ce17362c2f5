package secondbackup.simulation.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a log line with embedded metrics must keep to, one sentence for each thing that is wrong.
///
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format" (the text and its JSON schema); Amazon
/// CloudWatch API Reference, "MetricDatum" (timestamps from two weeks back to two hours ahead) and "Dimension" (a value
/// has at least one character that is not a space), read 2026-11-27. Members beside those of the specification are
/// ignored by AWS and refused here: nobody writes one on purpose.
final class EmbeddedRules {
    private static final int DIRECTIVE_METRICS_MAX = 100;
    private static final int VALUES_MAX = 100;
    private static final int SET_MAX = 30;
    private static final int NAME_MAX = 1_024;
    private static final int KEY_MAX = 250;
    private static final int VALUE_MAX = 1_024;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);
    private static final String UNIT =
            "Seconds|Microseconds|Milliseconds|Percent|Count|None"
                    + "|((Bytes|Bits|(Kilo|Mega|Giga|Tera)(bytes|bits))|Count)(/Second)?";

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private EmbeddedRules(JsonNode root) {
        this.root = root;
    }

    static List<String> problems(JsonNode root, Instant now) {
        var rules = new EmbeddedRules(root);
        rules.metadata(now);
        return List.copyOf(rules.problems);
    }

    private void expect(boolean held, String what) {
        if (!held) {
            problems.add(what);
        }
    }

    private void onlyMembers(JsonNode object, String where, String... known) {
        var unknown = new TreeSet<String>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(known));
        expect(unknown.isEmpty(), where + " has members that nobody knows: " + unknown);
    }

    private void metadata(Instant now) {
        var metadata = root.path("_aws");
        onlyMembers(metadata, "_aws", "Timestamp", "CloudWatchMetrics");
        var timestamp = metadata.path("Timestamp");
        expect(timestamp.isIntegralNumber(), "Timestamp is no number of milliseconds");
        var at = Instant.ofEpochMilli(timestamp.asLong());
        expect(
                !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(NEWEST)),
                "Timestamp " + at + " is not within two weeks before and two hours after " + now);
        expect(metadata.path("CloudWatchMetrics").isArray(), "CloudWatchMetrics is no array");
        metadata.path("CloudWatchMetrics").forEach(this::directive);
    }

    private void directive(JsonNode directive) {
        onlyMembers(directive, "a directive", "Namespace", "Dimensions", "Metrics");
        var namespace = directive.path("Namespace");
        expect(text(namespace, NAME_MAX), "Namespace is no text of 1 to 1024 characters");
        expect(!namespace.asText().startsWith("AWS/"), "Namespace begins with AWS/");
        var sets = directive.path("Dimensions");
        expect(sets.isArray() && !sets.isEmpty(), "Dimensions is no array of one set or more");
        sets.forEach(this::dimensionSet);
        var metrics = directive.path("Metrics");
        expect(metrics.isArray(), "Metrics is no array");
        expect(metrics.size() <= DIRECTIVE_METRICS_MAX, "Metrics are more than 100");
        metrics.forEach(this::metric);
    }

    private void dimensionSet(JsonNode set) {
        expect(set.isArray() && set.size() <= SET_MAX, "a dimension set is no array of at most 30");
        for (var key : set) {
            expect(text(key, KEY_MAX), "a dimension's name is no text of 1 to 250 characters");
            var target = root.path(key.asText());
            expect(
                    text(target, VALUE_MAX) && !target.asText().isBlank(),
                    "the root has no text of 1 to 1024 characters for the dimension " + key);
        }
    }

    private void metric(JsonNode metric) {
        onlyMembers(metric, "a metric", "Name", "Unit", "StorageResolution");
        var name = metric.path("Name");
        expect(text(name, NAME_MAX), "a metric's name is no text of 1 to 1024 characters");
        expect(
                !metric.has("Unit") || metric.path("Unit").asText().matches(UNIT),
                "the unit of " + name + " is unknown: " + metric.path("Unit"));
        expect(
                !metric.has("StorageResolution")
                        || Set.of(1, 60).contains(metric.path("StorageResolution").asInt()),
                "the resolution of " + name + " is neither 1 nor 60");
        var value = root.path(name.asText());
        expect(numbers(value), "the root has no number, nor 1 to 100 of them, for " + name);
    }

    private static boolean numbers(JsonNode value) {
        return value.isArray()
                ? !value.isEmpty()
                        && value.size() <= VALUES_MAX
                        && value.valueStream().allMatch(JsonNode::isNumber)
                : value.isNumber();
    }

    private static boolean text(JsonNode node, int longest) {
        return node.isTextual() && !node.asText().isEmpty() && node.asText().length() <= longest;
    }
}
