package secondbackup.simulation.backup;

import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Principal.ServiceLinkedRole;

/// Takes a recovery point away together with the snapshot behind it. AWS Backup does so with the role that
/// made the point, or, where that role belongs to another account, with its service-linked role. A role
/// that is gone or may not delete the snapshot leaves the point behind as `EXPIRED`.
///
/// Source: AWS Backup Developer Guide, "Backup deletion", "DeleteRecoveryPoint", read 2026-11-22.
final class PointRemoval {
    private final Surroundings around;
    private final BackupEvents events;

    PointRemoval(Surroundings around) {
        this.around = around;
        this.events = new BackupEvents(around.events());
    }

    void remove(Vault vault, RecoveryPoint point) {
        if (!point.snapshotArn.isEmpty() && !mayDelete(vault, point)) {
            point.status = "EXPIRED";
            point.statusMessage =
                    "AWS Backup does not have permission to delete the recovery point with "
                            + point.roleArn;
            events.point(vault, point);
            return;
        }
        var snapshotArn =
                point.snapshotArn.isEmpty() ? AirGap.snapshotArn(point.arn) : point.snapshotArn;
        around.snapshots().find(snapshotArn).ifPresent(around.snapshots()::remove);
        vault.points.remove(point.arn);
    }

    private boolean mayDelete(Vault vault, RecoveryPoint point) {
        var own = point.roleArn.startsWith("arn:aws:iam::" + vault.account + ":");
        var exists =
                !own || ServiceRole.assumable(around, point.roleArn, vault.account, vault.region);
        var deletion = AccessRequest.of("rds:DeleteDBClusterSnapshot", point.snapshotArn);
        return exists
                && around.access()
                        .decide(deleter(vault, point, own), vault.region, deletion)
                        .allowed();
    }

    private static Principal deleter(Vault vault, RecoveryPoint point, boolean own) {
        return own
                ? ServiceRole.passed(point.roleArn, vault.account)
                : new ServiceLinkedRole(
                        vault.account, "AWSServiceRoleForBackup", ServiceRole.SERVICE);
    }
}
