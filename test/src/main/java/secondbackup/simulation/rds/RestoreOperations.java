package secondbackup.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Restoring.Wish;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeResponse;

/// Making a cluster of a snapshot, or of what another cluster was at a moment.
///
/// Source: Amazon RDS API model, RestoreDBClusterFromSnapshot and RestoreDBClusterToPointInTime; Aurora User Guide,
/// "Restoring from a DB cluster snapshot"; Service Authorization Reference, "Amazon RDS" (resource types `cluster` and
/// `cluster-snapshot`); read 2026-11-27.
final class RestoreOperations {
    private static final String FROM_SNAPSHOT = "rds:RestoreDBClusterFromSnapshot";
    private static final String TO_POINT_IN_TIME = "rds:RestoreDBClusterToPointInTime";

    /// Source: Aurora User Guide, "Restoring a DB cluster to a specified time" (within the last 5 minutes), read
    /// 2026-11-27.
    private static final Duration LATEST_LAG = Duration.ofMinutes(5);

    private final Clusters clusters;
    private final Snapshots snapshots;
    private final Restoring restoring;
    private final ClusterView view;
    private final SimulatedTime time;

    RestoreOperations(
            Clusters clusters,
            Snapshots snapshots,
            Restoring restoring,
            Switches switches,
            SimulatedTime time) {
        this.clusters = clusters;
        this.snapshots = snapshots;
        this.restoring = restoring;
        this.view = new ClusterView(switches);
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(
                RestoreDbClusterFromSnapshotRequest.class,
                (asked, call) ->
                        List.of(
                                made(FROM_SNAPSHOT, asked.dbClusterIdentifier(), call),
                                SnapshotWrites.right(
                                        snapshots,
                                        FROM_SNAPSHOT,
                                        asked.snapshotIdentifier(),
                                        call)),
                this::fromSnapshot);
        operations.on(
                RestoreDbClusterToPointInTimeRequest.class,
                (asked, call) ->
                        List.of(
                                made(TO_POINT_IN_TIME, asked.dbClusterIdentifier(), call),
                                made(TO_POINT_IN_TIME, source(asked), call)),
                this::toPointInTime);
    }

    private static AccessRequest made(String action, String name, Call call) {
        return AccessRequest.of(action, Identifiers.arn(call, "cluster", name));
    }

    private RestoreDbClusterFromSnapshotResponse fromSnapshot(
            RestoreDbClusterFromSnapshotRequest asked, Call call) {
        var id = asked.snapshotIdentifier();
        var snapshot =
                snapshots
                        .find(call.account(), call.region(), id)
                        .filter(found -> visible(found, call))
                        .orElseThrow(() -> Errors.noSnapshot(id));
        var wish =
                wish(
                        call,
                        asked.dbClusterIdentifier(),
                        asked.engine(),
                        asked.engineVersion(),
                        asked.kmsKeyId());
        var restored = restoring.of(snapshot, wish);
        restored.deletionProtection = Boolean.TRUE.equals(asked.deletionProtection());
        asked.tags().forEach(tag -> restored.tags.put(tag.key(), tag.value()));
        return RestoreDbClusterFromSnapshotResponse.builder().dbCluster(view.of(restored)).build();
    }

    /// Of other accounts, only what they share.
    private static boolean visible(Snapshot snapshot, Call call) {
        return snapshot.region.equals(call.region())
                && (snapshot.account.equals(call.account())
                        || snapshot.sharedWith.contains(call.account())
                        || snapshot.sharedWith.contains("all"));
    }

    private RestoreDbClusterToPointInTimeResponse toPointInTime(
            RestoreDbClusterToPointInTimeRequest asked, Call call) {
        var name = source(asked);
        var source =
                clusters.find(call.account(), call.region(), name)
                        .orElseThrow(() -> Errors.noCluster(name));
        checkMoment(asked, source);
        var wish = wish(call, asked.dbClusterIdentifier(), source.engine, null, asked.kmsKeyId());
        var restored = restored(source, asked, wish);
        restored.deletionProtection = Boolean.TRUE.equals(asked.deletionProtection());
        asked.tags().forEach(tag -> restored.tags.put(tag.key(), tag.value()));
        return RestoreDbClusterToPointInTimeResponse.builder().dbCluster(view.of(restored)).build();
    }

    private Cluster restored(
            Cluster source, RestoreDbClusterToPointInTimeRequest asked, Wish wish) {
        var now = time.instant();
        if (clones(asked)) {
            return restoring.cloneOf(source, now, wish);
        }
        return restoring.of(
                source,
                Objects.requireNonNullElseGet(asked.restoreToTime(), () -> now.minus(LATEST_LAG)),
                wish);
    }

    private static boolean clones(RestoreDbClusterToPointInTimeRequest asked) {
        return "copy-on-write".equals(asked.restoreType());
    }

    private static String source(RestoreDbClusterToPointInTimeRequest asked) {
        return text(asked.sourceDBClusterIdentifier());
    }

    private void checkMoment(RestoreDbClusterToPointInTimeRequest asked, Cluster source) {
        var moment = asked.restoreToTime();
        var latest = Boolean.TRUE.equals(asked.useLatestRestorableTime());
        var clone = clones(asked);
        if (moment == null && !latest) {
            throw Errors.invalidCombination(
                    "Either RestoreToTime or UseLatestRestorableTime must be specified.");
        }
        if (moment != null && (latest || clone)) {
            throw Errors.invalidCombination(
                    "RestoreToTime cannot be specified with UseLatestRestorableTime or a"
                            + " RestoreType of copy-on-write.");
        }
        if (moment != null && !restorable(moment, source)) {
            throw Errors.notRestorable(moment);
        }
    }

    private boolean restorable(Instant moment, Cluster source) {
        var kept = time.instant().minus(Duration.ofDays(source.backupRetentionDays));
        var earliest = source.createdAt.isAfter(kept) ? source.createdAt : kept;
        return !moment.isBefore(earliest) && !moment.isAfter(time.instant().minus(LATEST_LAG));
    }

    private static Wish wish(
            Call call, String name, String engine, @Nullable String version, @Nullable String key) {
        return new Wish(
                call.caller(),
                call.account(),
                call.region(),
                text(name),
                text(engine),
                text(version),
                text(key));
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
