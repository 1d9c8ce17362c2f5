package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterSnapshotAttributeRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterSnapshotAttributeResponse;
import software.amazon.awssdk.services.rds.model.Tag;

final class SnapshotWritesTest {
    private final RdsFixture rds = new RdsFixture(Switches.likely());
    private final Clusters.Cluster orders =
            rds.cluster("orders", "aurora-postgresql", Clusters.Encryption.SSE_KMS);

    @Test
    void makesASnapshotThatIsAvailableSomeMinutesLater() {
        create("before-release");
        assertThat(rds.snapshots.all().getFirst().status).isEqualTo("creating");
        assertThatThrownBy(() -> delete(rds, "before-release"))
                .hasMessageContaining("not in available state");

        rds.time.advance(Duration.ofMinutes(15));

        assertThat(rds.snapshots.all().getFirst().status).isEqualTo("available");
        delete(rds, "before-release");
        assertThat(rds.snapshots.all()).isEmpty();
    }

    @Test
    void countsOnlySnapshotsMadeByHandAgainstTheQuota() {
        IntStream.range(0, 99).forEach(number -> rds.snapshot("manual-" + number, orders));
        IntStream.range(0, 10).forEach(number -> rds.snapshot("awsbackup:job-" + number, orders));

        create("the-hundredth");

        assertThatThrownBy(() -> create("one-more"))
                .hasMessage("Cannot create more than 100 manual snapshots");
    }

    @Test
    void deletesASnapshotOfALockedVaultUnlessTheWorldSaysThatRdsRefuses() {
        rds.snapshots.guardedBy(_ -> true);
        rds.snapshot("awsbackup:copyjob-1", orders);
        delete(rds, "awsbackup:copyjob-1");
        assertThat(rds.snapshots.all()).isEmpty();

        var other = new RdsFixture(Worlds.with("lockStopsSnapshotDeletion", true));
        var cluster = other.cluster("orders", "aurora-mysql", Clusters.Encryption.NONE);
        other.snapshot("awsbackup:copyjob-1", cluster);
        other.snapshot("free", cluster);
        other.snapshots.guardedBy(arn -> arn.endsWith("copyjob-1"));

        assertThatThrownBy(() -> delete(other, "awsbackup:copyjob-1"))
                .hasMessageContaining("managed by AWS Backup");
        delete(other, "free");
        assertThat(other.snapshots.all()).hasSize(1);
    }

    @Test
    void sharesWithAccountsAndUnshares() {
        rds.snapshot("mine", orders);
        key(Keys.Manager.CUSTOMER);

        share("mine", "444455556666");
        assertThat(shared("mine")).containsExactly("444455556666");

        rds.ask.of(
                ModifyDbClusterSnapshotAttributeRequest.builder()
                        .dbClusterSnapshotIdentifier("mine")
                        .attributeName("restore")
                        .valuesToRemove("444455556666")
                        .build(),
                ModifyDbClusterSnapshotAttributeResponse.class);
        assertThat(shared("mine")).isEmpty();
    }

    @Test
    void refusesToShareUnderTheAwsManagedKeyOrTheDefaultEncryption() {
        rds.snapshot("managed", orders);
        key(Keys.Manager.AWS);
        rds.snapshot("owned", rds.cluster("carts", "aurora-mysql", Clusters.Encryption.SSE_RDS));
        var message =
                "Snapshots encrypted with the AWS managed key can't be shared. Specify another"
                        + " snapshot.";

        assertThatThrownBy(() -> share("managed", "444455556666")).hasMessage(message);
        assertThatThrownBy(() -> share("owned", "444455556666")).hasMessage(message);
    }

    @Test
    void sharesUnderTheDefaultEncryptionWhereTheWorldSaysSo() {
        var other = new RdsFixture(Worlds.with("defaultEncryptionCopies", true));
        var cluster = other.cluster("carts", "aurora-mysql", Clusters.Encryption.SSE_RDS);
        var snapshot = other.snapshot("owned", cluster);

        new SnapshotSharing(
                        other.snapshots, other.keys, Worlds.with("defaultEncryptionCopies", true))
                .share(snapshot, List.of("444455556666"));

        assertThat(snapshot.sharedWith).containsExactly("444455556666");
    }

