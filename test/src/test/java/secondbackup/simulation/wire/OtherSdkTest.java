package secondbackup.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.backup.model.ListBackupJobsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupJobsResponse;
import software.amazon.awssdk.services.backup.model.TagResourceRequest;
import software.amazon.awssdk.services.backup.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/// What other SDKs write differently from the one for Java.
class OtherSdkTest {
    private final WireWorld world = new WireWorld();
    private final AtomicReference<SdkRequest> seen = new AtomicReference<>();

    @Test
    void cloudWatchSpeaksJsonToThoseWhoDo() throws IOException {
        var result =
                MetricDataResult.builder().id("a").timestamps(Instant.ofEpochMilli(1500)).build();
        on(
                GetMetricDataRequest.class,
                GetMetricDataResponse.builder().metricDataResults(result).build());
        var headers = Map.of("X-Amz-Target", "GraniteServiceVersion20100801.GetMetricData");
        var body = "{\"StartTime\":1.7E9,\"EndTime\":1700000000.125,\"MetricDataQueries\":[]}";
        var answer = ask("monitoring", "POST", "/", headers, Map.of(), body);
        assertThat(seen.get())
                .isEqualTo(
                        GetMetricDataRequest.builder()
                                .startTime(Instant.ofEpochSecond(1_700_000_000))
                                .endTime(Instant.ofEpochMilli(1_700_000_000_125L))
                                .metricDataQueries(List.of())
                                .build());
        assertThat(answer.body().asUtf8String())
                .isEqualTo("{\"MetricDataResults\":[{\"Id\":\"a\",\"Timestamps\":[1.500]}]}");
    }

    @Test
    void aSlashAtTheEndChangesNothing() throws IOException {
        on(ListBackupJobsRequest.class, ListBackupJobsResponse.builder().build());
        for (var path : List.of("/backup-jobs", "/backup-jobs/")) {
            var query = Map.of("createdAfter", List.of("2026-03-01T00:00:00Z"));
            assertThat(ask("backup", "GET", path, Map.of(), query, "").status()).isEqualTo(200);
            assertThat(((ListBackupJobsRequest) seen.get()).byCreatedAfter())
                    .isEqualTo("2026-03-01T00:00:00Z");
        }
    }

    @Test
    void anArnInAPathMayHaveItsColonsAsTheyAre() throws IOException {
        on(TagResourceRequest.class, TagResourceResponse.builder().build());
        ask(
                "backup",
                "POST",
                "/tags/arn:aws:x%2Fy+z",
                Map.of(),
                Map.of(),
                "{\"Tags\":{\"a\":\"b\"}}");
        assertThat(((TagResourceRequest) seen.get()).resourceArn()).isEqualTo("arn:aws:x/y+z");
        assertThat(((TagResourceRequest) seen.get()).tags()).containsExactly(Map.entry("a", "b"));
    }

    @Test
    void listsInFormsMayBeNamedMember() throws IOException {
        on(DescribeDbClustersRequest.class, DescribeDbClustersResponse.builder().build());
        var names = List.of("Filter", "member");
        for (var name : names) {
            var filter = "Filters." + name + ".1.";
            var body =
                    "Action=DescribeDBClusters&"
                            + (filter + "Name=engine&")
                            + (filter + "Values." + name.replace("Filter", "Value") + ".1=a+b");
            var answer = ask("rds", "POST", "/", Map.of(), Map.of(), body);
            var asked = (DescribeDbClustersRequest) seen.get();
            assertThat(asked.filters()).hasSize(1);
            assertThat(asked.filters().getFirst().values()).containsExactly("a b");
            assertThat(answer.body().asUtf8String())
                    .startsWith("<DescribeDBClustersResponse><DescribeDBClustersResult>");
        }
    }

    @Test
    void theMostLiteralPathIsMeant() {
        var literals = Models.routes("backup").stream().map(Route::literals).toList();
        assertThat(literals).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void anUnsignedRequestIsRefused() throws IOException {
        var question =
                new HttpQuestion(
                        "POST", "rds", "/", Map.of(), Map.of(), SdkBytes.fromUtf8String(""));
        assertThat(world.server.answer(question).status()).isEqualTo(403);
        assertThat(world.server.counts().total()).isZero();
    }

    private <Q extends SdkRequest> void on(Class<Q> request, SdkResponse response) {
        world.operations.on(request, (_, _) -> List.of(), (asked, _) -> keep(asked, response));
    }

    private SdkResponse keep(SdkRequest asked, SdkResponse response) {
        seen.set(asked);
        return response;
    }

    private HttpAnswer ask(
            String service,
            String method,
            String path,
            Map<String, String> headers,
            Map<String, List<String>> query,
            String body)
            throws IOException {
        var all = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        var scope = WireWorld.KEY + "/20260301/us-east-1/" + service + "/aws4_request";
        all.put("authorization", List.of("AWS4-HMAC-SHA256 Credential=" + scope + ", Sig=x"));
        var bytes = SdkBytes.fromByteArray(body.getBytes(StandardCharsets.UTF_8));
        return world.server.answer(new HttpQuestion(method, service, path, query, all, bytes));
    }
}
