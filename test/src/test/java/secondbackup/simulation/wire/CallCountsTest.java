package secondbackup.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.Principal;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.RdsException;

class CallCountsTest {
    private final WireWorld world = new WireWorld();
    private final CallCounts counts = world.server.counts();

    @BeforeEach
    void answer() {
        world.operations.on(
                DescribeDbClustersRequest.class,
                (_, _) -> List.of(),
                (_, _) -> DescribeDbClustersResponse.builder().build());
    }

    @Test
    void countsEachAccountAndRegionByItself() {
        world.holders.put("AKIATWO", new Principal.Administrator("222222222222"));
        describe("AKIATWO", "us-east-1");
        describe(WireWorld.KEY, "us-west-2");
        describe(WireWorld.KEY, "us-east-1");
        describe(WireWorld.KEY, "us-east-1");
        assertThat(counts.snapshot().toString())
                .isEqualTo(
                        "{"
                                + kind("111111111111", "us-east-1")
                                + "=2, "
                                + kind("111111111111", "us-west-2")
                                + "=1, "
                                + kind("222222222222", "us-east-1")
                                + "=1}");
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.of("rds", "DescribeDBClusters")).isEqualTo(4);
        assertThat(counts.of("rds", "DescribeDBInstances")).isZero();
    }

    @Test
    void countsRefusedCallsToo() {
        assertThatThrownBy(() -> describe("AKIAOTHER", "us-east-1"))
                .isInstanceOf(RdsException.class);
        assertThat(counts.snapshot())
                .containsOnlyKeys(
                        new CallCounts.Kind("anonymous", "us-east-1", "rds", "DescribeDBClusters"));
    }

    @Test
    void tellsWhatCameSinceASnapshot() {
        describe(WireWorld.KEY, "us-east-1");
        var before = counts.snapshot();
        assertThat(counts.since(before)).isEmpty();
        describe(WireWorld.KEY, "us-west-2");
        assertThat(counts.since(before)).hasSize(1).containsValue(1L);
        assertThat(before).hasSize(1);
        counts.reset();
        assertThat(counts.total()).isZero();
    }

    private static CallCounts.Kind kind(String account, String region) {
        return new CallCounts.Kind(account, region, "rds", "DescribeDBClusters");
    }

    private void describe(String key, String region) {
        world.client(RdsClient.builder(), key, region).describeDBClusters();
    }
}
