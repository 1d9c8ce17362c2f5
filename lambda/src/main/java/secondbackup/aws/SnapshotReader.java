package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.Filter;

/// Reads the cluster snapshots of one Region. No type is asked for: how RDS labels those of AWS Backup is not
/// documented for clusters, and the listing without a type leaves out none of the account's own.
///
/// Source: Amazon RDS API, `DescribeDBClusterSnapshots` (the filter `db-cluster-snapshot-id`; pages of at most 100),
/// read 2026-11-27.
final class SnapshotReader {
    private static final String RESOURCE = "cluster-snapshot:";
    private static final int PAGE = 100;

    private final RegionalSession session;

    SnapshotReader(RegionalSession session) {
        this.session = session;
    }

    SortedMap<Arn, DBClusterSnapshot> read() {
        return byArn(listed());
    }

    /// Some of them.
    SortedMap<Arn, DBClusterSnapshot> read(List<Arn> snapshots) {
        var names =
                snapshots.stream()
                        .filter(arn -> arn.resource().startsWith(RESOURCE))
                        .map(arn -> arn.resource().substring(RESOURCE.length()))
                        .toList();
        return byArn(
                IntStream.iterate(0, from -> from < names.size(), from -> from + PAGE)
                        .mapToObj(from -> names.subList(from, Math.min(from + PAGE, names.size())))
                        .flatMap(this::named));
    }

    private static SortedMap<Arn, DBClusterSnapshot> byArn(Stream<DBClusterSnapshot> listed) {
        var snapshots = new TreeMap<Arn, DBClusterSnapshot>();
        listed.forEach(snapshot ->
                snapshots.put(
                        new Arn(
                                required(
                                        snapshot.dbClusterSnapshotArn(),
                                        "DBClusterSnapshot.DBClusterSnapshotArn")),
                        snapshot));
        return snapshots;
    }

    /// How many are being copied.
    int copying() {
        return Math.toIntExact(listed().filter(SnapshotReader::copying).count());
    }

    static boolean copying(DBClusterSnapshot snapshot) {
        return "copying".equals(snapshot.status());
    }

    private Stream<DBClusterSnapshot> listed() {
        return listed(_ -> {});
    }

    private Stream<DBClusterSnapshot> named(List<String> names) {
        var named = Filter.builder().name("db-cluster-snapshot-id").values(names).build();
        return listed(request -> request.filters(named));
    }

    private Stream<DBClusterSnapshot> listed(
            Consumer<DescribeDbClusterSnapshotsRequest.Builder> meant) {
        return session
                .rds()
                .describeDBClusterSnapshotsPaginator(request -> {
                    request.overrideConfiguration(session.rights());
                    meant.accept(request);
                })
                .stream()
                .flatMap(page -> page.dbClusterSnapshots().stream());
    }
}
