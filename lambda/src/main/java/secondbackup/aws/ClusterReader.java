package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.OtherCluster;
import software.amazon.awssdk.services.rds.model.DBCluster;

/// Reads the Aurora clusters of one Region. RDS lists Multi-AZ clusters, Neptune and DocumentDB with them.
///
/// Source: Amazon RDS API, `DescribeDBClusters` and `DBCluster`, read 2026-11-22.
final class ClusterReader {
    private final RegionalSession session;
    private final Instant now;

    ClusterReader(RegionalSession session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /// What was listed.
    ///
    /// @param others what RDS lists with them and is no Aurora
    record Clusters(List<Cluster> aurora, List<OtherCluster> others) {}

    Clusters read() {
        var aurora = new ArrayList<Cluster>();
        var others = new ArrayList<OtherCluster>();
        session
                .rds()
                .describeDBClustersPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.dbClusters().stream())
                .forEach(cluster -> {
                    if (required(cluster.engine(), "DBCluster.Engine").startsWith("aurora")) {
                        aurora.add(cluster(cluster));
                    } else {
                        others.add(other(cluster));
                    }
                });
        return new Clusters(aurora, others);
    }

    private OtherCluster other(DBCluster cluster) {
        return new OtherCluster(
                session.account(),
                session.region(),
                new Arn(required(cluster.dbClusterArn(), "DBCluster.DBClusterArn")),
                cluster.engine());
    }

    private Cluster cluster(DBCluster cluster) {
        var status = orEmpty(cluster.status());
        return new Cluster(
                new ClusterId(
                        session.account(),
                        session.region(),
                        new Arn(required(cluster.dbClusterArn(), "DBCluster.DBClusterArn")),
                        required(cluster.dbClusterResourceId(), "DBCluster.DbClusterResourceId")),
                cluster.engine(),
                orEmpty(cluster.engineVersion()),
                status,
                createdAt(cluster, status),
                encryption(cluster),
                tags(cluster),
                OptionalLong.empty());
    }

    /// A cluster that is still being made may have no birth yet: it is being born.
    private Instant createdAt(DBCluster cluster, String status) {
        @Nullable Instant createdAt = cluster.clusterCreateTime();
        return createdAt == null && status.equals("creating")
                ? now
                : required(createdAt, "DBCluster.ClusterCreateTime");
    }

    /// The older pair of fields does not tell of Aurora's default encryption, so it only counts where the
    /// newer field is missing.
    private static Encryption encryption(DBCluster cluster) {
        @Nullable String type = cluster.storageEncryptionTypeAsString();
        if (type == null) {
            return Boolean.TRUE.equals(cluster.storageEncrypted())
                    ? kms(cluster)
                    : new Encryption.None();
        }
        return switch (type) {
            case "none" -> new Encryption.None();
            case "sse-rds" -> new Encryption.ServiceOwned();
            case "sse-kms" -> kms(cluster);
            default -> new Encryption.Unknown(type);
        };
    }

    private static Encryption kms(DBCluster cluster) {
        return new Encryption.Kms(new Arn(required(cluster.kmsKeyId(), "DBCluster.KmsKeyId")));
    }

    private static SortedMap<String, String> tags(DBCluster cluster) {
        var tags = new TreeMap<String, String>();
        cluster.tagList()
                .forEach(tag -> tags.put(required(tag.key(), "Tag.Key"), orEmpty(tag.value())));
        return tags;
    }
}
