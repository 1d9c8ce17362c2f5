package secondbackup.simulation.rds;

import secondbackup.simulation.physics.Switches;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/// How cluster snapshots look through the RDS API.
///
/// Source: Amazon RDS API model, DBClusterSnapshot, 2026-11-22.
record SnapshotView(Switches switches, ClusterView clusters) {

    DBClusterSnapshot of(Snapshots.Snapshot snapshot) {
        return DBClusterSnapshot.builder()
                .dbClusterSnapshotIdentifier(snapshot.id)
                .dbClusterSnapshotArn(snapshot.arn())
                .dbClusterIdentifier(snapshot.clusterName())
                .dbClusterResourceId(ClusterView.orNull(snapshot.clusterResourceId))
                .snapshotCreateTime(snapshot.createdAt)
                .snapshotType(type(snapshot))
                .status(snapshot.status)
                .percentProgress(snapshot.percentProgress)
                .clusterCreateTime(snapshot.clusterCreatedAt)
                .engine(snapshot.engine)
                .engineVersion(snapshot.engineVersion)
                .engineMode("provisioned")
                .allocatedStorage((int) (snapshot.sizeBytes >> 30))
                .storageEncrypted(clusters.showsEncrypted(snapshot.encryption))
                .storageEncryptionType(ClusterView.type(snapshot.encryption))
                .kmsKeyId(ClusterView.orNull(snapshot.keyArn))
                .sourceDBClusterSnapshotArn(ClusterView.orNull(snapshot.sourceArn))
                .tagList(ClusterView.tags(snapshot.tags))
                .build();
    }

    /// Source: Amazon RDS API model, DescribeDBSnapshotsMessage names `awsbackup`,
    /// DescribeDBClusterSnapshotsMessage does not, 2026-11-22.
    String type(Snapshots.Snapshot snapshot) {
        if (snapshot.automated()) {
            return "automated";
        }
        return snapshot.byAwsBackup() && switches.snapshotTypeIsAwsBackup()
                ? "awsbackup"
                : "manual";
    }
}
