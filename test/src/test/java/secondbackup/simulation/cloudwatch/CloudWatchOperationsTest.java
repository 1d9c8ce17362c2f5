package secondbackup.simulation.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.wire.WireWorld;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

class CloudWatchOperationsTest {
    private static final int DAY = 86_400;

    private final WireWorld world = new WireWorld(); // 2026-03-01T00:00:00Z
    private final Clusters clusters = new Clusters();
    private final CloudWatchClient client = world.client(CloudWatchClient.builder(), WireWorld.KEY);

    @BeforeEach
    void register() {
        var cluster =
                new Clusters.Cluster(
                        WireWorld.ACCOUNT,
                        "us-east-1",
                        "orders",
                        "cluster-ORDERS",
                        "aurora-postgresql",
                        "16.4",
                        Clusters.Encryption.NONE,
                        "",
                        Instant.parse("2026-02-27T12:00:00Z"));
        cluster.sizeBytes = 1000;
        cluster.growthBytesPerDay = 240;
        clusters.put(cluster);
        new CloudWatchOperations(clusters, world.time).register(world.operations);
    }

    @Test
    void tellsTheSizeOfEachDayNewestFirst() {
        var result =
                data(asked(
                                "2026-02-20T00:00:00Z",
                                "2026-03-01T00:00:00Z",
                                query("q", "orders", DAY)))
                        .getFirst();
        assertThat(result.timestamps())
                .containsExactly(
                        Instant.parse("2026-02-28T00:00:00Z"),
                        Instant.parse("2026-02-27T00:00:00Z"));
        assertThat(result.values()).containsExactly(1360.0, 1120.0);
        assertThat(result.statusCodeAsString()).isEqualTo("Complete");
    }

    @Test
    void isSilentBeforeCreationAndAfterNow() {
        var result =
                data(asked(
                                        "2026-02-27T10:00:00Z",
                                        "2026-02-27T14:00:00Z",
                                        query("q", "orders", 3600))
                                .toBuilder()
                                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                                .build())
                        .getFirst();
        assertThat(result.timestamps())
                .containsExactly(
                        Instant.parse("2026-02-27T12:00:00Z"),
                        Instant.parse("2026-02-27T13:00:00Z"));
        assertThat(result.values()).containsExactly(1010.0, 1020.0);
        var future =
                data(asked(
                                "2026-03-01T00:00:00Z",
                                "2026-03-02T00:00:00Z",
                                query("q", "orders", 3600)))
                        .getFirst();
        assertThat(future.values()).isEmpty();
    }

    @Test
    void isEmptyForClustersItDoesNotKnow() {
        var result =
                data(asked(
                                "2026-02-20T00:00:00Z",
                                "2026-03-01T00:00:00Z",
                                query("q", "other", DAY)))
                        .getFirst();
        assertThat(result.id()).isEqualTo("q");
        assertThat(result.values()).isEmpty();
        assertThat(result.timestamps()).isEmpty();
    }

    @Test
    void answersFiveHundredQueriesAndNoMore() {
        var queries =
                IntStream.range(0, 501)
                        .mapToObj(number -> query("q" + number, "orders", DAY))
                        .toList();
        assertThat(
                        data(
                                asked(
                                        "2026-02-28T00:00:00Z",
                                        "2026-03-01T00:00:00Z",
                                        queries.subList(0, 500).toArray(MetricDataQuery[]::new))))
                .hasSize(500);
        var refused =
                catchThrowableOfType(
                        CloudWatchException.class,
                        () ->
                                data(
                                        asked(
                                                "2026-02-28T00:00:00Z",
                                                "2026-03-01T00:00:00Z",
                                                queries.toArray(MetricDataQuery[]::new))));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
    }

    @Test
    void pagesThroughDatapoints() {
        var asked =
                asked(
                                "2026-02-27T12:00:00Z",
                                "2026-02-28T12:00:00Z",
                                query("a", "orders", 3600),
                                query("b", "other", 3600),
                                query("c", "orders", 3600))
                        .toBuilder()
                        .maxDatapoints(20)
                        .build();
        var pages = client.getMetricDataPaginator(asked).stream().toList();
        assertThat(pages).hasSize(3);
        assertThat(pages.getFirst().metricDataResults().getFirst().statusCodeAsString())
                .isEqualTo("PartialData");
        var values = pages.stream().flatMap(page -> page.metricDataResults().stream()).toList();
        assertThat(
                        values.stream()
                                .filter(each -> each.id().equals("a"))
                                .mapToInt(each -> each.values().size())
                                .sum())
                .isEqualTo(24);
        assertThat(values.stream().filter(each -> each.id().equals("b"))).hasSize(1);
        assertThat(
                        values.stream()
                                .filter(each -> each.id().equals("c"))
                                .mapToInt(each -> each.values().size())
                                .sum())
                .isEqualTo(24);
    }

    private List<MetricDataResult> data(GetMetricDataRequest asked) {
        return client.getMetricData(asked).metricDataResults();
    }

    private static GetMetricDataRequest asked(
            String start, String end, MetricDataQuery... queries) {
        return GetMetricDataRequest.builder()
                .startTime(Instant.parse(start))
                .endTime(Instant.parse(end))
                .metricDataQueries(queries)
                .build();
    }

    private static MetricDataQuery query(String id, String cluster, int period) {
        var dimension = Dimension.builder().name("DBClusterIdentifier").value(cluster).build();
        var metric =
                Metric.builder()
                        .namespace("AWS/RDS")
                        .metricName("VolumeBytesUsed")
                        .dimensions(dimension)
                        .build();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.period(period).stat("Maximum").metric(metric))
                .build();
    }
}
