package secondbackup.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;

/// How a new cluster comes about: at once in the list, available some minutes later, without an instance.
///
/// Source: Amazon RDS API model, CreateDBClusterMessage, 2026-11-22.
final class ClusterMaking {
    private static final long MINUTES_MOST = 10;

    /// Since then every new Aurora cluster is encrypted, with an AWS owned key where none is named.
    /// Source: Aurora User Guide, "Encrypting Amazon Aurora resources", read 2026-11-22.
    private static final Instant DEFAULT_ENCRYPTION = Instant.parse("2026-02-18T00:00:00Z");

    /// @param by who wants it
    record Place(Principal by, String account, String region) {}

    /// @param keyArn empty unless it is encrypted with a key of AWS KMS
    record Protection(Clusters.Encryption encryption, String keyArn) {}

    private final Clusters clusters;
    private final LentKeys keys;
    private final Chance chance;
    private final SimulatedTime time;

    ClusterMaking(Clusters clusters, Keys keys, Chance chance, SimulatedTime time) {
        this.clusters = clusters;
        this.keys = new LentKeys(keys);
        this.chance = chance;
        this.time = time;
    }

    /// A name that is free.
    ///
    /// Fails: AwsError where it is no name or taken, or the Region is full.
    String free(String asked, Place place) {
        var name = Identifiers.checked("DBClusterIdentifier", asked, 63);
        if (clusters.find(place.account(), place.region(), name).isPresent()) {
            throw new AwsError(400, "DBClusterAlreadyExistsFault", "DB Cluster already exists");
        }
        var quota = clusters.quota(place.account(), place.region());
        if (clusters.in(place.account(), place.region()).size() >= quota) {
            throw new AwsError(
                    403,
                    "DBClusterQuotaExceededFault",
                    "DB Cluster quota exceeded in this region.");
        }
        return name;
    }

    /// Under a key that has a name.
    ///
    /// Fails: AwsError `KMSKeyNotAccessibleFault`.
    ///
    /// @param named key ARN, key id, or alias
    Protection under(String named, Place place) {
        return new Protection(Clusters.Encryption.SSE_KMS, keys.arn(named, place));
    }

    /// How a new cluster is encrypted for which nobody asked for anything.
    Clusters.Encryption usual(String engine) {
        return engine.startsWith("aurora") && !time.instant().isBefore(DEFAULT_ENCRYPTION)
                ? Clusters.Encryption.SSE_RDS
                : Clusters.Encryption.NONE;
    }

    /// @param name free
    Clusters.Cluster make(
            String name, String engine, String version, Protection protection, Place place) {
        var cluster =
                new Clusters.Cluster(
                        place.account(),
                        place.region(),
                        name,
                        resourceId(place, name),
                        engine,
                        version,
                        protection.encryption(),
                        protection.keyArn(),
                        time.instant());
        cluster.instances = 0;
        cluster.status = "creating";
        var minutes = chance.between(2, MINUTES_MOST, "creation", cluster.arn(), time.instant());
        time.after(
                Duration.ofMinutes(minutes),
                "cluster " + cluster.arn() + " is there",
                () -> cluster.status = "available");
        clusters.put(cluster);
        return cluster;
    }

    /// A cluster made anew under an old name gets another resource id.
    private String resourceId(Place place, String name) {
        var key = chance.hex(26, "cluster", place.account(), place.region(), name, time.instant());
        return "cluster-" + key.toUpperCase(Locale.ROOT);
    }
}
