package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// What a backup job leaves: a recovery point that is a cluster snapshot, under the cluster's own key.
///
/// Source: AWS Backup Developer Guide, "Encryption for backups in AWS Backup", "Access control" (ARN
/// formats), read 2026-11-22. The point's creation date is that of the data: "the date the backup job started".
final class BackupResult {
    private final Surroundings around;
    private final Vaults vaults;

    BackupResult(Surroundings around, Vaults vaults) {
        this.around = around;
        this.vaults = vaults;
    }

    static String snapshotArn(BackupJob job) {
        return "arn:aws:rds:"
                + job.region
                + ":"
                + job.account
                + ":cluster-snapshot:"
                + snapshotId(job);
    }

    private static String snapshotId(BackupJob job) {
        return "awsbackup:job-" + job.id.toLowerCase(Locale.ROOT);
    }

    /// Puts the point and its snapshot, both unfinished.
    RecoveryPoint begin(BackupJob job, Cluster cluster) {
        var now = around.time().instant();
        var snapshot = snapshot(job, cluster, now);
        var point = point(job, cluster, snapshot, now);
        around.snapshots().put(snapshot);
        vaults.find(job.vaultArn()).orElseThrow().points.put(point.arn, point);
        job.pointArn = point.arn;
        return point;
    }

    /// The snapshot and the cluster that a running job needs.
    Optional<BackupFailure> loss(BackupJob job) {
        if (around.snapshots().find(snapshotArn(job)).isEmpty()) {
            return Optional.of(
                    BackupFailure.notFound(snapshotArn(job) + " is no longer available."));
        }
        return around.clusters().find(job.resourceArn).isEmpty()
                ? Optional.of(BackupFailure.notFound(job.resourceArn + " is no longer available."))
                : Optional.empty();
    }

    void complete(RecoveryPoint point) {
        var snapshot = around.snapshots().find(point.snapshotArn).orElseThrow();
        snapshot.status = "available";
        snapshot.percentProgress = 100;
        snapshot.tags.putAll(point.tags);
        point.status = around.switches().snapshotsAreAvailable() ? "AVAILABLE" : "COMPLETED";
        point.completedAt = around.time().instant();
    }

    /// Nothing of an unfinished backup stays.
    void discard(BackupJob job) {
        around.snapshots().find(snapshotArn(job)).ifPresent(around.snapshots()::remove);
        vaults.find(job.vaultArn()).ifPresent(vault -> vault.points.remove(job.pointArn));
        job.pointArn = "";
    }

    private static Snapshot snapshot(BackupJob job, Cluster cluster, Instant now) {
        var snapshot =
                new Snapshot(
                        job.account,
                        job.region,
                        snapshotId(job),
                        cluster.arn(),
                        cluster.resourceId,
                        cluster.engine,
                        cluster.engineVersion,
                        cluster.encryption,
                        cluster.keyArn,
                        now,
                        cluster.sizeBytesAt(now));
        snapshot.clusterCreatedAt = cluster.createdAt;
        return snapshot;
    }

    private RecoveryPoint point(BackupJob job, Cluster cluster, Snapshot snapshot, Instant now) {
        var point =
                new RecoveryPoint(
                        snapshot.arn(),
                        cluster.arn(),
                        job.resourceType,
                        now,
                        job.roleArn,
                        cluster.keyArn,
                        showsEncrypted(cluster),
                        "CREATING");
        point.deleteAfterDays = job.deleteAfterDays;
        point.snapshotArn = snapshot.arn();
        point.origin = cluster.resourceId;
        point.createdBy = job.createdBy;
        var creator = job.createdBy;
        point.planId = creator == null ? "" : creator.backupPlanId();
        return point;
    }

    private boolean showsEncrypted(Cluster cluster) {
        return cluster.encryption == Encryption.SSE_KMS
                || (cluster.encryption == Encryption.SSE_RDS
                        && around.switches().defaultEncryptionShowsEncrypted());
    }
}
