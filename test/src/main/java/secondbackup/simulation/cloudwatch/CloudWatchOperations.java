package secondbackup.simulation.cloudwatch;

import java.time.InstantSource;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/// Amazon CloudWatch: GetMetricData of `VolumeBytesUsed`. Every other metric exists without datapoints, as
/// CloudWatch answers for metrics it does not know.
///
/// Source: Amazon CloudWatch API Reference, "GetMetricData", read 2026-11-22.
public final class CloudWatchOperations {
    private static final int MOST_QUERIES = 500;

    private final VolumeSizes sizes;

    public CloudWatchOperations(Clusters clusters, InstantSource time) {
        this.sizes = new VolumeSizes(clusters, time);
    }

    public void register(Operations operations) {
        operations.on(
                GetMetricDataRequest.class,
                (_, _) -> List.of(AccessRequest.of("cloudwatch:GetMetricData", "*")),
                this::answer);
    }

    private GetMetricDataResponse answer(GetMetricDataRequest asked, Call call) {
        check(asked);
        var series =
                asked.metricDataQueries().stream()
                        .map(query -> sizes.series(query, asked, call))
                        .toList();
        return new MetricPage(asked).of(series);
    }

    private static void check(GetMetricDataRequest asked) {
        if (asked.metricDataQueries().size() > MOST_QUERIES) {
            throw invalid(
                    "The collection MetricDataQueries must not have a size greater than "
                            + MOST_QUERIES
                            + ".");
        }
        if (!asked.startTime().isBefore(asked.endTime())) {
            throw invalid("The parameter StartTime must be less than the parameter EndTime.");
        }
        var ids = asked.metricDataQueries().stream().map(MetricDataQuery::id).distinct().count();
        if (ids != asked.metricDataQueries().size()) {
            throw invalid("The values for parameter id in MetricDataQueries are not unique.");
        }
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "ValidationError", message);
    }
}
