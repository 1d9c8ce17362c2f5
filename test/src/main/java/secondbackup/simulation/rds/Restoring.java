package secondbackup.simulation.rds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.rds.ClusterMaking.Place;
import secondbackup.simulation.rds.ClusterMaking.Protection;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.AwsError;

/// Makes a new cluster of what a snapshot or another cluster holds, for Amazon RDS and for AWS Backup.
///
/// Source: Amazon RDS API model, RestoreDBClusterFromSnapshotMessage (`KmsKeyId`, `Engine`) and
/// RestoreDBClusterToPointInTimeMessage (`KmsKeyId`: of a cluster that is not encrypted it is rejected, not in which
/// words); Aurora User Guide, "Restoring from a DB cluster snapshot" (the source's engine version where it is available),
/// "Encrypting Amazon Aurora resources" (a snapshot that is not encrypted can be restored under a key, and without one is
/// encrypted as a new cluster is; a clone stays as it was); read 2026-11-27.
public final class Restoring {
    /// What the new cluster shall be.
    ///
    /// @param by who wants it: their rights on keys decide
    /// @param version empty for the source's, or where that one is gone, the engine's usual one
    /// @param key empty for the source's
    public record Wish(
            Principal by,
            String account,
            String region,
            String name,
            String engine,
            String version,
            String key) {}

    private final ClusterMaking making;
    private final EngineVersions versions;

    public Restoring(
            Clusters clusters,
            Keys keys,
            EngineVersions versions,
            Chance chance,
            SimulatedTime time) {
        this.making = new ClusterMaking(clusters, keys, chance, time);
        this.versions = versions;
    }

    /// Fails: AwsError as RDS refuses it.
    public Cluster of(Snapshot snapshot, Wish wish) {
        if (!snapshot.status.equals("available")) {
            throw Errors.snapshotState(
                    "The snapshot "
                            + snapshot.id
                            + " is not in available state: "
                            + snapshot.status);
        }
        var encryption = encrypted(snapshot.encryption, snapshot.engine);
        var source = new Source(snapshot.engine, snapshot.engineVersion, encryption);
        var restored = restore(source, snapshot.keyArn, wish);
        restored.sizeBytes = snapshot.sizeBytes;
        return restored;
    }

    private Encryption encrypted(Encryption source, String engine) {
        return source == Encryption.NONE ? making.usual(engine) : source;
    }

    /// What a cluster was at a moment.
    ///
    /// Fails: AwsError as RDS refuses it.
    Cluster of(Cluster cluster, Instant moment, Wish wish) {
        return restore(cluster, encrypted(cluster.encryption, cluster.engine), moment, wish);
    }

    /// A second cluster on the volume of the first.
    ///
    /// Fails: AwsError as RDS refuses it.
    Cluster cloneOf(Cluster cluster, Instant now, Wish wish) {
        return restore(cluster, cluster.encryption, now, wish);
    }

    private Cluster restore(Cluster cluster, Encryption encryption, Instant moment, Wish wish) {
        if (cluster.encryption == Encryption.NONE && !wish.key().isEmpty()) {
            throw Errors.invalidCombination(
                    "KmsKeyId cannot be specified for a DB cluster that is not encrypted");
        }
        var source = new Source(cluster.engine, cluster.engineVersion, encryption);
        var restored = restore(source, cluster.keyArn, wish);
        restored.sizeBytes = cluster.sizeBytesAt(moment);
        return restored;
    }

    private record Source(String engine, String version, Encryption encryption) {}

    private Cluster restore(Source source, String keyArn, Wish wish) {
        var place = new Place(wish.by(), wish.account(), wish.region());
        var name = making.free(wish.name(), place);
        if (!wish.engine().equals(source.engine())) {
            // That it must fit is documented, not in which words another one is refused.
            throw Errors.invalidCombination(
                    "The engine "
                            + wish.engine()
                            + " is not compatible with the source's engine "
                            + source.engine());
        }
        var version = version(source, wish);
        return making.make(
                name, wish.engine(), version, protection(source, keyArn, wish.key(), place), place);
    }

    private String version(Source source, Wish wish) {
        return versions.creatable(
                wish.engine(),
                wish.version().isEmpty() ? usual(source, wish) : wish.version(),
                wish.region());
    }

    private @Nullable String usual(Source source, Wish wish) {
        try {
            return versions.creatable(wish.engine(), source.version(), wish.region());
        } catch (AwsError _) {
            return null;
        }
    }

    private Protection protection(Source source, String keyArn, String named, Place place) {
        if (source.encryption() == Encryption.SSE_KMS && !keyArn.isEmpty()) {
            var same = making.under(keyArn, place);
            return named.isEmpty() ? same : making.under(named, place);
        }
        return named.isEmpty()
                ? new Protection(source.encryption(), "")
                : making.under(named, place);
    }
}
