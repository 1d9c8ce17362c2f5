package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

final class SnapshotReadsTest {
    private final RdsFixture rds = new RdsFixture(Switches.likely());
    private final Clusters.Cluster orders =
            rds.cluster("orders", "aurora-postgresql", Clusters.Encryption.SSE_KMS);

    @Test
    void showsSnapshotsOfAwsBackupAsManualOnes() {
        rds.snapshot("awsbackup:job-1", orders);
        rds.snapshot("rds:orders-2026-03-01", orders);

        assertThat(ids(rds, typed("manual"))).containsExactly("awsbackup:job-1");
        assertThat(ids(rds, typed("automated"))).containsExactly("rds:orders-2026-03-01");
    }

    @Test
    void refusesTheTypeAwsBackupThatIsOnlyDocumentedForInstances() {
        assertThatThrownBy(() -> ids(rds, typed("awsbackup"))).isInstanceOf(AwsError.class);
    }

    @Test
    void knowsTheTypeAwsBackupWhereTheWorldSaysSo() {
        var other = new RdsFixture(Worlds.with("snapshotTypeIsAwsBackup", true));
        var cluster = other.cluster("orders", "aurora-mysql", Clusters.Encryption.NONE);
        other.snapshot("awsbackup:job-1", cluster);

        assertThat(ids(other, typed("awsbackup"))).containsExactly("awsbackup:job-1");
        assertThat(ids(other, typed("manual"))).isEmpty();
    }

    @Test
    void showsSharedSnapshotsOnlyWhenAsked() {
        rds.snapshot("444455556666", "theirs", orders).sharedWith.add(RdsFixture.ACCOUNT);
        rds.snapshot("444455556666", "secret", orders);
        rds.snapshot("mine", orders);

        assertThat(ids(rds, DescribeDbClusterSnapshotsRequest.builder())).containsExactly("mine");
        assertThat(ids(rds, typed("shared"))).containsExactly("theirs");
        assertThat(ids(rds, DescribeDbClusterSnapshotsRequest.builder().includeShared(true)))
                .containsExactly("mine", "theirs");
    }

    @Test
    void findsBySnapshotIdByClusterAndByResourceId() {
        var other = rds.cluster("carts", "aurora-mysql", Clusters.Encryption.NONE);
        rds.snapshot("of-orders", orders);
        rds.snapshot("of-carts", other);
        var builder = DescribeDbClusterSnapshotsRequest.builder();

        assertThat(ids(rds, builder.dbClusterIdentifier("orders"))).containsExactly("of-orders");
        assertThat(
                        ids(
                                rds,
                                DescribeDbClusterSnapshotsRequest.builder()
                                        .dbClusterSnapshotIdentifier("of-carts")))
                .containsExactly("of-carts");
        assertThat(
                        ids(
                                rds,
                                DescribeDbClusterSnapshotsRequest.builder()
                                        .dbClusterResourceId(other.resourceId)))
                .containsExactly("of-carts");
    }

    @Test
    void refusesTheIdOfNoSnapshot() {
        assertThatThrownBy(() ->
                        ids(
                                rds,
                                DescribeDbClusterSnapshotsRequest.builder()
                                        .dbClusterSnapshotIdentifier("gone")))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error ->
                                assertThat(error.code())
                                        .isEqualTo("DBClusterSnapshotNotFoundFault"));
    }

    @Test
    void showsWhereACopyCameFromAndHowFarItIs() {
        var copy = rds.snapshot("awsbackup:copyjob-1", orders);
        copy.sourceArn = "arn:aws:rds:us-east-1:444455556666:cluster-snapshot:awsbackup:job-1";
        copy.status = "copying";
        copy.percentProgress = 40;

        var seen = describe(rds, DescribeDbClusterSnapshotsRequest.builder()).getFirst();

        assertThat(seen.sourceDBClusterSnapshotArn()).isEqualTo(copy.sourceArn);
        assertThat(seen.status()).isEqualTo("copying");
        assertThat(seen.percentProgress()).isEqualTo(40);
        assertThat(seen.dbClusterResourceId()).isEqualTo(orders.resourceId);
        assertThat(seen.kmsKeyId()).isEqualTo(RdsFixture.KEY);
        assertThat(seen.allocatedStorage()).isEqualTo(5);
    }

    private static DescribeDbClusterSnapshotsRequest.Builder typed(String type) {
        return DescribeDbClusterSnapshotsRequest.builder().snapshotType(type);
    }

    private static List<String> ids(
            RdsFixture rds, DescribeDbClusterSnapshotsRequest.Builder request) {
        return describe(rds, request).stream()
                .map(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .toList();
    }

    private static List<DBClusterSnapshot> describe(
            RdsFixture rds, DescribeDbClusterSnapshotsRequest.Builder request) {
        return rds.ask
                .of(request.build(), DescribeDbClusterSnapshotsResponse.class)
                .dbClusterSnapshots();
    }
}
