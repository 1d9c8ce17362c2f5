package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.StorageEncryptionType;

final class ClusterReadsTest {
    private final RdsFixture rds = new RdsFixture(Switches.likely());

    @Test
    void listsEveryEngineThatSharesTheApi() {
        rds.cluster("orders", "aurora-postgresql", Clusters.Encryption.SSE_KMS);
        rds.cluster("graph", "neptune", Clusters.Encryption.NONE);
        rds.cluster("papers", "docdb", Clusters.Encryption.NONE);
        rds.cluster("ledger", "mysql", Clusters.Encryption.NONE);

        assertThat(describe(DescribeDbClustersRequest.builder().build()).dbClusters())
                .extracting(DBCluster::engine)
                .containsExactlyInAnyOrder("aurora-postgresql", "neptune", "docdb", "mysql");
    }

    @Test
    void doesNotShowClustersOfOtherRegions() {
        rds.clusters.put(
                new Clusters.Cluster(
                        RdsFixture.ACCOUNT,
                        "eu-central-1",
                        "far",
                        "cluster-FAR",
                        "aurora-mysql",
                        "8.0",
                        Clusters.Encryption.NONE,
                        "",
                        RdsFixture.START));

        assertThat(describe(DescribeDbClustersRequest.builder().build()).dbClusters()).isEmpty();
    }

    @Test
    void findsAClusterWhateverTheCaseOfItsName() {
        rds.cluster("orders", "aurora-mysql", Clusters.Encryption.NONE);

        assertThat(describe(named("OrDerS")).dbClusters()).hasSize(1);
    }

    @Test
    void refusesTheNameOfNoCluster() {
        assertThatThrownBy(() -> describe(named("orders")))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error -> {
                            assertThat(error.status()).isEqualTo(404);
                            assertThat(error.code()).isEqualTo("DBClusterNotFoundFault");
                        });
    }

    @Test
    void filtersByEngineAndCloneGroup() {
        rds.cluster("orders", "aurora-mysql", Clusters.Encryption.NONE).cloneGroup = "group-1";
        rds.cluster("carts", "aurora-mysql", Clusters.Encryption.NONE);
        rds.cluster("graph", "neptune", Clusters.Encryption.NONE).cloneGroup = "group-1";

        var found =
                describe(
                        DescribeDbClustersRequest.builder()
                                .filters(
                                        filter("engine", "aurora-mysql"),
                                        filter("clone-group-id", "group-1"))
                                .build());

        assertThat(found.dbClusters())
                .extracting(DBCluster::dbClusterIdentifier)
                .containsExactly("orders");
    }

    @Test
    void refusesAFilterThatItDoesNotKnow() {
        assertThatThrownBy(() ->
                        describe(
                                DescribeDbClustersRequest.builder()
                                        .filters(filter("status", "available"))
                                        .build()))
                .hasMessage("Unrecognized filter name: status");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 101})
    void refusesPageSizesOutsideTheBounds(int size) {
        assertThatThrownBy(() -> describe(sized(size))).isInstanceOf(AwsError.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void takesPageSizesAtTheBounds(int size) {
        assertThat(describe(sized(size)).dbClusters()).isEmpty();
    }

    @Test
    void pagesThroughAllClustersOnceAlsoWhenOneGoesBetweenPages() {
        for (var number = 10; number < 60; number++) {
            rds.cluster("c" + number, "aurora-mysql", Clusters.Encryption.NONE);
        }
        var names = new ArrayList<String>();
        var page = describe(sized(20));
        while (true) {
            page.dbClusters().forEach(cluster -> names.add(cluster.dbClusterIdentifier()));
            if (page.marker() == null) {
                break;
            }
            rds.clusters
                    .find(RdsFixture.ACCOUNT, RdsFixture.REGION, "c10")
                    .ifPresent(rds.clusters::remove);
            page =
                    describe(
                            DescribeDbClustersRequest.builder()
                                    .maxRecords(20)
                                    .marker(page.marker())
                                    .build());
        }

        assertThat(names).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void showsTheKindOfEncryption() {
        rds.cluster("plain", "aurora-mysql", Clusters.Encryption.NONE);
        rds.cluster("owned", "aurora-mysql", Clusters.Encryption.SSE_RDS);
        rds.cluster("keyed", "aurora-mysql", Clusters.Encryption.SSE_KMS);

        assertThat(encryption(rds))
                .containsExactly(
                        "keyed " + StorageEncryptionType.SSE_KMS + " true " + RdsFixture.KEY,
                        "owned " + StorageEncryptionType.SSE_RDS + " false null",
                        "plain " + StorageEncryptionType.NONE + " false null");
    }

    @Test
    void showsDefaultEncryptionAsEncryptedWhereTheWorldSaysSo() {
        var other = new RdsFixture(Worlds.with("defaultEncryptionShowsEncrypted", true));
        other.cluster("owned", "aurora-mysql", Clusters.Encryption.SSE_RDS);

        assertThat(encryption(other)).containsExactly("owned sse-rds true null");
    }

    @Test
    void keepsTheResourceIdOfARenamedClusterUnderANewArn() {
        var cluster = rds.cluster("orders", "aurora-mysql", Clusters.Encryption.NONE);
        rds.clusters.rename(cluster, "orders-2");

        var seen = describe(named("orders-2")).dbClusters().getFirst();

        assertThat(seen.dbClusterResourceId()).isEqualTo("cluster-ORDERS");
        assertThat(seen.dbClusterArn())
                .isEqualTo("arn:aws:rds:eu-west-1:111122223333:cluster:orders-2");
        assertThatThrownBy(() -> describe(named("orders"))).isInstanceOf(AwsError.class);
    }

    private static List<String> encryption(RdsFixture rds) {
        return rds
                .ask
                .of(DescribeDbClustersRequest.builder().build(), DescribeDbClustersResponse.class)
                .dbClusters()
                .stream()
                .map(cluster ->
                        cluster.dbClusterIdentifier()
                                + " "
                                + cluster.storageEncryptionType()
                                + " "
                                + cluster.storageEncrypted()
                                + " "
                                + cluster.kmsKeyId())
                .toList();
    }

    private DescribeDbClustersResponse describe(DescribeDbClustersRequest request) {
        return rds.ask.of(request, DescribeDbClustersResponse.class);
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static DescribeDbClustersRequest named(String name) {
        return DescribeDbClustersRequest.builder().dbClusterIdentifier(name).build();
    }

    private static DescribeDbClustersRequest sized(int size) {
        return DescribeDbClustersRequest.builder().maxRecords(size).build();
    }
}
