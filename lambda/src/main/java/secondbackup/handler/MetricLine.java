package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import secondbackup.policy.Metric;
import secondbackup.report.Measured;

/// One line of the log out of which Amazon CloudWatch takes metrics. It costs no call and needs no right.
///
/// The line must reach the log as it is: with the log format `JSON`, AWS Lambda would wrap what a `LambdaLogger` says
/// into a field of another object, and there would be no metrics. The stacks choose `Text`.
///
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format" (a JSON object with no additional data
/// at its beginning or end); AWS Lambda Developer Guide, "Log and monitor Java Lambda functions" (`message`) and
/// "Configuring JSON and plain text log formats", read 2026-11-27.
final class MetricLine {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MetricLine() {}

    static void write(Measured measured, Instant at, Context context) {
        context.getLogger().log(of(measured, at).toString());
    }

    static ObjectNode of(Measured measured, Instant at) {
        var line = JSON.objectNode();
        var directive =
                line.putObject("_aws")
                        .put("Timestamp", at.toEpochMilli())
                        .putArray("CloudWatchMetrics")
                        .addObject()
                        .put("Namespace", Metric.NAMESPACE);
        var dimensions = directive.putArray("Dimensions").addArray();
        var metrics = directive.putArray("Metrics");
        measured.of()
                .forEach((dimension, value) -> {
                    dimensions.add(dimension.title());
                    line.put(dimension.title(), value);
                });
        measured.values()
                .forEach((metric, value) -> {
                    metrics.addObject().put("Name", metric.title()).put("Unit", metric.unit());
                    line.put(metric.title(), value);
                });
        return line;
    }
}
