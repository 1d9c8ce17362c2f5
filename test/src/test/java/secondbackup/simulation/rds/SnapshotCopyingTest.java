package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Ask;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;

/// A snapshot is copied to the Region in which the call is made.
final class SnapshotCopyingTest {
    private static final String ROOT_ALLOWS =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
             "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}}\
            """;

    private final RdsFixture rds = new RdsFixture(Switches.likely());

    private String copy(Ask where, String source, String target, String key) {
        var request =
                CopyDbClusterSnapshotRequest.builder()
                        .sourceDBClusterSnapshotIdentifier(source)
                        .targetDBClusterSnapshotIdentifier(target);
        if (!key.isEmpty()) {
            request.kmsKeyId(key);
        }
        return where.of(request.build(), CopyDbClusterSnapshotResponse.class)
                .dbClusterSnapshot()
                .dbClusterSnapshotArn();
    }

    private Snapshots.Snapshot plain(String account, String id) {
        return rds.snapshot(
                account, id, rds.cluster("plain", "aurora-mysql", Clusters.Encryption.NONE));
    }

    private Snapshots.Snapshot encrypted() {
        return rds.snapshot(
                "awsbackup:copyjob-1",
                rds.cluster("orders", "aurora-mysql", Clusters.Encryption.SSE_KMS));
    }

    private String key(String region) {
        var key =
                new Keys.Key(RdsFixture.ACCOUNT, region, "app", Keys.Manager.CUSTOMER, ROOT_ALLOWS);
        rds.keys.put(key);
        return key.arn();
    }

    @Test
    void arrivesInTheRegionOfTheCallSomeTimeLater() {
        var source = plain(RdsFixture.ACCOUNT, "awsbackup:copyjob-1");

        var arn = copy(rds.elsewhere, source.arn(), "mine", "");

        assertThat(arn).isEqualTo("arn:aws:rds:sa-east-1:111122223333:cluster-snapshot:mine");
        var copy = rds.snapshots.find(arn).orElseThrow();
        assertThat(copy.status).isEqualTo("copying");
        rds.time.advance(Duration.ofHours(1));
        assertThat(copy.status).isEqualTo("available");
        assertThat(copy.sourceArn).isEqualTo(source.arn());
        assertThat(rds.snapshots.find(source.arn())).contains(source);
    }

    @Test
    void arrivesUnderTheSameKeyWithinTheRegion() {
        var key = key(RdsFixture.REGION);

        var arn = copy(rds.ask, encrypted().id, "mine", "");

        assertThat(rds.snapshots.find(arn).orElseThrow().keyArn).isEqualTo(key);
    }

    @Test
    void needsAKeyOfTheOtherRegionWhereItIsEncrypted() {
        var source = encrypted();
        key(RdsFixture.REGION);
        var other = key(RdsFixture.ELSEWHERE);

        assertThatThrownBy(() -> copy(rds.elsewhere, source.arn(), "mine", ""))
                .hasMessageContaining("KmsKeyId is required");
        var arn = copy(rds.elsewhere, source.arn(), "mine", other);

        assertThat(rds.snapshots.find(arn).orElseThrow().keyArn).isEqualTo(other);
    }

    @Test
    void needsTheSourcesKey() {
        var source = encrypted();
        var other = key(RdsFixture.ELSEWHERE);

        assertThatThrownBy(() -> copy(rds.elsewhere, source.arn(), "mine", other))
                .hasMessageContaining("key");
        assertThat(rds.snapshots.all()).containsExactly(source);
    }

    @Test
    void takesASnapshotOfAnotherAccountOnlyWhereItIsShared() {
        var source = plain("444455556666", "theirs");

        assertThatThrownBy(() -> copy(rds.ask, source.arn(), "mine", ""))
                .hasMessageContaining("not found");
        source.sharedWith.add(RdsFixture.ACCOUNT);

        assertThat(copy(rds.ask, source.arn(), "mine", "")).contains(":111122223333:");
    }

    /// The source's key lets this account in, so nothing but the missing name can be refused.
    @Test
    void needsAKeyOfItsOwnWhereAnotherAccountSharesAnEncryptedSnapshot() {
        var lent = key(RdsFixture.REGION);
        var orders = rds.cluster("orders", "aurora-mysql", Clusters.Encryption.SSE_KMS);
        var source = rds.snapshot("444455556666", "theirs", orders);
        source.sharedWith.add(RdsFixture.ACCOUNT);

        assertThatThrownBy(() -> copy(rds.ask, source.arn(), "mine", ""))
                .hasMessageContaining("KmsKeyId is required")
                .hasMessageContaining("another account");
        var arn = copy(rds.ask, source.arn(), "mine", lent);

        assertThat(rds.snapshots.find(arn).orElseThrow().keyArn).isEqualTo(lent);
    }

    @Test
    void refusesANameThatIsTakenAndASnapshotThatIsNotWhole() {
        var source = plain(RdsFixture.ACCOUNT, "one");
        plain(RdsFixture.ACCOUNT, "two");

        assertThatThrownBy(() -> copy(rds.ask, "one", "two", ""))
                .hasMessageContaining("already exists");
        source.status = "creating";
        assertThatThrownBy(() -> copy(rds.ask, "one", "three", ""))
                .hasMessageContaining("not in available state");
    }
}
