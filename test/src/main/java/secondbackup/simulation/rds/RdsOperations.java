package secondbackup.simulation.rds;

import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.Operations;

/// The operations of Amazon RDS that concern clusters and their snapshots.
public final class RdsOperations {
    private final ClusterReads clusterReads;
    private final NewClusters newClusters;
    private final ClusterWrites clusterWrites;
    private final SnapshotReads snapshotReads;
    private final SnapshotWrites snapshotWrites;
    private final SnapshotCopying copying;
    private final RestoreOperations restores;
    private final SnapshotSharing sharing;
    private final TagOperations tags;
    private final EngineVersionOperations engineVersions;
    private final QuotaOperations quotas;
    private final SubnetGroupOperations subnetGroups;
    private final MajorVersionOperations majorVersions = new MajorVersionOperations();

    public RdsOperations(
            Clusters clusters,
            Snapshots snapshots,
            Keys keys,
            EngineVersions versions,
            SubnetGroups subnetGroups,
            Switches switches,
            Chance chance,
            SimulatedTime time) {
        var making = new SnapshotMaking(snapshots, chance, time);
        this.clusterReads = new ClusterReads(clusters, switches);
        var clusterMaking = new ClusterMaking(clusters, keys, chance, time);
        this.newClusters = new NewClusters(clusterMaking, keys, versions, switches, chance, time);
        this.clusterWrites = new ClusterWrites(clusters, making, versions, switches, time);
        this.snapshotReads = new SnapshotReads(snapshots, switches);
        this.snapshotWrites = new SnapshotWrites(clusters, snapshots, making, switches);
        this.copying =
                new SnapshotCopying(
                        snapshots,
                        clusterMaking,
                        new SnapshotView(switches, new ClusterView(switches)),
                        chance,
                        time);
        this.restores =
                new RestoreOperations(
                        clusters,
                        snapshots,
                        new Restoring(clusters, keys, versions, chance, time),
                        switches,
                        time);
        this.sharing = new SnapshotSharing(snapshots, keys, switches);
        this.tags = new TagOperations(clusters, snapshots);
        this.engineVersions = new EngineVersionOperations(versions);
        this.quotas = new QuotaOperations(clusters);
        this.subnetGroups = new SubnetGroupOperations(subnetGroups);
    }

    public void register(Operations operations) {
        clusterReads.register(operations);
        newClusters.register(operations);
        clusterWrites.register(operations);
        snapshotReads.register(operations);
        snapshotWrites.register(operations);
        copying.register(operations);
        restores.register(operations);
        sharing.register(operations);
        tags.register(operations);
        engineVersions.register(operations);
        quotas.register(operations);
        subnetGroups.register(operations);
        majorVersions.register(operations);
    }
}
