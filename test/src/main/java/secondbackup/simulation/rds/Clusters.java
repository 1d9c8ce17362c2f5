package secondbackup.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The DB clusters of all accounts and Regions: Aurora, and those that share its API.
public final class Clusters {
    private static final long QUOTA = 40;

    /// How a cluster or snapshot is encrypted (Amazon RDS API, `StorageEncryptionType`).
    public enum Encryption {
        NONE,
        SSE_RDS,
        SSE_KMS
    }

    /// One cluster. What can change in its life is not final.
    public static final class Cluster {
        public final String account;
        public final String region;

        /// `DbClusterResourceId`, such as `cluster-ABCD...`: a new one when a cluster is made anew.
        public final String resourceId;

        public final String engine;
        public final Instant createdAt;
        public final Encryption encryption;

        /// ARN of the key, or empty unless the encryption is [Encryption#SSE_KMS].
        public final String keyArn;

        public String name;
        public String engineVersion;
        public String status = "available";

        /// Bytes at creation, reckoned back from a later size by its growth.
        public long sizeBytes;

        public long growthBytesPerDay;

        /// Bytes that came or went at once, by moment.
        public final SequencedMap<Instant, Long> jumps = new TreeMap<>();

        /// `provisioned`, or `serverless` for the first, retired kind of serverless clusters.
        public String engineMode = "provisioned";

        /// Instances, the first being the writer.
        public int instances = 1;

        public boolean deletionProtection;

        /// Days for which Aurora keeps its own automated backups.
        public int backupRetentionDays = 1;

        /// Members of a global database share it; empty elsewhere.
        public String globalCluster = "";

        /// Whether it is a secondary cluster of its global database.
        public boolean secondary;

        /// Clones and their source share it; empty elsewhere.
        public String cloneGroup = "";

        public final SequencedMap<String, String> tags = new TreeMap<>();

        public Cluster(
                String account,
                String region,
                String name,
                String resourceId,
                String engine,
                String engineVersion,
                Encryption encryption,
                String keyArn,
                Instant createdAt) {
            this.account = account;
            this.region = region;
            this.name = name;
            this.resourceId = resourceId;
            this.engine = engine;
            this.engineVersion = engineVersion;
            this.encryption = encryption;
            this.keyArn = keyArn;
            this.createdAt = createdAt;
        }

        public String arn() {
            return "arn:aws:rds:" + region + ":" + account + ":cluster:" + name;
        }

        public boolean isAurora() {
            return engine.startsWith("aurora");
        }

        /// Size of its volume at a moment.
        public long sizeBytesAt(Instant at) {
            var days = Math.max(0, Duration.between(createdAt, at).toHours() / 24.0);
            var jumped =
                    jumps.entrySet().stream()
                            .filter(jump -> !jump.getKey().isAfter(at))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
            return sizeBytes + (long) (growthBytesPerDay * days) + jumped;
        }
    }

    private final TreeMap<String, Cluster> byArn = new TreeMap<>();
    private final TreeMap<String, Long> quotas = new TreeMap<>();

    /// How many an account may have in a Region, 40 unless AWS has raised it.
    public long quota(String account, String region) {
        return quotas.getOrDefault(account + "/" + region, QUOTA);
    }

    public void raise(String account, String region, long quota) {
        quotas.put(account + "/" + region, quota);
    }

    public void put(Cluster cluster) {
        byArn.put(cluster.arn(), cluster);
    }

    public void remove(Cluster cluster) {
        byArn.remove(cluster.arn());
    }

    public Optional<Cluster> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /// @param nameOrArn not case-sensitive, as in every call of the RDS API
    public Optional<Cluster> find(String account, String region, String nameOrArn) {
        var wanted = nameOrArn.toLowerCase(Locale.ROOT);
        return in(account, region).stream()
                .filter(cluster -> cluster.name.equals(wanted) || cluster.arn().equals(wanted))
                .findFirst();
    }

    /// Gives a cluster another name: its ARN changes, its resource id stays.
    /// Source: Aurora User Guide, "Modifying an Amazon Aurora DB cluster", "New DB cluster identifier",
    /// read 2026-11-22.
    public void rename(Cluster cluster, String name) {
        remove(cluster);
        cluster.name = name;
        put(cluster);
    }

    public List<Cluster> in(String account, String region) {
        return byArn.values().stream()
                .filter(cluster -> cluster.account.equals(account) && cluster.region.equals(region))
                .toList();
    }

    public List<Cluster> all() {
        return List.copyOf(byArn.values());
    }
}
