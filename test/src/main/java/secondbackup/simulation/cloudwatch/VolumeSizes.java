package secondbackup.simulation.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.wire.Call;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// The datapoints of `VolumeBytesUsed`: one for each period of which the cluster has lived a part.
///
/// Source: Amazon Aurora User Guide, "Amazon CloudWatch metrics for Amazon Aurora", cluster-level metrics,
/// and Amazon CloudWatch API Reference, "GetMetricData", StartTime, read 2026-11-22.
record VolumeSizes(Clusters clusters, InstantSource time) {
    /// One query with all its datapoints, in the order asked for.
    record Series(String id, String label, List<Point> points) {}

    record Point(Instant at, double value) {}

    Series series(MetricDataQuery query, GetMetricDataRequest asked, Call call) {
        var stat = query.metricStat();
        if (stat == null) {
            throw new IllegalArgumentException("no metric math is known here: " + query);
        }
        if (stat.period() < 60 || stat.period() % 60 != 0) {
            throw CloudWatchOperations.invalid(
                    "The value " + stat.period() + " for parameter Period is not valid.");
        }
        var points = new ArrayList<Point>();
        var cluster = cluster(stat.metric(), call);
        if (cluster.isPresent()) {
            points.addAll(points(cluster.get(), stat.stat(), stat.period(), asked));
        }
        var label = query.label() == null ? stat.metric().metricName() : query.label();
        return new Series(
                query.id(),
                label,
                asked.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? points : points.reversed());
    }

    private Optional<Clusters.Cluster> cluster(Metric metric, Call call) {
        var size =
                metric.namespace().equals("AWS/RDS")
                        && metric.metricName().equals("VolumeBytesUsed")
                        && metric.dimensions().size() == 1
                        && metric.dimensions().getFirst().name().equals("DBClusterIdentifier");
        return size
                ? clusters.in(call.account(), call.region()).stream()
                        .filter(Clusters.Cluster::isAurora)
                        .filter(cluster ->
                                cluster.name.equals(metric.dimensions().getFirst().value()))
                        .findFirst()
                : Optional.empty();
    }

    private List<Point> points(
            Clusters.Cluster cluster, String stat, int seconds, GetMetricDataRequest asked) {
        var points = new ArrayList<Point>();
        var period = Duration.ofSeconds(seconds);
        for (var at = rounded(asked.startTime());
                at.isBefore(asked.endTime());
                at = at.plus(period)) {
            var from = at.isBefore(cluster.createdAt) ? cluster.createdAt : at;
            var end = at.plus(period);
            var to = end.isAfter(time.instant()) ? time.instant() : end;
            if (from.isBefore(to)) {
                points.add(new Point(at, value(cluster, stat, from, to)));
            }
        }
        return points;
    }

    /// The older the start, the coarser it is taken.
    private Instant rounded(Instant start) {
        var age = Duration.between(start, time.instant());
        var step = age.toDays() < 15 ? 60 : age.toDays() < 63 ? 300 : 3600;
        var whole = start.truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
        return Instant.ofEpochSecond(whole - whole % step);
    }

    private static double value(Clusters.Cluster cluster, String stat, Instant from, Instant to) {
        var first = (double) cluster.sizeBytesAt(from);
        var last = (double) cluster.sizeBytesAt(to);
        return switch (stat) {
            case "Average" -> (first + last) / 2;
            case "Maximum" -> Math.max(first, last);
            case "Minimum" -> Math.min(first, last);
            default -> throw new IllegalArgumentException("unknown statistic here: " + stat);
        };
    }
}
