package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

/// The backup vaults of all accounts and Regions, with the recovery points that lie in them.
public final class Vaults {
    static final Pattern ARN =
            Pattern.compile("arn:aws:backup:[a-z0-9-]+:\\d{12}:backup-vault:[a-zA-Z0-9_-]{2,50}");

    /// Kind of a vault (AWS Backup API, `VaultType`).
    public enum Kind {
        BACKUP_VAULT,
        LOGICALLY_AIR_GAPPED_BACKUP_VAULT
    }

    /// A vault lock. Retention in days, 1 to 36500.
    ///
    /// @param maxRetentionDays null where there is no upper bound
    /// @param lockAt when the lock becomes immutable (compliance); null for governance
    public record Lock(
            @Nullable Long minRetentionDays,
            @Nullable Long maxRetentionDays,
            @Nullable Instant lockAt) {}

    /// One vault.
    public static final class Vault {
        public final String account;
        public final String region;
        public final String name;
        public final Kind kind;
        public final Instant createdAt;

        /// ARN of its key; empty for an AWS owned key.
        public final String keyArn;

        /// JSON, or empty.
        public String accessPolicy = "";

        public @Nullable Lock lock;

        /// `CREATING` or `AVAILABLE`.
        public String state = "AVAILABLE";

        public String creatorRequestId = "";
        public final SequencedMap<String, String> tags = new TreeMap<>();
        public final TreeMap<String, RecoveryPoint> points = new TreeMap<>();

        public Vault(
                String account,
                String region,
                String name,
                Kind kind,
                String keyArn,
                Instant createdAt) {
            this.account = account;
            this.region = region;
            this.name = name;
            this.kind = kind;
            this.keyArn = keyArn;
            this.createdAt = createdAt;
        }

        public String arn() {
            return "arn:aws:backup:" + region + ":" + account + ":backup-vault:" + name;
        }

        /// Whether a lock holds its points, which it does from its first moment.
        public boolean locked() {
            return lock != null;
        }
    }

    /// One recovery point.
    public static final class RecoveryPoint {
        public final String arn;

        /// ARN of the cluster it was taken of, in the source account and Region.
        public final String resourceArn;

        /// `Aurora`, `Neptune`, `DocumentDB` or `RDS`.
        public final String resourceType;

        /// When the data was taken. Copies keep their source's.
        public final Instant createdAt;

        public final String roleArn;

        /// Key that encrypts it, or empty.
        public final String keyArn;

        public final boolean encrypted;

        /// Vault it was copied from, in another account; empty otherwise.
        public String sourceVaultArn = "";

        /// `CREATING`, `COMPLETED`, `AVAILABLE`, `EXPIRED`, `DELETING`, `PARTIAL` or `STOPPED`.
        public String status;

        public String statusMessage = "";
        public @Nullable Instant completedAt;

        /// Days from creation until it expires; null means always kept.
        public @Nullable Long deleteAfterDays;

        public boolean continuous;

        /// Plan that made it, or empty for on-demand jobs.
        public String planId = "";

        /// Plan and rule that made it; null for on-demand jobs.
        public @Nullable RecoveryPointCreator createdBy;

        public final SequencedMap<String, String> tags = new TreeMap<>();

        /// `DbClusterResourceId` of the cluster whose data it holds, also in copies of copies. AWS shows it
        /// nowhere; only the oracle may look.
        public String origin = "";

        /// Snapshot behind it, or empty for a point in an air-gapped vault.
        public String snapshotArn = "";

        public RecoveryPoint(
                String arn,
                String resourceArn,
                String resourceType,
                Instant createdAt,
                String roleArn,
                String keyArn,
                boolean encrypted,
                String status) {
            this.arn = arn;
            this.resourceArn = resourceArn;
            this.resourceType = resourceType;
            this.createdAt = createdAt;
            this.roleArn = roleArn;
            this.keyArn = keyArn;
            this.encrypted = encrypted;
            this.status = status;
        }

        public Optional<Instant> expiresAt() {
            var days = deleteAfterDays;
            return days == null
                    ? Optional.empty()
                    : Optional.of(createdAt.plus(Duration.ofDays(days)));
        }
    }

    private final TreeMap<String, Vault> byArn = new TreeMap<>();

    public void put(Vault vault) {
        byArn.put(vault.arn(), vault);
    }

    public void remove(Vault vault) {
        byArn.remove(vault.arn());
    }

    public Optional<Vault> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public Optional<Vault> find(String account, String region, String name) {
        return find("arn:aws:backup:" + region + ":" + account + ":backup-vault:" + name);
    }

    public List<Vault> in(String account, String region) {
        return byArn.values().stream()
                .filter(vault -> vault.account.equals(account) && vault.region.equals(region))
                .toList();
    }

    public List<Vault> all() {
        return List.copyOf(byArn.values());
    }
}
