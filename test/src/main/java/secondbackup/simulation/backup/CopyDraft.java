package secondbackup.simulation.backup;

import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// A copy that is being made.
///
/// @param point `CREATING` in its vault
/// @param snapshot `copying`; for an air-gapped vault in an account that nobody sees
/// @param sharedWith account that sees the source snapshot meanwhile, or empty
record CopyDraft(
        Vault vault,
        RecoveryPoint point,
        Snapshot snapshot,
        String sourceSnapshotArn,
        String sharedWith) {}
