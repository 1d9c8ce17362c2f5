package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import software.amazon.awssdk.services.rds.model.CreateDbClusterRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterResponse;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;
import software.amazon.awssdk.services.rds.model.StorageEncryptionType;

final class ClusterWritesTest {
    private final RdsFixture rds = new RdsFixture(Switches.likely());

    @Test
    void encryptsANewAuroraClusterWithAKeyThatTheAccountDoesNotSee() {
        assertThat(create("orders").storageEncryptionType())
                .isEqualTo(StorageEncryptionType.SSE_RDS);
        assertThat(rds.keys.in(RdsFixture.ACCOUNT, RdsFixture.REGION)).isEmpty();
    }

    @Test
    void makesTheAwsManagedKeyWhenEncryptionIsAskedForWithoutAKey() {
        var created =
                rds.ask
                        .of(
                                creation("orders").storageEncrypted(true).build(),
                                CreateDbClusterResponse.class)
                        .dbCluster();

        assertThat(rds.keys.find(created.kmsKeyId()))
                .hasValueSatisfying(key -> assertThat(key.manager).isEqualTo(Keys.Manager.AWS));
    }

    @Test
    void refusesAKeyThatDoesNotExist() {
        assertThatThrownBy(() ->
                        rds.ask.of(
                                creation("orders").kmsKeyId("gone").build(),
                                CreateDbClusterResponse.class))
                .hasMessageContaining("does not exist, is not enabled or you do not have");
    }

    @Test
    void givesARecreatedClusterTheSameArnAndAnotherResourceId() {
        var first = create("orders");
        delete("orders");
        rds.time.advance(Duration.ofDays(1));
        var second = create("orders");

        assertThat(second.dbClusterArn()).isEqualTo(first.dbClusterArn());
        assertThat(second.dbClusterResourceId()).isNotEqualTo(first.dbClusterResourceId());
    }

    @Test
    void refusesANameThatIsTakenOrInvalid() {
        create("orders");

        assertThatThrownBy(() -> create("Orders")).hasMessage("DB Cluster already exists");
        assertThatThrownBy(() -> create("no--good")).hasMessageContaining("consecutive hyphens");
    }

    @Test
    void refusesARetiredEngineVersion() {
        rds.versions.retire(RdsFixture.REGION, "aurora-postgresql", "16.8");
        rds.versions.retire("us-east-1", "aurora-postgresql", "16.6");

        assertThatThrownBy(() -> create("orders", "16.8"))
                .hasMessage("Cannot find version 16.8 for aurora-postgresql");
        assertThat(create("orders", "16.6").engineVersion()).isEqualTo("16.6");
        assertThat(create("carts", "16").engineVersion()).isEqualTo("16.6");
    }

    @Test
    void renamesAtOnceOrInTheMaintenanceWindow() {
        create("orders");
        create("carts");

        modify("orders", "orders-2", true);
        modify("carts", "carts-2", false);

        assertThat(names()).containsExactly("carts", "orders-2");
        rds.time.advanceTo(Instant.parse("2026-03-01T04:59:59Z"));
        assertThat(names()).containsExactly("carts", "orders-2");
        rds.time.advanceTo(Instant.parse("2026-03-01T05:00:00Z"));
        assertThat(names()).containsExactly("carts-2", "orders-2");
    }

    @Test
    void keepsWhatIsProtectedOrGlobalOrHasInstances() {
        create("protected");
        rds.clusters.all().getFirst().deletionProtection = true;
        rds.cluster("world", "aurora-mysql", Clusters.Encryption.NONE).globalCluster = "global";
        rds.cluster("busy", "aurora-mysql", Clusters.Encryption.NONE);

        assertThatThrownBy(() -> delete("protected")).hasMessageContaining("protected");
        assertThatThrownBy(() -> delete("world")).hasMessageContaining("global cluster");
        assertThatThrownBy(() -> delete("busy")).hasMessageContaining("DB instances");
        assertThat(names()).containsExactly("busy", "protected", "world");
    }

    @Test
    void refusesAnEngineThatDoesNotExist() {
        var request = creation("orders").engine("abacus").build();

        assertThatThrownBy(() -> rds.ask.of(request, CreateDbClusterResponse.class))
                .hasMessage("Invalid DB engine");
    }

    @Test
    void newClusterIsCreatingAndThenAvailable() {
        assertThat(create("orders").status()).isEqualTo("creating");
        rds.time.advance(Duration.ofSeconds(119));
        assertThat(rds.clusters.all().getFirst().status).isEqualTo("creating");

        rds.time.advance(Duration.ofMinutes(9));

        assertThat(rds.clusters.all().getFirst().status).isEqualTo("available");
    }

    @Test
    void takesTheFinalSnapshotUnlessToldToSkipIt() {
        create("orders");
        rds.time.advance(Duration.ofMinutes(10));
        var request =
                DeleteDbClusterRequest.builder()
                        .dbClusterIdentifier("orders")
                        .finalDBSnapshotIdentifier("last")
                        .build();

        rds.ask.of(request, DeleteDbClusterResponse.class);

        assertThat(names()).isEmpty();
        assertThat(rds.snapshots.all()).extracting(snapshot -> snapshot.id).containsExactly("last");
    }

    private List<String> names() {
        return rds.clusters.all().stream().map(cluster -> cluster.name).toList();
    }

    private static CreateDbClusterRequest.Builder creation(String name) {
        return CreateDbClusterRequest.builder()
                .dbClusterIdentifier(name)
                .engine("aurora-postgresql");
    }

    private DBCluster create(String name) {
        var request = creation(name).build();
        return rds.ask.of(request, CreateDbClusterResponse.class).dbCluster();
    }

    private DBCluster create(String name, String version) {
        var request = creation(name).engineVersion(version).build();
        return rds.ask.of(request, CreateDbClusterResponse.class).dbCluster();
    }

    private void modify(String name, String renamed, boolean immediately) {
        var request =
                ModifyDbClusterRequest.builder()
                        .dbClusterIdentifier(name)
                        .newDBClusterIdentifier(renamed)
                        .applyImmediately(immediately)
                        .build();
        rds.ask.of(request, ModifyDbClusterResponse.class);
    }

    private void delete(String name) {
        var request =
                DeleteDbClusterRequest.builder()
                        .dbClusterIdentifier(name)
                        .skipFinalSnapshot(true)
                        .build();
        rds.ask.of(request, DeleteDbClusterResponse.class);
    }
}
