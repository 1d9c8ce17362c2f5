package secondbackup.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.Cluster;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// Reads how large clusters' volumes are. A size only helps people to judge, so a cluster whose size cannot be
/// read goes without one, and nothing else suffers.
///
/// Source: Aurora User Guide, "Amazon CloudWatch metrics for Amazon Aurora", `VolumeBytesUsed`; CloudWatch API,
/// `GetMetricData` (500 queries a call); read 2026-11-22.
final class SizeReader {
    private static final int BATCH = 500;
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final int PERIOD_SECONDS = 3600;

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
                .mapToObj(index -> sized(batch.get(index), sizes.get(id(index))))
                .toList();
    }

    private static Cluster sized(Cluster cluster, @Nullable Double bytes) {
        return new Cluster(
                cluster.id(),
                cluster.engine(),
                cluster.engineVersion(),
                cluster.status(),
                cluster.createdAt(),
                cluster.encryption(),
                cluster.tags(),
                bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.longValue()));
    }

    private Map<String, Double> sizes(List<Cluster> batch) {
        var queries =
                IntStream.range(0, batch.size())
                        .mapToObj(index -> query(id(index), batch.get(index)))
                        .toList();
        var sizes = new TreeMap<String, Double>();
        session
                .cloudWatch()
                .getMetricDataPaginator(request ->
                        request.metricDataQueries(queries)
                                .startTime(now.minus(WINDOW))
                                .endTime(now)
                                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                                .overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.metricDataResults().stream())
                .filter(result -> !result.values().isEmpty())
                .forEach(result -> sizes.putIfAbsent(result.id(), result.values().getFirst()));
        return sizes;
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
                .metricStat(stat -> stat.stat("Average").period(PERIOD_SECONDS).metric(metric))
                .build();
    }

    private static String id(int index) {
        return "size" + index;
    }
}
