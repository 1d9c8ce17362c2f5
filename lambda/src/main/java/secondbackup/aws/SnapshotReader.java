package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/// Reads the cluster snapshots of one Region. No type is asked for: how RDS labels those of AWS Backup is not
/// documented for clusters, and the listing without a type leaves out none of the account's own.
///
/// Source: Amazon RDS API, `DescribeDBClusterSnapshots`, read 2026-11-22.
final class SnapshotReader {
    private final RegionalSession session;

    SnapshotReader(RegionalSession session) {
        this.session = session;
    }

    SortedMap<Arn, DBClusterSnapshot> read() {
        var snapshots = new TreeMap<Arn, DBClusterSnapshot>();
        listed().forEach(snapshot ->
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
        return session
                .rds()
                .describeDBClusterSnapshotsPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.dbClusterSnapshots().stream());
    }
}
