package secondbackup.simulation.cloudwatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/// Source: Amazon CloudWatch API Reference, "PutMetricData", and Service Authorization Reference for Amazon CloudWatch
/// (`cloudwatch:namespace`), read 2026-11-27.
public record PutMetrics(Metrics metrics, InstantSource time) {

    public void register(Operations operations) {
        operations.on(
                PutMetricDataRequest.class,
                (request, _) ->
                        List.of(
                                AccessRequest.of("cloudwatch:PutMetricData", "*")
                                        .with("cloudwatch:namespace", request.namespace())),
                this::put);
    }

    private PutMetricDataResponse put(PutMetricDataRequest request, Call call) {
        if (request.namespace().startsWith("AWS/")) {
            throw CloudWatchOperations.invalid(
                    "The value AWS/ for parameter Namespace is invalid.");
        }
        request.metricData().forEach(datum -> put(datum, request.namespace(), call));
        return PutMetricDataResponse.builder().build();
    }

    private void put(MetricDatum datum, String namespace, Call call) {
        if (datum.hasValues() || datum.statisticValues() != null || datum.value() == null) {
            throw CloudWatchOperations.invalid(
                    "the simulation knows a single Value for each datum of PutMetricData only");
        }
        var dimensions = new TreeMap<String, String>();
        datum.dimensions().forEach(each -> dimensions.put(each.name(), each.value()));
        var metric =
                new Metrics.Metric(
                        call.account(), call.region(), namespace, datum.metricName(), dimensions);
        metrics.add(metric, datum.value(), Optional.ofNullable(datum.timestamp()).orElse(now()));
    }

    private Instant now() {
        return time.instant();
    }
}
