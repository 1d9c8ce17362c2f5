package secondbackup.simulation.backup;

import secondbackup.simulation.backup.CopyJobs.CopyJob;

/// Lends the source snapshot to the receiving account while a copy runs.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts" (security
/// considerations); AWS Managed Policy Reference, `AWSBackupServiceRolePolicyForBackup`, read 2026-11-22.
final class CopySharing {
    private final CopyWorld world;
    private final CopyRole role;

    CopySharing(CopyWorld world, CopyRole role) {
        this.world = world;
        this.role = role;
    }

    void share(CopyScene scene) {
        if (!scene.sharedWith().isEmpty()) {
            scene.snapshot().sharedWith.add(scene.sharedWith());
        }
    }

    /// @return whether nothing is shared any more; not when the role has gone or lost the right meanwhile
    boolean unshare(CopyJob job, String snapshotArn, String account) {
        var snapshot = world.snapshots().find(snapshotArn);
        if (account.isEmpty() || snapshot.isEmpty()) {
            return true;
        }
        var request = CopyRights.share(snapshotArn);
        if (!role.assumable(job) || !role.may(job, job.region, request).allowed()) {
            return false;
        }
        snapshot.get().sharedWith.remove(account);
        return true;
    }
}
