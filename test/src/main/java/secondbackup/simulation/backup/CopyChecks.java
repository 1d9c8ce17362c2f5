package secondbackup.simulation.backup;

import java.util.Optional;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.physics.Switches.RegionPair;

/// All that AWS Backup looks at before a copy begins, in order; the first objection fails the job.
///
/// The order is not documented: organization, Regions, then vaults and points, rights, lifecycle, keys.
final class CopyChecks {
    private final CopyWorld world;
    private final CopyMembership membership;
    private final CopyRights rights;
    private final CopyLifecycle lifecycle;
    private final CopyKeys keys;

    CopyChecks(CopyWorld world, CopyRole role, CopyKeys keys) {
        this.world = world;
        this.keys = keys;
        membership = new CopyMembership(world, role);
        rights = new CopyRights(world, role);
        lifecycle = new CopyLifecycle(world.switches());
    }

    Optional<CopyFailure> find(CopyJob job) {
        return membership
                .find(job)
                .or(() -> inTwoActions(job))
                .or(() -> missing(job))
                .or(() -> scene(job).flatMap(this::objection));
    }

    /// Source: AWS Backup Developer Guide, "Feature availability by resource" (a copy of Aurora can cross
    /// account and Region in one action), read 2026-11-22; the refusal is that of the time before.
    private Optional<CopyFailure> inTwoActions(CopyJob job) {
        var pair = new RegionPair(job.region, job.targetRegion());
        return job.crossesAccounts() && world.switches().pairsInTwoActions().contains(pair)
                ? Optional.of(CopyFailure.unsupported(job))
                : Optional.empty();
    }

    /// Everything the copy needs, or empty where something is not there.
    Optional<CopyScene> scene(CopyJob job) {
        return world.vaults()
                .find(job.sourceVaultArn)
                .flatMap(source ->
                        point(job)
                                .flatMap(point ->
                                        CopyScene.snapshot(world.snapshots(), point)
                                                .flatMap(snapshot ->
                                                        world.vaults()
                                                                .find(job.targetVaultArn)
                                                                .map(target ->
                                                                        new CopyScene(
                                                                                job, source, point,
                                                                                snapshot,
                                                                                target)))));
    }

    /// What is not there any more, or never was.
    Optional<CopyFailure> missing(CopyJob job) {
        if (world.vaults().find(job.targetVaultArn).isEmpty()) {
            return Optional.of(CopyFailure.missing("Backup vault " + job.targetVaultArn));
        }
        var point = point(job);
        if (point.isEmpty()) {
            return Optional.of(CopyFailure.pointMissing());
        }
        return CopyScene.snapshot(world.snapshots(), point.get()).isEmpty()
                ? Optional.of(CopyFailure.missing("DB cluster snapshot " + job.sourcePointArn))
                : Optional.empty();
    }

    private Optional<CopyFailure> objection(CopyScene scene) {
        return rights.find(scene)
                .or(() -> lifecycle.find(scene, world.now()))
                .or(() -> keys.find(scene));
    }

    private Optional<RecoveryPoint> point(CopyJob job) {
        return world.vaults()
                .find(job.sourceVaultArn)
                .flatMap(vault -> Optional.ofNullable(vault.points.get(job.sourcePointArn)));
    }
}
