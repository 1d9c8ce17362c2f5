package secondbackup.simulation.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/// One page of datapoints: at most as many as the caller wants and never more than 100,800. A series that
/// goes on is `PartialData` until its last page.
///
/// Source: Amazon CloudWatch API model, GetMetricDataInput$MaxDatapoints and StatusCode, 2026-11-22.
record MetricPage(GetMetricDataRequest asked) {
    private static final int MOST = 100_800;

    GetMetricDataResponse of(List<VolumeSizes.Series> series) {
        var skipped = start();
        var left = asked.maxDatapoints() == null ? MOST : Math.min(MOST, asked.maxDatapoints());
        var end = skipped + left;
        var results = new ArrayList<MetricDataResult>();
        var at = 0;
        for (var each : series) {
            var from = Math.clamp(skipped - at, 0, each.points().size());
            var to = Math.clamp(end - at, 0, each.points().size());
            if (from < to || (each.points().isEmpty() && skipped == 0)) {
                results.add(result(each, from, to));
            }
            at += each.points().size();
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(results)
                .nextToken(end < at ? Integer.toString(end) : null)
                .build();
    }

    private static MetricDataResult result(VolumeSizes.Series series, int from, int to) {
        var points = series.points().subList(from, to);
        return MetricDataResult.builder()
                .id(series.id())
                .label(series.label())
                .timestamps(points.stream().map(VolumeSizes.Point::at).toList())
                .values(points.stream().map(VolumeSizes.Point::value).toList())
                .statusCode(
                        to < series.points().size() ? StatusCode.PARTIAL_DATA : StatusCode.COMPLETE)
                .build();
    }

    private int start() {
        try {
            return asked.nextToken() == null ? 0 : Integer.parseInt(asked.nextToken());
        } catch (NumberFormatException _) {
            throw CloudWatchOperations.invalid("Invalid nextToken");
        }
    }
}
