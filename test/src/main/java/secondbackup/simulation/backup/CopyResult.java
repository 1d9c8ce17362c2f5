package secondbackup.simulation.backup;

import java.util.Locale;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// What a copy leaves in its vault, and in Amazon RDS.
///
/// Source: AWS Backup Developer Guide, "Backup and tag copy" (the source's creation date), "Logically
/// air-gapped vault" (ARN); AWS Backup API model, `RecoveryPointByBackupVault`, 2026-11-22.
final class CopyResult {
    private final CopyWorld world;
    private final CopyEncryption encryption;

    CopyResult(CopyWorld world, CopyEncryption encryption) {
        this.world = world;
        this.encryption = encryption;
    }

    CopyDraft begin(CopyScene scene) {
        describeTarget(scene);
        var point = point(scene);
        var snapshot = snapshot(scene, point);
        point.snapshotArn = scene.intoAirGap() ? "" : snapshot.arn();
        scene.target().points.put(point.arn, point);
        world.snapshots().put(snapshot);
        return new CopyDraft(
                scene.target(), point, snapshot, scene.snapshot().arn(), scene.sharedWith());
    }

    void complete(CopyDraft draft) {
        draft.snapshot().percentProgress = 100;
        draft.snapshot().status = "available";
        draft.point().status = world.switches().snapshotsAreAvailable() ? "AVAILABLE" : "COMPLETED";
        draft.point().completedAt = world.time().instant();
    }

    void discard(CopyDraft draft) {
        draft.vault().points.remove(draft.point().arn);
        world.snapshots().remove(draft.snapshot());
    }

    private static void describeTarget(CopyScene scene) {
        var job = scene.job();
        job.targetVaultKind = scene.target().kind.name();
        job.targetVaultLock = scene.target().lock == null ? "UNLOCKED" : "LOCKED";
        job.targetKeyArn = scene.target().keyArn;
    }

    private RecoveryPoint point(CopyScene scene) {
        var job = scene.job();
        var source = scene.point();
        var point =
                new RecoveryPoint(
                        pointArn(scene),
                        source.resourceArn,
                        source.resourceType,
                        source.createdAt,
                        job.roleArn,
                        encryption.keyArn(scene),
                        encryption.encryption(scene) != Encryption.NONE,
                        "CREATING");
        point.sourceVaultArn = job.crossesAccounts() ? job.sourceVaultArn : "";
        point.deleteAfterDays = CopyLifecycle.days(job, source);
        point.planId = job.planId;
        return point;
    }

    private String pointArn(CopyScene scene) {
        var place = ":" + scene.target().region + ":" + scene.target().account + ":";
        var uuid = uuid(scene.job());
        return scene.intoAirGap()
                ? "arn:aws:backup" + place + "recovery-point:" + uuid
                : "arn:aws:rds" + place + "cluster-snapshot:awsbackup:copyjob-" + uuid;
    }

    private String uuid(CopyJob job) {
        return world.switches().copyArnHoldsJobId()
                ? job.id.toLowerCase(Locale.ROOT)
                : world.chance().uuid("copied recovery point", job.id);
    }

    private Snapshot snapshot(CopyScene scene, RecoveryPoint point) {
        var source = scene.snapshot();
        var target = scene.target();
        var copy =
                new Snapshot(
                        scene.intoAirGap() ? AirGap.ACCOUNT : target.account,
                        target.region,
                        scene.intoAirGap()
                                ? AirGap.snapshotId(point.arn)
                                : point.arn.substring(point.arn.indexOf("awsbackup:")),
                        source.clusterArn,
                        world.switches().copiesNameTheCluster() ? source.clusterResourceId : "",
                        source.engine,
                        source.engineVersion,
                        encryption.encryption(scene),
                        encryption.keyArn(scene),
                        world.time().instant(),
                        source.sizeBytes);
        copy.status = "copying";
        copy.sourceArn = source.arn();
        if (!scene.job().crossesAccounts() || world.switches().tagsCrossAccounts()) {
            copy.tags.putAll(source.tags);
        }
        return copy;
    }
}