    @Test
    void sharesWithTwentyAccountsAndNotWithOneMore() {
        rds.snapshot("mine", rds.cluster("open", "aurora-mysql", Clusters.Encryption.NONE));
        share(
                "mine",
                IntStream.range(10, 30).mapToObj(n -> "4444555566" + n).toArray(String[]::new));

        assertThat(shared("mine")).hasSize(20);
        assertThatThrownBy(() -> share("mine", "777788889999"))
                .hasMessageContaining("maximum number of accounts");
    }

    @Test
    void refusesToMakeAnEncryptedSnapshotPublic() {
        rds.snapshot("mine", orders);
        key(Keys.Manager.CUSTOMER);
        rds.snapshot("open", rds.cluster("open", "aurora-mysql", Clusters.Encryption.NONE));

        share("open", "all");
        assertThatThrownBy(() -> share("mine", "all")).hasMessageContaining("publicly");
    }

    @Test
    void keepsTagsOfClusters() {
        rds.ask.of(
                AddTagsToResourceRequest.builder()
                        .resourceName(orders.arn())
                        .tags(Tag.builder().key("tier").value("gold").build())
                        .build(),
                AddTagsToResourceResponse.class);

        var listed =
                rds.ask.of(
                        ListTagsForResourceRequest.builder().resourceName(orders.arn()).build(),
                        ListTagsForResourceResponse.class);

        assertThat(listed.tagList())
                .containsExactly(Tag.builder().key("tier").value("gold").build());
    }

    @Test
    void listsTheEngineVersionsThatAreLeft() {
        rds.versions.retire("*", "aurora-postgresql", "16.4");

        assertThat(versions(false)).containsExactly("16.6", "16.8");
        assertThat(versions(true)).containsExactly("16.4", "16.6", "16.8");
    }

    private List<String> versions(boolean all) {
        var request =
                DescribeDbEngineVersionsRequest.builder()
                        .engine("aurora-postgresql")
                        .engineVersion("16")
                        .includeAll(all)
                        .build();
        return rds
                .ask
                .of(request, DescribeDbEngineVersionsResponse.class)
                .dbEngineVersions()
                .stream()
                .map(version -> version.engineVersion())
                .toList();
    }

    private void key(Keys.Manager manager) {
        rds.keys.put(new Keys.Key(RdsFixture.ACCOUNT, RdsFixture.REGION, "app", manager, "{}"));
    }

    private void create(String id) {
        rds.ask.of(
                CreateDbClusterSnapshotRequest.builder()
                        .dbClusterIdentifier("orders")
                        .dbClusterSnapshotIdentifier(id)
                        .build(),
                CreateDbClusterSnapshotResponse.class);
    }

    private static void delete(RdsFixture rds, String id) {
        rds.ask.of(
                DeleteDbClusterSnapshotRequest.builder().dbClusterSnapshotIdentifier(id).build(),
                DeleteDbClusterSnapshotResponse.class);
    }

    private void share(String id, String... accounts) {
        rds.ask.of(
                ModifyDbClusterSnapshotAttributeRequest.builder()
                        .dbClusterSnapshotIdentifier(id)
                        .attributeName("restore")
                        .valuesToAdd(accounts)
                        .build(),
                ModifyDbClusterSnapshotAttributeResponse.class);
    }

    private List<String> shared(String id) {
        return rds.ask
                .of(
                        DescribeDbClusterSnapshotAttributesRequest.builder()
                                .dbClusterSnapshotIdentifier(id)
                                .build(),
                        DescribeDbClusterSnapshotAttributesResponse.class)
                .dbClusterSnapshotAttributesResult()
                .dbClusterSnapshotAttributes()
                .getFirst()
                .attributeValues();
    }
}
