package secondbackup.oracle;

import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.world.SimulatedOrganization;

/// Knows whether anybody outside AWS could tell whose copy a copy is. One that nobody can tell is none that
/// people could go back to, whatever the world remembers.
final class Traces {
    private static final int HOPS_MAX = 3;

    private final SimulatedOrganization world;

    Traces(SimulatedOrganization world) {
        this.world = world;
    }

    /// By its snapshot, by its ARN, or by the jobs that made it of a point that is still there.
    boolean lead(RecoveryPoint copy, Cluster cluster) {
        var named =
                world.snapshots()
                        .find(copy.snapshotArn)
                        .filter(snapshot -> !snapshot.clusterResourceId.isEmpty())
                        .isPresent();
        return named || copy.resourceArn.equals(cluster.arn()) || fromAPoint(copy.arn, HOPS_MAX);
    }

    private boolean fromAPoint(String copy, int hops) {
        return hops > 0
                && world.copyJobs().all().stream()
                        .filter(job -> job.targetPointArn.equals(copy))
                        .anyMatch(job ->
                                there(job.sourcePointArn)
                                        || fromAPoint(job.sourcePointArn, hops - 1));
    }

    private boolean there(String point) {
        return world.vaults().all().stream().anyMatch(vault -> vault.points.containsKey(point));
    }
}
