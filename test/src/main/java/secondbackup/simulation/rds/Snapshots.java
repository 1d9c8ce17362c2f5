package secondbackup.simulation.rds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The cluster snapshots of all accounts and Regions.
public final class Snapshots {
    /// One snapshot.
    public static final class Snapshot {
        public final String account;
        public final String region;

        /// Such as `awsbackup:job-<uuid>` or `awsbackup:copyjob-<uuid>`.
        public final String id;

        public final String clusterArn;

        /// `DbClusterResourceId` of the cluster it was taken of, or empty.
        public final String clusterResourceId;

        public final String engine;
        public final String engineVersion;
        public final Clusters.Encryption encryption;

        /// ARN of the key, or empty.
        public final String keyArn;

        /// When the snapshot was made in this place; a copy's own moment for a copy.
        public final Instant createdAt;

        public final long sizeBytes;

        private final String arn;

        /// `creating`, `copying` or `available`.
        public String status = "creating";

        public int percentProgress;

        /// When the cluster was made, where that is known.
        public @Nullable Instant clusterCreatedAt;

        /// Snapshot it was copied from, or empty.
        public String sourceArn = "";

        public final SortedSet<String> sharedWith = new TreeSet<>();
        public final SequencedMap<String, String> tags = new TreeMap<>();

        public Snapshot(
                String account,
                String region,
                String id,
                String clusterArn,
                String clusterResourceId,
                String engine,
                String engineVersion,
                Clusters.Encryption encryption,
                String keyArn,
                Instant createdAt,
                long sizeBytes) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.clusterArn = clusterArn;
            this.clusterResourceId = clusterResourceId;
            this.engine = engine;
            this.engineVersion = engineVersion;
            this.encryption = encryption;
            this.keyArn = keyArn;
            this.createdAt = createdAt;
            this.sizeBytes = sizeBytes;
            this.arn = prefix(region) + account + ":cluster-snapshot:" + id;
        }

        /// Whether AWS Backup made it. Source: Aurora User Guide, "Backing up and restoring an Amazon
        /// Aurora DB cluster", read 2026-11-22.
        public boolean byAwsBackup() {
            return id.startsWith("awsbackup:");
        }

        /// Whether Aurora's own automated backup made it.
        public boolean automated() {
            return id.startsWith("rds:") || id.startsWith("continuous:");
        }

        public String clusterName() {
            return clusterArn.substring(clusterArn.lastIndexOf(':') + 1);
        }

        public String arn() {
            return arn;
        }
    }

    private final TreeMap<String, Snapshot> byArn = new TreeMap<>();
    private SnapshotGuard guard = _ -> false;

    /// AWS Backup's word on which snapshots lie in locked vaults.
    public void guardedBy(SnapshotGuard backup) {
        this.guard = backup;
    }

    boolean locked(Snapshot snapshot) {
        return guard.locked(snapshot.arn());
    }

    public void put(Snapshot snapshot) {
        byArn.put(snapshot.arn(), snapshot);
    }

    public void remove(Snapshot snapshot) {
        byArn.remove(snapshot.arn());
    }

    public Optional<Snapshot> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /// @param idOrArn an ARN also finds a snapshot of another account
    public Optional<Snapshot> find(String account, String region, String idOrArn) {
        return idOrArn.startsWith("arn:")
                ? find(idOrArn)
                : find("arn:aws:rds:" + region + ":" + account + ":cluster-snapshot:" + idOrArn);
    }

    public List<Snapshot> in(String account, String region) {
        return from(prefix(region) + account + ":");
    }

    /// Those of all accounts, by ARN.
    List<Snapshot> in(String region) {
        return from(prefix(region));
    }

    private List<Snapshot> from(String prefix) {
        return List.copyOf(byArn.subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    private static String prefix(String region) {
        return "arn:aws:rds:" + region + ":";
    }

    public List<Snapshot> all() {
        return List.copyOf(byArn.values());
    }
}
