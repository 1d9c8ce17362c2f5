package secondbackup.simulation.backup;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.GetRecoveryPointRestoreMetadataRequest;
import software.amazon.awssdk.services.backup.model.GetRecoveryPointRestoreMetadataResponse;

/// The configuration of the cluster that a recovery point was taken of, as a restore would want it. All
/// values are texts; lists are JSON.
///
/// Source: AWS Backup Developer Guide, "Restore an Amazon Aurora cluster" (metadata), read 2026-11-22. What
/// the simulation does not know of a cluster, such as its subnets, is left out.
public final class RestoreMetadataOperations {
    private final Surroundings around;
    private final VaultDoor door;

    public RestoreMetadataOperations(Surroundings around, Vaults vaults) {
        this.around = around;
        this.door = new VaultDoor(vaults);
    }

    public void register(Operations operations) {
        operations.on(
                GetRecoveryPointRestoreMetadataRequest.class,
                (asked, call) ->
                        door.onPoint(
                                "backup:GetRecoveryPointRestoreMetadata",
                                asked.backupVaultName(),
                                asked.recoveryPointArn(),
                                call),
                this::get);
    }

    private GetRecoveryPointRestoreMetadataResponse get(
            GetRecoveryPointRestoreMetadataRequest asked, Call call) {
        door.refuseOtherAccount(call, asked.backupVaultAccountId());
        var vault = door.vault(call, asked.backupVaultName());
        var point = door.point(vault, asked.recoveryPointArn());
        return GetRecoveryPointRestoreMetadataResponse.builder()
                .backupVaultArn(vault.arn())
                .recoveryPointArn(point.arn)
                .resourceType(point.resourceType)
                .restoreMetadata(metadata(point))
                .build();
    }

    private SequencedMap<String, String> metadata(RecoveryPoint point) {
        var metadata = new TreeMap<String, String>();
        metadata.put("DBClusterIdentifier", PointViews.resourceName(point.resourceArn));
        metadata.put("CopyTagsToSnapshot", "false");
        metadata.put("EnableIAMDatabaseAuthentication", "false");
        metadata.put("EngineMode", "provisioned");
        if (!point.keyArn.isEmpty()) {
            metadata.put("KmsKeyId", point.keyArn);
        }
        snapshot(point).ifPresent(snapshot -> describe(snapshot, metadata));
        return metadata;
    }

    private static void describe(Snapshot snapshot, SequencedMap<String, String> metadata) {
        var mysql = snapshot.engine.contains("mysql");
        metadata.put("Engine", snapshot.engine);
        metadata.put("EngineVersion", snapshot.engineVersion);
        metadata.put("Port", mysql ? "3306" : "5432");
    }

    private Optional<Snapshot> snapshot(RecoveryPoint point) {
        return around.snapshots()
                .find(
                        point.snapshotArn.isEmpty()
                                ? AirGap.snapshotArn(point.arn)
                                : point.snapshotArn);
    }
}
