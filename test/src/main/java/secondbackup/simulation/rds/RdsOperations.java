package secondbackup.simulation.rds;

import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.Operations;

/// The operations of Amazon RDS that concern clusters and their snapshots.
public final class RdsOperations {
    private final Clusters clusters;
    private final Snapshots snapshots;
    private final Switches switches;

    public RdsOperations(Clusters clusters, Snapshots snapshots, Switches switches) {
        this.clusters = clusters;
        this.snapshots = snapshots;
        this.switches = switches;
    }

    public void register(Operations operations) {
        new ClusterReads(clusters, switches).register(operations);
        new SnapshotReads(snapshots, switches).register(operations);
    }
}
