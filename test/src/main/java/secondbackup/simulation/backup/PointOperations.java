package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DeleteRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.DeleteRecoveryPointResponse;
import software.amazon.awssdk.services.backup.model.DescribeRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.DescribeRecoveryPointResponse;
import software.amazon.awssdk.services.backup.model.DisassociateRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.DisassociateRecoveryPointResponse;
import software.amazon.awssdk.services.backup.model.UpdateRecoveryPointLifecycleRequest;
import software.amazon.awssdk.services.backup.model.UpdateRecoveryPointLifecycleResponse;

/// One recovery point: told, given another retention, deleted. A lock or a legal hold refuses the last two.
///
/// A deletion is answered before it happens. Where it then fails, as for want of a right, the answer was
/// the same and the point stays as `EXPIRED`.
///
/// Source: AWS Backup Developer Guide, "DeleteRecoveryPoint", "UpdateRecoveryPointLifecycle",
/// "DisassociateRecoveryPoint", "CreateLegalHold", "AWS Backup Vault Lock", read 2026-11-22.
public final class PointOperations {
    private static final long DELETION_SECONDS_MOST = 180;

    private final Surroundings around;
    private final VaultDoor door;
    private final Holds holds;
    private final PointViews views;
    private final PointRemoval removal;
    private final BackupEvents events;

    public PointOperations(Surroundings around, Vaults vaults, Holds holds) {
        this.around = around;
        this.door = new VaultDoor(vaults);
        this.holds = holds;
        this.views = new PointViews(new VaultViews(around.keys()));
        this.removal = new PointRemoval(around);
        this.events = new BackupEvents(around.events());
    }

    public void register(Operations operations) {
        operations.on(
                DescribeRecoveryPointRequest.class,
                (asked, call) ->
                        right(
                                "DescribeRecoveryPoint",
                                asked.backupVaultName(),
                                asked.recoveryPointArn(),
                                call),
                this::describe);
        operations.on(
                UpdateRecoveryPointLifecycleRequest.class,
                (asked, call) ->
                        right(
                                "UpdateRecoveryPointLifecycle",
                                asked.backupVaultName(),
                                asked.recoveryPointArn(),
                                call),
                this::update);
        operations.on(
                DeleteRecoveryPointRequest.class,
                (asked, call) ->
                        right(
                                "DeleteRecoveryPoint",
                                asked.backupVaultName(),
                                asked.recoveryPointArn(),
                                call),
                this::delete);
        operations.on(
                DisassociateRecoveryPointRequest.class,
                (asked, call) ->
                        right(
                                "DisassociateRecoveryPoint",
                                asked.backupVaultName(),
                                asked.recoveryPointArn(),
                                call),
                this::disassociate);
    }

    private List<AccessRequest> right(
            String action, @Nullable String vault, @Nullable String point, Call call) {
        return door.onPoint("backup:" + action, vault, point, call);
    }

    private DescribeRecoveryPointResponse describe(DescribeRecoveryPointRequest asked, Call call) {
        door.refuseOtherAccount(call, asked.backupVaultAccountId());
        var vault = door.vault(call, asked.backupVaultName());
        return views.described(vault, door.point(vault, asked.recoveryPointArn()));
    }

    private UpdateRecoveryPointLifecycleResponse update(
            UpdateRecoveryPointLifecycleRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        var point = door.point(vault, asked.recoveryPointArn());
        if (vault.locked()) {
            throw BackupErrors.invalidRequest(
                    "Recovery point lifecycle cannot be updated (Backup vault configured with Lock)");
        }
        if (point.continuous) {
            throw BackupErrors.invalidRequest(
                    "Lifecycle of a continuous recovery point cannot be updated");
        }
        refuseBusy(point);
        point.deleteAfterDays = Lifecycles.days(asked.lifecycle());
        return UpdateRecoveryPointLifecycleResponse.builder()
                .backupVaultArn(vault.arn())
                .recoveryPointArn(point.arn)
                .lifecycle(Lifecycles.shown(point.deleteAfterDays))
                .calculatedLifecycle(Lifecycles.calculated(point))
                .build();
    }

    private DeleteRecoveryPointResponse delete(DeleteRecoveryPointRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        var point = door.point(vault, asked.recoveryPointArn());
        if (vault.locked()) {
            throw BackupErrors.invalidRequest(
                    "Recovery point cannot be deleted (Backup vault configured with Lock)");
        }
        refuseHeld(vault, point);
        refuseBusy(point);
        point.status = "DELETING";
        events.point(vault, point);
        var delay = around.chance().between(5, DELETION_SECONDS_MOST, "deletion", point.arn);
        around.time()
                .after(
                        Duration.ofSeconds(delay),
                        "deletion of " + point.arn,
                        () -> removal.remove(vault, point));
        return DeleteRecoveryPointResponse.builder().build();
    }

    private DisassociateRecoveryPointResponse disassociate(
            DisassociateRecoveryPointRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        var point = door.point(vault, asked.recoveryPointArn());
        if (!point.continuous) {
            throw BackupErrors.invalidRequest(
                    "DisassociateRecoveryPoint does not support snapshot backup recovery points");
        }
        if (vault.locked()) {
            throw BackupErrors.invalidRequest(
                    "Recovery point cannot be disassociated (Backup vault configured with Lock)");
        }
        refuseHeld(vault, point);
        vault.points.remove(point.arn);
        return DisassociateRecoveryPointResponse.builder().build();
    }

    private void refuseHeld(Vault vault, RecoveryPoint point) {
        if (holds.hold(vault, point)) {
            throw BackupErrors.invalidRequest("Recovery point is under an active legal hold");
        }
    }

    private static void refuseBusy(RecoveryPoint point) {
        if (point.status.equals("CREATING") || point.status.equals("DELETING")) {
            throw BackupErrors.invalidState(
                    "AWS Backup is already performing an action on this recovery point. It can't"
                            + " perform the action you requested until the first action finishes.");
        }
    }
}
