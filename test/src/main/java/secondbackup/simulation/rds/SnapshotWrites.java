package secondbackup.simulation.rds;

import java.util.List;
import java.util.Map;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotResponse;

/// Making and deleting cluster snapshots by hand.
///
/// Source: Amazon RDS API model, CreateDBClusterSnapshot and DeleteDBClusterSnapshot, 2026-11-22.
final class SnapshotWrites {
    private final Clusters clusters;
    private final Snapshots snapshots;
    private final SnapshotMaking making;
    private final Switches switches;
    private final SnapshotView view;

    SnapshotWrites(
            Clusters clusters, Snapshots snapshots, SnapshotMaking making, Switches switches) {
        this.clusters = clusters;
        this.snapshots = snapshots;
        this.making = making;
        this.switches = switches;
        this.view = new SnapshotView(switches, new ClusterView(switches));
    }

    void register(Operations operations) {
        operations.on(CreateDbClusterSnapshotRequest.class, this::createRights, this::create);
        operations.on(
                DeleteDbClusterSnapshotRequest.class,
                (request, call) ->
                        List.of(
                                right(
                                        snapshots,
                                        "rds:DeleteDBClusterSnapshot",
                                        request.dbClusterSnapshotIdentifier(),
                                        call)),
                this::delete);
    }

    /// Source: Service Authorization Reference, "Amazon RDS", CreateDBClusterSnapshot: resource types
    /// `cluster` and `cluster-snapshot`, read 2026-11-22.
    private List<AccessRequest> createRights(CreateDbClusterSnapshotRequest request, Call call) {
        var action = "rds:CreateDBClusterSnapshot";
        var cluster = Identifiers.arn(call, "cluster", request.dbClusterIdentifier());
        return List.of(
                AccessRequest.of(action, cluster),
                right(snapshots, action, request.dbClusterSnapshotIdentifier(), call));
    }

    static AccessRequest right(Snapshots snapshots, String action, String id, Call call) {
        var tags =
                snapshots
                        .find(call.account(), call.region(), id)
                        .<Map<String, String>>map(snapshot -> snapshot.tags)
                        .orElse(Map.of());
        return Identifiers.right(action, Identifiers.arn(call, "cluster-snapshot", id), tags);
    }

    private CreateDbClusterSnapshotResponse create(
            CreateDbClusterSnapshotRequest request, Call call) {
        var name = request.dbClusterIdentifier();
        var cluster =
                clusters.find(call.account(), call.region(), name)
                        .orElseThrow(() -> Errors.noCluster(name));
        var snapshot = making.make(request.dbClusterSnapshotIdentifier(), cluster, call);
        request.tags().forEach(tag -> snapshot.tags.put(tag.key(), tag.value()));
        return CreateDbClusterSnapshotResponse.builder()
                .dbClusterSnapshot(view.of(snapshot))
                .build();
    }

    private DeleteDbClusterSnapshotResponse delete(
            DeleteDbClusterSnapshotRequest request, Call call) {
        var id = request.dbClusterSnapshotIdentifier();
        var snapshot =
                snapshots
                        .find(call.account(), call.region(), id)
                        .filter(found -> found.account.equals(call.account()))
                        .orElseThrow(() -> Errors.noSnapshot(id));
        if (!snapshot.status.equals("available")) {
            throw Errors.snapshotState(
                    "The snapshot "
                            + snapshot.id
                            + " is not in available state: "
                            + snapshot.status);
        }
        if (snapshot.automated()) {
            throw Errors.snapshotState(
                    "Only manual snapshots may be deleted; automated ones end with their cluster.");
        }
        if (switches.lockStopsSnapshotDeletion() && snapshots.locked(snapshot)) {
            throw Errors.snapshotState(
                    "The snapshot "
                            + snapshot.id
                            + " is managed by AWS Backup and cannot be deleted.");
        }
        snapshots.remove(snapshot);
        return DeleteDbClusterSnapshotResponse.builder()
                .dbClusterSnapshot(view.of(snapshot))
                .build();
    }
}
