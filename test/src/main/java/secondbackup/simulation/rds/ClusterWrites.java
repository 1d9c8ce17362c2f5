package secondbackup.simulation.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;

/// Changing and deleting clusters.
///
/// Source: Amazon RDS API model, ModifyDBClusterMessage and DeleteDBClusterMessage, 2026-11-22.
final class ClusterWrites {
    private final Clusters clusters;
    private final SnapshotMaking snapshots;
    private final EngineVersions versions;
    private final ClusterView view;
    private final SimulatedTime time;

    ClusterWrites(
            Clusters clusters,
            SnapshotMaking snapshots,
            EngineVersions versions,
            Switches switches,
            SimulatedTime time) {
        this.clusters = clusters;
        this.snapshots = snapshots;
        this.versions = versions;
        this.view = new ClusterView(switches);
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(
                ModifyDbClusterRequest.class,
                (request, call) ->
                        List.of(right("rds:ModifyDBCluster", request.dbClusterIdentifier(), call)),
                this::modify);
        operations.on(DeleteDbClusterRequest.class, this::deleteRights, this::delete);
    }

    private AccessRequest right(String action, String name, Call call) {
        var tags =
                clusters.find(call.account(), call.region(), name)
                        .<Map<String, String>>map(cluster -> cluster.tags)
                        .orElse(Map.of());
        return Identifiers.right(action, Identifiers.arn(call, "cluster", name), tags);
    }

    /// Source: Service Authorization Reference, "Amazon RDS", DeleteDBCluster: resource types `cluster`
    /// and `cluster-snapshot`, read 2026-11-22.
    private List<AccessRequest> deleteRights(DeleteDbClusterRequest request, Call call) {
        var rights = new ArrayList<AccessRequest>();
        rights.add(right("rds:DeleteDBCluster", request.dbClusterIdentifier(), call));
        var last = request.finalDBSnapshotIdentifier();
        if (last != null) {
            rights.add(
                    AccessRequest.of(
                            "rds:DeleteDBCluster",
                            Identifiers.arn(call, "cluster-snapshot", last)));
        }
        return rights;
    }

    private Clusters.Cluster need(String name, Call call) {
        return clusters.find(call.account(), call.region(), name)
                .orElseThrow(() -> Errors.noCluster(name));
    }

    /// Without `ApplyImmediately` a new name waits for the maintenance window, here Sunday, 05:00 UTC.
    private ModifyDbClusterResponse modify(ModifyDbClusterRequest request, Call call) {
        var cluster = need(request.dbClusterIdentifier(), call);
        if (request.deletionProtection() != null) {
            cluster.deletionProtection = request.deletionProtection();
        }
        if (request.backupRetentionPeriod() != null) {
            cluster.backupRetentionDays = request.backupRetentionPeriod();
        }
        var version = request.engineVersion();
        if (version != null) {
            var checked = versions.creatable(cluster.engine, version, call.region());
            soon(request, "new version of " + cluster.arn(), () -> cluster.engineVersion = checked);
        }
        var renamed = request.newDBClusterIdentifier();
        if (renamed != null) {
            var name = Identifiers.checked("NewDBClusterIdentifier", renamed, 63);
            if (clusters.find(call.account(), call.region(), name).isPresent()) {
                throw new AwsError(400, "DBClusterAlreadyExistsFault", "DB Cluster already exists");
            }
            soon(request, "new name of " + cluster.arn(), () -> clusters.rename(cluster, name));
        }
        return ModifyDbClusterResponse.builder().dbCluster(view.of(cluster)).build();
    }

    private void soon(ModifyDbClusterRequest request, String what, Runnable change) {
        if (Boolean.TRUE.equals(request.applyImmediately())) {
            change.run();
        } else {
            time.at(MaintenanceWindow.after(time.instant()), what, change);
        }
    }

    private DeleteDbClusterResponse delete(DeleteDbClusterRequest request, Call call) {
        var cluster = need(request.dbClusterIdentifier(), call);
        if (cluster.deletionProtection) {
            throw Errors.invalidCombination(
                    "Cannot delete protected Cluster, please disable deletion protection and try"
                            + " again.");
        }
        if (!cluster.globalCluster.isEmpty()) {
            throw Errors.clusterState(
                    "This cluster is a part of a global cluster, please remove it from globalcluster"
                            + " first");
        }
        if (cluster.instances > 0) {
            throw Errors.clusterState(
                    "Cluster cannot be deleted, it still contains DB instances in"
                            + " non-deleting state.");
        }
        takeFinalSnapshot(request, cluster, call);
        var last = view.of(cluster);
        clusters.remove(cluster);
        return DeleteDbClusterResponse.builder().dbCluster(last).build();
    }

    private void takeFinalSnapshot(
            DeleteDbClusterRequest request, Clusters.Cluster cluster, Call call) {
        var last = request.finalDBSnapshotIdentifier();
        if (Boolean.TRUE.equals(request.skipFinalSnapshot())) {
            if (last != null) {
                throw Errors.invalidCombination(
                        "FinalDBSnapshotIdentifier can not be specified when deleting a cluster with"
                                + " SkipFinalSnapshot set");
            }
            return;
        }
        if (last == null) {
            throw Errors.invalidCombination(
                    "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
        }
        snapshots.make(last, cluster, call);
    }
}
