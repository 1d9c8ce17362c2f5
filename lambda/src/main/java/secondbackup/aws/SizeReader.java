package secondbackup.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.VolumeSize;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// Reads how large clusters' volumes are, and were on each of the last days, at their smallest: a day on which
/// tables are dropped is a day with the smaller size. A size only helps people to judge, so a cluster whose size cannot be
/// read goes without one, and nothing else suffers.
///
/// Source: Aurora User Guide, "Amazon CloudWatch metrics for Amazon Aurora", `VolumeBytesUsed`; CloudWatch API,
/// `GetMetricData` (500 queries a call); read 2026-11-22.
final class SizeReader {
    private static final int BATCH = 500;
    private static final int DAYS = 14;
    private static final int DAY_SECONDS = 86_400;

    private final RegionalSession session;
    private final Instant now;

    SizeReader(RegionalSession session, Instant now) {
        this.session = session;
        this.now = now;
    }

    List<Cluster> addTo(List<Cluster> clusters) {
        var sized = new ArrayList<Cluster>();
        for (var from = 0; from < clusters.size(); from += BATCH) {
            var batch = clusters.subList(from, Math.min(clusters.size(), from + BATCH));
            sized.addAll(Attempt.orElse(() -> sized(batch), _ -> batch));
        }
        return sized;
    }

    private List<Cluster> sized(List<Cluster> batch) {
        var sizes = sizes(batch);
        return IntStream.range(0, batch.size())
                .mapToObj(
                        index -> sized(batch.get(index), sizes.getOrDefault(id(index), List.of())))
                .toList();
    }

    private static Cluster sized(Cluster cluster, List<VolumeSize> sizes) {
        var newest = sizes.stream().mapToLong(VolumeSize::bytes).findFirst();
        return cluster.sized(newest, sizes);
    }

    /// The newest of each first.
    private Map<String, List<VolumeSize>> sizes(List<Cluster> batch) {
        var queries =
                IntStream.range(0, batch.size())
                        .mapToObj(index -> query(id(index), batch.get(index)))
                        .toList();
        var sizes = new TreeMap<String, List<VolumeSize>>();
        session
                .cloudWatch()
                .getMetricDataPaginator(request ->
                        request.metricDataQueries(queries)
                                .startTime(
                                        now.truncatedTo(ChronoUnit.DAYS)
                                                .minus(DAYS, ChronoUnit.DAYS))
                                .endTime(now)
                                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                                .overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.metricDataResults().stream())
                .forEach(result ->
                        sizes.computeIfAbsent(result.id(), _ -> new ArrayList<>())
                                .addAll(days(result)));
        return sizes;
    }

    private static List<VolumeSize> days(MetricDataResult result) {
        return IntStream.range(0, Math.min(result.timestamps().size(), result.values().size()))
                .mapToObj(index ->
                        new VolumeSize(
                                result.timestamps().get(index).atZone(ZoneOffset.UTC).toLocalDate(),
                                result.values().get(index).longValue()))
                .toList();
    }

    private static MetricDataQuery query(String id, Cluster cluster) {
        var dimension =
                Dimension.builder().name("DBClusterIdentifier").value(cluster.id().name()).build();
        var metric =
                Metric.builder()
                        .namespace("AWS/RDS")
                        .metricName("VolumeBytesUsed")
                        .dimensions(dimension)
                        .build();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat("Minimum").period(DAY_SECONDS).metric(metric))
                .build();
    }

    private static String id(int index) {
        return "size" + index;
    }
}
