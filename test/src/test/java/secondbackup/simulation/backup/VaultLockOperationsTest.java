package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import software.amazon.awssdk.services.backup.model.CreateLogicallyAirGappedBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultLockConfigurationRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DeleteRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.PutBackupVaultLockConfigurationRequest;
import software.amazon.awssdk.services.backup.model.UpdateRecoveryPointLifecycleRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;

final class VaultLockOperationsTest {
    private static final DeleteBackupVaultLockConfigurationRequest UNLOCK =
            DeleteBackupVaultLockConfigurationRequest.builder().backupVaultName("local").build();
    private final Office office = Office.likely();

    @Test
    void keepsAGovernanceLockOpenForEver() {
        office.call(lock(7L, 30L, null));

        assertThat(describe().locked()).isTrue();
        assertThat(describe().lockDate()).isNull();
        office.wait(Duration.ofDays(400));
        office.call(lock(7L, 60L, null));
        assertThat(describe().maxRetentionDays()).isEqualTo(60);
        office.call(UNLOCK);
        assertThat(describe().locked()).isFalse();
    }

    @Test
    void freezesAComplianceLockOnItsDate() {
        office.call(lock(7L, 30L, 3L));
        assertThat(describe().lockDate()).isEqualTo(Office.START.plus(Duration.ofDays(3)));

        office.wait(Duration.ofDays(3).minusNanos(1));
        office.call(UNLOCK);
        office.call(lock(7L, 30L, 3L));
        office.wait(Duration.ofDays(3));

        assertThat(office.refusal(UNLOCK).code()).isEqualTo("InvalidRequestException");
        assertThat(office.refusal(lock(1L, 30L, 3L)).code()).isEqualTo("InvalidRequestException");
        office.wait(Duration.ofNanos(1));
        assertThat(office.refusal(UNLOCK).code()).isEqualTo("InvalidRequestException");
        assertThat(describe().minRetentionDays()).isEqualTo(7);
    }

    @Test
    void wantsAtLeastThreeDaysOfGrace() {
        assertThat(office.refusal(lock(7L, 30L, 2L)).code())
                .isEqualTo("InvalidParameterValueException");
        assertThat(office.refusal(lock(7L, 30L, 36_501L)).code())
                .isEqualTo("InvalidParameterValueException");
        office.call(lock(7L, 30L, 3L));
        office.call(lock(7L, 30L, 36_500L));
    }

    @Test
    void wantsBoundsThatMakeSense() {
        assertThat(office.refusal(lock(0L, 30L, null)).code())
                .isEqualTo("InvalidParameterValueException");
        assertThat(office.refusal(lock(31L, 30L, null)).code())
                .isEqualTo("InvalidParameterValueException");
        assertThat(office.refusal(lock(1L, 36_501L, null)).code())
                .isEqualTo("InvalidParameterValueException");
        office.call(lock(1L, 36_500L, null));
        office.call(lock(30L, 30L, null));
        office.call(lock(null, null, null));
        assertThat(describe().locked()).isTrue();
    }

    @Test
    void holdsItsPointsAtOnceAndAlsoInGrace() {
        var point = office.point(office.vault("local"), "1", Office.START).arn;
        office.call(lock(7L, 30L, 3L));

        assertThat(office.refusal(delete(point)).message())
                .isEqualTo("Recovery point cannot be deleted (Backup vault configured with Lock)");
        assertThat(office.refusal(keep(point, 5)).code()).isEqualTo("InvalidRequestException");
        assertThat(office.refusal(keep(point, 500)).code()).isEqualTo("InvalidRequestException");

        office.call(UNLOCK);
        office.call(keep(point, 5));
        office.call(delete(point));
    }

    @Test
    void letsAnEmptyVaultGoEvenWhenFrozen() {
        office.call(lock(7L, 30L, 3L));
        office.wait(Duration.ofDays(4));
        var delete = DeleteBackupVaultRequest.builder().backupVaultName("local").build();
        var point = office.point(office.vault("local"), "1", office.time.instant());
        point.deleteAfterDays = 7L;

        assertThat(office.refusal(delete).code()).isEqualTo("InvalidRequestException");
        office.vault("local").points.clear();
        office.call(delete);
    }

    @Test
    void neverChangesTheLockOfAnAirGappedVault() {
        office.call(
                CreateLogicallyAirGappedBackupVaultRequest.builder()
                        .backupVaultName("gapped")
                        .minRetentionDays(7L)
                        .maxRetentionDays(30L)
                        .build());

        var change = lock(1L, 30L, null).toBuilder().backupVaultName("gapped").build();
        var unlock = UNLOCK.toBuilder().backupVaultName("gapped").build();

        assertThat(office.refusal(change).code()).isEqualTo("InvalidRequestException");
        assertThat(office.refusal(unlock).code()).isEqualTo("InvalidRequestException");
    }

    @Test
    void stopsTheDeletionOfASnapshotWhereAmazonRdsAsksIt() {
        var asking = new Office(Worlds.with("lockStopsSnapshotDeletion", true));
        var unasking = new Office(Worlds.with("lockStopsSnapshotDeletion", false));
        for (var each : List.of(asking, unasking)) {
            each.point(each.vault("local"), "open", Office.START);
            each.call(deleteSnapshot("open"));
            each.vault("local").points.clear();
            each.point(each.vault("local"), "held", Office.START);
            each.call(lock(7L, 30L, null));
        }

        assertThat(asking.refusal(deleteSnapshot("held")).code())
                .isEqualTo("InvalidDBClusterSnapshotStateFault");
        unasking.call(deleteSnapshot("held"));
    }

    private static DeleteDbClusterSnapshotRequest deleteSnapshot(String id) {
        return DeleteDbClusterSnapshotRequest.builder()
                .dbClusterSnapshotIdentifier("awsbackup:job-" + id)
                .build();
    }

    private static PutBackupVaultLockConfigurationRequest lock(
            @Nullable Long least, @Nullable Long most, @Nullable Long changeableFor) {
        return PutBackupVaultLockConfigurationRequest.builder()
                .backupVaultName("local")
                .minRetentionDays(least)
                .maxRetentionDays(most)
                .changeableForDays(changeableFor)
                .build();
    }

    private DescribeBackupVaultResponse describe() {
        return office.call(
                DescribeBackupVaultRequest.builder().backupVaultName("local").build(),
                DescribeBackupVaultResponse.class);
    }

    private static DeleteRecoveryPointRequest delete(String pointArn) {
        return DeleteRecoveryPointRequest.builder()
                .backupVaultName("local")
                .recoveryPointArn(pointArn)
                .build();
    }

    private static UpdateRecoveryPointLifecycleRequest keep(String pointArn, long days) {
        return UpdateRecoveryPointLifecycleRequest.builder()
                .backupVaultName("local")
                .recoveryPointArn(pointArn)
                .lifecycle(Lifecycle.builder().deleteAfterDays(days).build())
                .build();
    }
}
