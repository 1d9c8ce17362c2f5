package secondbackup.simulation.backup;

import java.util.Optional;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.rds.Snapshots;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// Everything that a copy needs to be there: all present at this moment.
///
/// @param snapshot the data; for a point in an air-gapped vault, in AWS's own account
record CopyScene(CopyJob job, Vault source, RecoveryPoint point, Snapshot snapshot, Vault target) {

    boolean fromAirGap() {
        return source.kind == Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT;
    }

    boolean intoAirGap() {
        return target.kind == Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT;
    }

    /// Account that gets to see the source snapshot while it is copied, or empty where none must.
    ///
    /// An air-gapped vault keeps its data in an account of AWS Backup's own.
    /// Source: AWS Backup Developer Guide, "Logically air-gapped vault", read 2026-11-22.
    String sharedWith() {
        if (fromAirGap()) {
            return "";
        }
        if (intoAirGap()) {
            return AirGap.ACCOUNT;
        }
        return job.crossesAccounts() ? job.targetAccount() : "";
    }

    static Optional<Snapshot> snapshot(Snapshots snapshots, RecoveryPoint point) {
        return snapshots.find(
                point.snapshotArn.isEmpty() ? AirGap.snapshotArn(point.arn) : point.snapshotArn);
    }
}
