package secondbackup.simulation.rds;

import java.time.Duration;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.rds.ClusterMaking.Place;
import secondbackup.simulation.rds.ClusterMaking.Protection;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;

/// Snapshots are copied by hand, within a Region or to the Region of the call. The caller's own, and those that are
/// shared with the caller's account.
///
/// Source: Amazon RDS API model, CopyDBClusterSnapshot; Aurora User Guide, "DB cluster snapshot copying" (a copy is
/// encrypted if its source is) and "Copying an encrypted DB cluster snapshot by using the AWS CLI or Amazon RDS API" (called
/// in the Region to which it is copied, with a key of that Region), read 2026-11-27; Amazon RDS API model,
/// CopyDBClusterSnapshotMessage.KmsKeyId (must be named for an encrypted snapshot that another account shares), read
/// 2026-11-27. With which fault it is refused, the model does not say.
final class SnapshotCopying {
    private final Snapshots snapshots;
    private final ClusterMaking making;
    private final SnapshotView view;
    private final Chance chance;
    private final SimulatedTime time;

    SnapshotCopying(
            Snapshots snapshots,
            ClusterMaking making,
            SnapshotView view,
            Chance chance,
            SimulatedTime time) {
        this.snapshots = snapshots;
        this.making = making;
        this.view = view;
        this.chance = chance;
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(
                CopyDbClusterSnapshotRequest.class,
                (asked, call) ->
                        List.of(
                                right(asked.sourceDBClusterSnapshotIdentifier(), call),
                                right(asked.targetDBClusterSnapshotIdentifier(), call)),
                this::copy);
    }

    private static AccessRequest right(String snapshot, Call call) {
        return AccessRequest.of(
                "rds:CopyDBClusterSnapshot", Identifiers.arn(call, "cluster-snapshot", snapshot));
    }

    private CopyDbClusterSnapshotResponse copy(CopyDbClusterSnapshotRequest asked, Call call) {
        var source = source(asked.sourceDBClusterSnapshotIdentifier(), call);
        var id =
                Identifiers.checked(
                        "TargetDBClusterSnapshotIdentifier",
                        asked.targetDBClusterSnapshotIdentifier(),
                        255);
        if (snapshots.find(call.account(), call.region(), id).isPresent()) {
            throw new AwsError(
                    400,
                    "DBClusterSnapshotAlreadyExistsFault",
                    "Cannot create the cluster snapshot because one with the identifier "
                            + id
                            + " already exists.");
        }
        var key = asked.kmsKeyId() == null ? "" : asked.kmsKeyId();
        var copy = copied(source, id, protection(source, key, call), call);
        snapshots.put(copy);
        var minutes = chance.between(3, 60, "copy", copy.arn());
        time.after(Duration.ofMinutes(minutes), "end of " + copy.arn(), () -> finish(copy));
        return CopyDbClusterSnapshotResponse.builder().dbClusterSnapshot(view.of(copy)).build();
    }

    private Snapshot source(String named, Call call) {
        var found =
                snapshots
                        .find(call.account(), call.region(), named)
                        .filter(each ->
                                each.account.equals(call.account())
                                        || each.sharedWith.contains(call.account()))
                        .orElseThrow(() -> Errors.noSnapshot(named));
        if (!found.status.equals("available")) {
            throw Errors.snapshotState(
                    "The snapshot " + found.id + " is not in available state: " + found.status);
        }
        return found;
    }

    private Protection protection(Snapshot source, String key, Call call) {
        if (source.encryption != Encryption.SSE_KMS) {
            return new Protection(source.encryption, "");
        }
        var same =
                making.under(
                        source.keyArn, new Place(call.caller(), call.account(), source.region));
        if (!key.isEmpty()) {
            return making.under(key, new Place(call.caller(), call.account(), call.region()));
        }
        if (!source.account.equals(call.account())) {
            throw Errors.invalidCombination(
                    "KmsKeyId is required when an encrypted snapshot is copied that another account"
                            + " shares.");
        }
        if (!source.region.equals(call.region())) {
            throw Errors.invalidCombination(
                    "KmsKeyId is required when an encrypted snapshot is copied to another Region.");
        }
        return same;
    }

    private Snapshot copied(Snapshot source, String id, Protection protection, Call call) {
        var copy =
                new Snapshot(
                        call.account(),
                        call.region(),
                        id,
                        source.clusterArn,
                        source.clusterResourceId,
                        source.engine,
                        source.engineVersion,
                        protection.encryption(),
                        protection.keyArn(),
                        time.instant(),
                        source.sizeBytes);
        copy.sourceArn = source.arn();
        copy.clusterCreatedAt = source.clusterCreatedAt;
        copy.status = "copying";
        return copy;
    }

    private static void finish(Snapshot copy) {
        copy.status = "available";
        copy.percentProgress = 100;
    }
}
