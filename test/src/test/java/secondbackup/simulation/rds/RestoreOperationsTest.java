package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters.Encryption;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeResponse;

final class RestoreOperationsTest {
    private static final String ADMITS_ITS_ACCOUNT =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*",
            "Principal":{"AWS":"arn:aws:iam::111122223333:root"}}}\
            """;

    private final RdsFixture rds = new RdsFixture(Switches.likely());
    private final Clusters.Cluster orders =
            rds.cluster("orders", "aurora-postgresql", Encryption.SSE_KMS);
    private final Keys.Key key =
            new Keys.Key(
                    RdsFixture.ACCOUNT,
                    RdsFixture.REGION,
                    "app",
                    Keys.Manager.CUSTOMER,
                    ADMITS_ITS_ACCOUNT);

    RestoreOperationsTest() {
        rds.keys.put(key);
    }

    @Test
    void makesAClusterWithoutInstancesThatIsAvailableSomeMinutesLater() {
        var snapshot = rds.snapshot("awsbackup:job-1", orders);

        var restored = restore("orders-back", snapshot.id);

        assertThat(restored.status()).isEqualTo("creating");
        assertThat(restored.dbClusterMembers()).isEmpty();
        assertThat(restored.engineVersion()).isEqualTo("16.4");
        rds.time.advance(Duration.ofMinutes(10));
        var made = rds.clusters.find(restored.dbClusterArn()).orElseThrow();
        assertThat(made.status).isEqualTo("available");
        assertThat(made.sizeBytes).isEqualTo(snapshot.sizeBytes);
        assertThat(made.resourceId).isNotEqualTo(orders.resourceId);
    }

    @Test
    void keepsTheKeyOfTheSnapshotUnlessAnotherIsNamed() {
        rds.snapshot("awsbackup:job-1", orders);
        var other =
                new Keys.Key(
                        RdsFixture.ACCOUNT,
                        RdsFixture.REGION,
                        "other",
                        Keys.Manager.CUSTOMER,
                        ADMITS_ITS_ACCOUNT);
        rds.keys.put(other);

        assertThat(restore("same", "awsbackup:job-1").kmsKeyId()).isEqualTo(key.arn());
        var request = restoring("new", "awsbackup:job-1").kmsKeyId("other").build();
        assertThat(from(request).kmsKeyId()).isEqualTo(other.arn());
    }

    @Test
    void anUnencryptedSnapshotGivesAClusterThatIsEncryptedAsANewOneOrUnderAKey() {
        var plain = rds.cluster("plain", "aurora-postgresql", Encryption.NONE);
        rds.snapshot("plain-1", plain);

        assertThat(encryption(restore("plain-back", "plain-1"))).isEqualTo(Encryption.SSE_RDS);
        var keyed = restoring("keyed", "plain-1").kmsKeyId("app").build();
        assertThat(from(keyed).kmsKeyId()).isEqualTo(key.arn());
    }

    @Test
    void ofAnUnencryptedClusterNoMomentIsRestoredUnderAKey() {
        rds.cluster("plain", "aurora-postgresql", Encryption.NONE);
        var latest =
                asked("plain-back")
                        .sourceDBClusterIdentifier("plain")
                        .useLatestRestorableTime(true);

        assertThatThrownBy(() -> back(latest.build().toBuilder().kmsKeyId("app").build()))
                .hasMessageContaining("KmsKeyId cannot be specified");
        assertThat(encryption(back(latest.build()))).isEqualTo(Encryption.SSE_RDS);
        var clone = latest.dbClusterIdentifier("clone").restoreType("copy-on-write");
        assertThat(encryption(back(clone.build()))).isEqualTo(Encryption.NONE);
        var keyed = asked("keyed").useLatestRestorableTime(true).kmsKeyId("app").build();
        assertThat(back(keyed).kmsKeyId()).isEqualTo(key.arn());
    }

    private Encryption encryption(DBCluster restored) {
        return rds.clusters.find(restored.dbClusterArn()).orElseThrow().encryption;
    }

    @Test
    void withoutItsKeyASnapshotCannotBeRead() {
        rds.snapshot("awsbackup:job-1", orders);
        key.state = Keys.State.DISABLED;

        assertThatThrownBy(() -> restore("orders-back", "awsbackup:job-1"))
                .hasMessageContaining("does not exist, is not enabled or you do not have");
        assertThat(rds.clusters.all()).containsExactly(orders);
    }

    @Test
    void aSnapshotOfAnotherAccountIsThereOnceItIsShared() {
        var foreign = rds.snapshot("444455556666", "awsbackup:job-2", orders);
        assertThatThrownBy(() -> restore("theirs", foreign.arn()))
                .hasMessage("DBClusterSnapshot not found: " + foreign.arn());

        foreign.sharedWith.add(RdsFixture.ACCOUNT);

        assertThat(restore("theirs", foreign.arn()).status()).isEqualTo("creating");
    }

    @Test
    void refusesATakenNameAnotherEngineAndASnapshotInTheMaking() {
        var snapshot = rds.snapshot("awsbackup:job-1", orders);

        assertThatThrownBy(() -> restore("orders", snapshot.id))
                .hasMessage("DB Cluster already exists");
        var mysql = restoring("other", snapshot.id).engine("aurora-mysql").build();
        assertThatThrownBy(() -> from(mysql)).hasMessageContaining("is not compatible");
        snapshot.status = "copying";
        assertThatThrownBy(() -> restore("other", snapshot.id))
                .hasMessageContaining("is not in available state: copying");
    }

    @Test
    void isRefusedWhereTheRegionIsFull() {
        var snapshot = rds.snapshot("awsbackup:job-1", orders);
        rds.clusters.raise(RdsFixture.ACCOUNT, RdsFixture.REGION, 2);

        assertThat(restore("second", snapshot.id).status()).isEqualTo("creating");
        assertThatThrownBy(() -> restore("third", snapshot.id))
                .hasMessageContaining("quota exceeded");
    }

    @Test
    void takesTheUsualVersionWhereTheOldOneIsGone() {
        rds.snapshot("awsbackup:job-1", orders);
        rds.versions.retire(RdsFixture.REGION, "aurora-postgresql", "16.4");

        assertThat(restore("orders-back", "awsbackup:job-1").engineVersion())
                .isEqualTo(rds.versions.main("aurora-postgresql"));
        var old = restoring("old", "awsbackup:job-1").engineVersion("16.4").build();
        assertThatThrownBy(() -> from(old)).hasMessageContaining("Cannot find version 16.4");
    }

    @Test
    void goesBackToAMomentWithinTheDaysThatAreKept() {
        rds.time.advance(Duration.ofDays(3));
        var now = RdsFixture.START.plus(Duration.ofDays(3));

        assertThatThrownBy(() -> back("early", now.minus(Duration.ofDays(1)).minusSeconds(1)))
                .hasMessageContaining("is not restorable");
        assertThat(back("oldest", now.minus(Duration.ofDays(1))).kmsKeyId()).isEqualTo(key.arn());
        assertThat(back("newest", now.minus(Duration.ofMinutes(5))).status()).isEqualTo("creating");
        assertThatThrownBy(() -> back("late", now.minus(Duration.ofMinutes(5)).plusSeconds(1)))
                .hasMessageContaining("is not restorable");
    }

    /// It grows by a byte an hour.
    @Test
    void isAsLargeAsItWasAtItsMoment() {
        orders.sizeBytes = 100;
        orders.growthBytesPerDay = 24;
        rds.time.advance(Duration.ofDays(3));
        var dayTwo = RdsFixture.START.plus(Duration.ofDays(2));
        var latest = asked("latest").useLatestRestorableTime(true);
        var clone = asked("clone").useLatestRestorableTime(true).restoreType("copy-on-write");

        assertThat(bytes(back("before", dayTwo))).isEqualTo(148);
        assertThat(bytes(back(latest.build()))).isEqualTo(171);
        assertThat(bytes(back(clone.build()))).isEqualTo(172);
    }

    private long bytes(DBCluster restored) {
        return rds.clusters.find(restored.dbClusterArn()).orElseThrow().sizeBytes;
    }

    @Test
    void wantsOneMomentAndNoTwo() {
        assertThatThrownBy(() -> back(asked("none").build()))
                .hasMessageContaining("must be specified");
        var both = asked("both").restoreToTime(RdsFixture.START).useLatestRestorableTime(true);
        assertThatThrownBy(() -> back(both.build())).hasMessageContaining("cannot be specified");
        var clone = asked("clone").restoreType("copy-on-write").useLatestRestorableTime(true);
        assertThat(back(clone.build()).status()).isEqualTo("creating");
    }

    private static RestoreDbClusterFromSnapshotRequest.Builder restoring(
            String name, String snapshot) {
        return RestoreDbClusterFromSnapshotRequest.builder()
                .dbClusterIdentifier(name)
                .snapshotIdentifier(snapshot)
                .engine("aurora-postgresql");
    }

    private DBCluster restore(String name, String snapshot) {
        return from(restoring(name, snapshot).build());
    }

    private DBCluster from(RestoreDbClusterFromSnapshotRequest request) {
        return rds.ask.of(request, RestoreDbClusterFromSnapshotResponse.class).dbCluster();
    }

    private static RestoreDbClusterToPointInTimeRequest.Builder asked(String name) {
        return RestoreDbClusterToPointInTimeRequest.builder()
                .dbClusterIdentifier(name)
                .sourceDBClusterIdentifier("orders");
    }

    private DBCluster back(String name, Instant moment) {
        return back(asked(name).restoreToTime(moment).build());
    }

    private DBCluster back(RestoreDbClusterToPointInTimeRequest request) {
        return rds.ask.of(request, RestoreDbClusterToPointInTimeResponse.class).dbCluster();
    }
}
