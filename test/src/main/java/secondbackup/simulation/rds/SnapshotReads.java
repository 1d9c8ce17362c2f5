package secondbackup.simulation.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

/// Listing cluster snapshots.
///
/// Source: Amazon RDS API model, DescribeDBClusterSnapshots and DescribeDBClusterSnapshotsMessage,
/// 2026-11-22.
final class SnapshotReads {
    private final Snapshots snapshots;
    private final Switches switches;
    private final SnapshotView view;
    private final Filters<Snapshots.Snapshot> filters;

    SnapshotReads(Snapshots snapshots, Switches switches) {
        this.snapshots = snapshots;
        this.switches = switches;
        this.view = new SnapshotView(switches, new ClusterView(switches));
        this.filters = new Filters<>(knownFilters());
    }

    void register(Operations operations) {
        operations.on(
                DescribeDbClusterSnapshotsRequest.class, SnapshotReads::rights, this::describe);
    }

    /// Source: Service Authorization Reference, "Amazon RDS", DescribeDBClusterSnapshots: resource types
    /// `cluster` and `cluster-snapshot`, read 2026-11-22.
    private static List<AccessRequest> rights(
            DescribeDbClusterSnapshotsRequest request, Call call) {
        var action = "rds:DescribeDBClusterSnapshots";
        var rights = new ArrayList<AccessRequest>();
        var snapshot = request.dbClusterSnapshotIdentifier();
        rights.add(
                AccessRequest.of(
                        action,
                        Identifiers.arn(
                                call, "cluster-snapshot", snapshot == null ? "*" : snapshot)));
        var cluster = request.dbClusterIdentifier();
        if (cluster != null) {
            rights.add(AccessRequest.of(action, Identifiers.arn(call, "cluster", cluster)));
        }
        return rights;
    }

    private DescribeDbClusterSnapshotsResponse describe(
            DescribeDbClusterSnapshotsRequest request, Call call) {
        if (request.dbClusterIdentifier() != null
                && request.dbClusterSnapshotIdentifier() != null) {
            throw Errors.invalidCombination(
                    "DBClusterIdentifier and DBClusterSnapshotIdentifier"
                            + " cannot be used together.");
        }
        var page =
                Page.of(
                        filters.apply(request.filters(), chosen(request, call)),
                        Snapshots.Snapshot::arn,
                        request.maxRecords(),
                        request.marker());
        return DescribeDbClusterSnapshotsResponse.builder()
                .dbClusterSnapshots(page.items().stream().map(view::of).toList())
                .marker(page.marker())
                .build();
    }

    private List<Snapshots.Snapshot> chosen(DescribeDbClusterSnapshotsRequest request, Call call) {
        var visible = visible(request, call);
        var id = request.dbClusterSnapshotIdentifier();
        if (id != null) {
            var arn = Identifiers.arn(call, "cluster-snapshot", id);
            visible.removeIf(snapshot -> !snapshot.arn().equals(arn));
            if (visible.isEmpty()) {
                throw Errors.noSnapshot(id);
            }
        }
        var cluster = request.dbClusterIdentifier();
        if (cluster != null) {
            visible.removeIf(snapshot -> !isOf(snapshot, cluster));
        }
        var resource = request.dbClusterResourceId();
        if (resource != null) {
            visible.removeIf(snapshot -> !snapshot.clusterResourceId.equals(resource));
        }
        return visible;
    }

    /// Without a type: the account's own, and more where the request includes them.
    private List<Snapshots.Snapshot> visible(DescribeDbClusterSnapshotsRequest request, Call call) {
        var type = request.snapshotType();
        var includesShared = Boolean.TRUE.equals(request.includeShared()) || "shared".equals(type);
        var includesPublic = Boolean.TRUE.equals(request.includePublic()) || "public".equals(type);
        check(type);
        var visible = new ArrayList<Snapshots.Snapshot>();
        var candidates =
                includesShared || includesPublic
                        ? snapshots.in(call.region())
                        : snapshots.in(call.account(), call.region());
        for (var snapshot : candidates) {
            var own = snapshot.account.equals(call.account());
            var fits =
                    own
                            ? type == null
                                    || type.equals(view.type(snapshot))
                                    || isSharedType(type, snapshot)
                            : (includesShared && snapshot.sharedWith.contains(call.account()))
                                    || (includesPublic && snapshot.sharedWith.contains("all"));
            if (fits) {
                visible.add(snapshot);
            }
        }
        return visible;
    }

    private static boolean isSharedType(String type, Snapshots.Snapshot snapshot) {
        return type.equals("public") && snapshot.sharedWith.contains("all");
    }

    private void check(@Nullable String type) {
        var known = new ArrayList<>(List.of("automated", "manual", "shared", "public"));
        if (switches.snapshotTypeIsAwsBackup()) {
            known.add("awsbackup");
        }
        if (type != null && !known.contains(type)) {
            throw Errors.invalidValue("Invalid snapshot type: " + type);
        }
    }

    private static boolean isOf(Snapshots.Snapshot snapshot, String nameOrArn) {
        return snapshot.clusterName().equals(nameOrArn.toLowerCase(Locale.ROOT))
                || snapshot.clusterArn.equals(nameOrArn);
    }

    private SequencedMap<String, BiPredicate<Snapshots.Snapshot, String>> knownFilters() {
        var known = new TreeMap<String, BiPredicate<Snapshots.Snapshot, String>>();
        known.put("db-cluster-id", SnapshotReads::isOf);
        known.put("db-cluster-snapshot-id", (snapshot, value) -> snapshot.id.equals(value));
        known.put("snapshot-type", (snapshot, value) -> view.type(snapshot).equals(value));
        known.put("engine", (snapshot, value) -> snapshot.engine.equals(value));
        return known;
    }
}
