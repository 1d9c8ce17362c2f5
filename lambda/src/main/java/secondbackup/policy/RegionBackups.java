package secondbackup.policy;

import java.util.List;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultedCopy;

/// Snapshots and copy jobs of one Region, and its copies in the vault, by cluster. A job names the cluster by the
/// ARN it had, so a renamed cluster's jobs are found by their point, and a recreated cluster's are told from its
/// predecessor's.
record RegionBackups(
        Belongings<RecoveryPoint> points,
        Belongings<CopyJob> jobs,
        Belongings<VaultedCopy> copies) {

    static RegionBackups of(RegionView.Source region, List<VaultedCopy> copies) {
        var lineage = new Lineage(region);
        return new RegionBackups(
                new Belongings<>(
                        region.points().stream().filter(RecoveryPoint::snapshot).toList(),
                        point -> lineage.resourceId(point.arn()),
                        RecoveryPoint::cluster,
                        RecoveryPoint::capturedAt),
                new Belongings<>(
                        region.copyJobs(),
                        job -> lineage.resourceId(job.point()),
                        CopyJob::cluster,
                        CopyJob::createdAt),
                new Belongings<>(
                        copies,
                        copy -> resourceId(copy, lineage),
                        VaultedCopy::cluster,
                        VaultedCopy::capturedAt));
    }

    private static String resourceId(VaultedCopy copy, Lineage lineage) {
        return copy.snapshot() instanceof VaultedCopy.Snapshot.Found found
                        && !found.resourceId().isEmpty()
                ? found.resourceId()
                : lineage.resourceId(copy.arn());
    }
}
