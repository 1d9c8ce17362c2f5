package secondbackup.simulation.rds;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.physics.Switches;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.StorageEncryptionType;
import software.amazon.awssdk.services.rds.model.Tag;

/// How clusters look through the RDS API.
///
/// Source: Amazon RDS API model, DBCluster, 2026-11-22.
record ClusterView(Switches switches) {

    DBCluster of(Clusters.Cluster cluster) {
        return DBCluster.builder()
                .dbClusterIdentifier(cluster.name)
                .dbClusterArn(cluster.arn())
                .dbClusterResourceId(cluster.resourceId)
                .status(cluster.status)
                .engine(cluster.engine)
                .engineVersion(cluster.engineVersion)
                .engineMode(cluster.engineMode)
                .clusterCreateTime(cluster.createdAt)
                .allocatedStorage(1)
                .backupRetentionPeriod(cluster.backupRetentionDays)
                .deletionProtection(cluster.deletionProtection)
                .storageEncrypted(showsEncrypted(cluster.encryption))
                .storageEncryptionType(type(cluster.encryption))
                .kmsKeyId(orNull(cluster.keyArn))
                .cloneGroupId(orNull(cluster.cloneGroup))
                .crossAccountClone(false)
                .globalClusterIdentifier(orNull(cluster.globalCluster))
                .copyTagsToSnapshot(false)
                .dbClusterMembers(members(cluster))
                .tagList(tags(cluster.tags))
                .build();
    }

    private static List<DBClusterMember> members(Clusters.Cluster cluster) {
        return IntStream.rangeClosed(1, cluster.instances)
                .mapToObj(number ->
                        DBClusterMember.builder()
                                .dbInstanceIdentifier(cluster.name + "-" + number)
                                .isClusterWriter(number == 1 && !cluster.secondary)
                                .promotionTier(1)
                                .build())
                .toList();
    }

    /// `StorageEncrypted`, which may or may not know Aurora's default encryption.
    boolean showsEncrypted(Clusters.Encryption encryption) {
        return switch (encryption) {
            case NONE -> false;
            case SSE_RDS -> switches.defaultEncryptionShowsEncrypted();
            case SSE_KMS -> true;
        };
    }

    static StorageEncryptionType type(Clusters.Encryption encryption) {
        return switch (encryption) {
            case NONE -> StorageEncryptionType.NONE;
            case SSE_RDS -> StorageEncryptionType.SSE_RDS;
            case SSE_KMS -> StorageEncryptionType.SSE_KMS;
        };
    }

    static List<Tag> tags(SequencedMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
