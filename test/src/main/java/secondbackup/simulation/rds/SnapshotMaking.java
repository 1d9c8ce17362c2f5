package secondbackup.simulation.rds;

import java.time.Duration;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;

/// How a manual snapshot comes about: at once in the list, available some minutes later.
final class SnapshotMaking {
    /// Source: Aurora User Guide, "Quotas and constraints for Amazon Aurora"; those of AWS Backup do not
    /// count, "Backing up and restoring an Amazon Aurora DB cluster", read 2026-11-22.
    private static final int MOST_MANUAL = 100;

    private final Snapshots snapshots;
    private final Chance chance;
    private final SimulatedTime time;

    SnapshotMaking(Snapshots snapshots, Chance chance, SimulatedTime time) {
        this.snapshots = snapshots;
        this.chance = chance;
        this.time = time;
    }

    Snapshots.Snapshot make(String id, Clusters.Cluster cluster, Call call) {
        var checked = Identifiers.checked("DBClusterSnapshotIdentifier", id, 255);
        if (!cluster.status.equals("available")) {
            throw Errors.clusterState(
                    "Cluster " + cluster.name + " is not in available state: " + cluster.status);
        }
        if (snapshots.find(call.account(), call.region(), checked).isPresent()) {
            throw new AwsError(
                    400,
                    "DBClusterSnapshotAlreadyExistsFault",
                    "Cannot create the cluster snapshot because one with the identifier "
                            + checked
                            + " already exists.");
        }
        if (manual(call) >= MOST_MANUAL) {
            throw new AwsError(
                    400,
                    "SnapshotQuotaExceeded",
                    "Cannot create more than " + MOST_MANUAL + " manual snapshots");
        }
        var snapshot = snapshot(checked, cluster);
        snapshot.clusterCreatedAt = cluster.createdAt;
        snapshots.put(snapshot);
        var minutes = chance.between(3, 15, "snapshot", snapshot.arn());
        time.after(Duration.ofMinutes(minutes), "end of " + snapshot.arn(), () -> finish(snapshot));
        return snapshot;
    }

    private long manual(Call call) {
        return snapshots.in(call.account(), call.region()).stream()
                .filter(snapshot -> !snapshot.byAwsBackup() && !snapshot.automated())
                .count();
    }

    private Snapshots.Snapshot snapshot(String id, Clusters.Cluster cluster) {
        var now = time.instant();
        return new Snapshots.Snapshot(
                cluster.account,
                cluster.region,
                id,
                cluster.arn(),
                cluster.resourceId,
                cluster.engine,
                cluster.engineVersion,
                cluster.encryption,
                cluster.keyArn,
                now,
                cluster.sizeBytesAt(now));
    }

    private static void finish(Snapshots.Snapshot snapshot) {
        snapshot.status = "available";
        snapshot.percentProgress = 100;
    }
}
