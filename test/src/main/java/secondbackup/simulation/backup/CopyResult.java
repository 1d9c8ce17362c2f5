package secondbackup.simulation.backup;

import java.util.Locale;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// What a copy leaves in its vault, and in Amazon RDS.
///
/// Source: AWS Backup Developer Guide, "Backup and tag copy" (the source's creation date), "Logically
/// air-gapped vault" (ARN); AWS Backup API model, `RecoveryPointByBackupVault`, 2026-11-22.
final class CopyResult {
    private final CopyWorld world;
    private final CopyEncryption encryption;
    private final BackupEvents events;

    CopyResult(CopyWorld world) {
        this.world = world;
        encryption = new CopyEncryption(world);
        events = new BackupEvents(world.around().events());
    }

    CopyDraft begin(CopyScene scene) {
        describeTarget(scene);
        var point = point(scene);
        var snapshot = snapshot(scene, point);
        point.snapshotArn = scene.intoAirGap() ? "" : snapshot.arn();
        scene.target().points.put(point.arn, point);
        world.snapshots().put(snapshot);
        tag(scene, point, snapshot);
        var draft =
                new CopyDraft(
                        scene.target(),
                        point,
                        snapshot,
                        scene.snapshot().arn(),
                        scene.sharedWith());
        tell(draft);
        return draft;
    }

    void complete(CopyDraft draft) {
        draft.snapshot().percentProgress = 100;
        draft.snapshot().status = "available";
        draft.point().status = world.switches().snapshotsAreAvailable() ? "AVAILABLE" : "COMPLETED";
        draft.point().completedAt = world.now();
        tell(draft);
    }

    private void tell(CopyDraft draft) {
        if (world.switches().pointEventsOfCopies()) {
            events.point(draft.vault(), draft.point());
        }
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
                        resourceArn(scene),
                        source.resourceType,
                        source.createdAt,
                        job.roleArn,
                        encryption.keyArn(scene),
                        showsEncrypted(scene),
                        "CREATING");
        point.sourceVaultArn = job.crossesAccounts() ? job.sourceVaultArn : "";
        point.deleteAfterDays = CopyLifecycle.days(job, source);
        point.origin = source.origin;
        point.planId = job.planId;
        point.createdBy = job.createdBy;
        return point;
    }

    /// Source: AWS Backup API model, `RecoveryPointByBackupVault$ResourceArn`, 2026-11-22: "uniquely identifies
    /// a resource". Of copies in another account it says nothing.
    private String resourceArn(CopyScene scene) {
        var arn = scene.point().resourceArn;
        if (!scene.job().crossesAccounts() || world.switches().copiesNameTheSourceResource()) {
            return arn;
        }
        var name = arn.substring(arn.lastIndexOf(':') + 1);
        var target = scene.target();
        return "arn:aws:rds:" + target.region + ":" + target.account + ":cluster:" + name;
    }

    private boolean showsEncrypted(CopyScene scene) {
        return switch (encryption.of(scene)) {
            case NONE -> false;
            case SSE_RDS -> world.switches().defaultEncryptionShowsEncrypted();
            case SSE_KMS -> true;
        };
    }

    /// Source: AWS Backup Developer Guide, "Copy tags onto backups" (a copy to another Region takes all
    /// tags along), read 2026-11-22. Of other accounts it says nothing.
    private void tag(CopyScene scene, RecoveryPoint point, Snapshot snapshot) {
        if (!scene.job().crossesAccounts() || world.switches().tagsCrossAccounts()) {
            point.tags.putAll(scene.point().tags);
            snapshot.tags.putAll(scene.snapshot().tags);
        }
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
                        encryption.of(scene),
                        encryption.keyArn(scene),
                        world.now(),
                        source.sizeBytes);
        copy.status = "copying";
        copy.sourceArn = source.arn();
        copy.clusterCreatedAt = source.clusterCreatedAt;
        return copy;
    }
}
