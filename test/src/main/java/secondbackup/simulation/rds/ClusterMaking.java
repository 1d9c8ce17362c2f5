package secondbackup.simulation.rds;

import java.time.Duration;
import java.util.List;
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
    /// Source: Aurora User Guide, "Quotas and constraints for Amazon Aurora", read 2026-11-22.
    private static final int MOST_CLUSTERS = 40;

    private static final long MINUTES_MOST = 10;
    private static final List<String> LENDING = List.of("kms:DescribeKey", "kms:CreateGrant");

    /// @param by who wants it
    record Place(Principal by, String account, String region) {}

    /// @param keyArn empty unless it is encrypted with a key of AWS KMS
    record Protection(Clusters.Encryption encryption, String keyArn) {}

    private final Clusters clusters;
    private final Keys keys;
    private final Chance chance;
    private final SimulatedTime time;

    ClusterMaking(Clusters clusters, Keys keys, Chance chance, SimulatedTime time) {
        this.clusters = clusters;
        this.keys = keys;
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
        if (clusters.in(place.account(), place.region()).size() >= MOST_CLUSTERS) {
            throw new AwsError(
                    403,
                    "DBClusterQuotaExceededFault",
                    "DB Cluster quota exceeded in this region.");
        }
        return name;
    }

    /// Under a key that has a name.
    ///
    /// Source: Aurora User Guide, "Encrypting Amazon Aurora resources", rights on the key: DescribeKey and
    /// CreateGrant, read 2026-11-22.
    ///
    /// Fails: AwsError `KMSKeyNotAccessibleFault`.
    ///
    /// @param named key ARN, key id, or alias
    Protection under(String named, Place place) {
        var arn =
                named.startsWith("alias/")
                        ? keys.byAlias(
                                        place.account(),
                                        place.region(),
                                        named.substring("alias/".length()))
                                .map(Keys.Key::arn)
                                .orElse(named)
                        : keyArn(named, place);
        var via = "rds." + place.region() + ".amazonaws.com";
        if (!keys.use(place.by(), arn, LENDING, via).allowed()) {
            throw Errors.keyNotAccessible(named);
        }
        return new Protection(Clusters.Encryption.SSE_KMS, arn);
    }

    private static String keyArn(String named, Place place) {
        return named.startsWith("arn:")
                ? named
                : "arn:aws:kms:" + place.region() + ":" + place.account() + ":key/" + named;
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
