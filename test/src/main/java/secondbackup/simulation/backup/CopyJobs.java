package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

/// The copy jobs of all accounts and Regions. A job belongs to the account and Region of its source vault.
public final class CopyJobs {
    /// One copy job.
    public static final class CopyJob {
        public final String account;
        public final String region;
        public final String id;
        public final String sourcePointArn;
        public final String sourceVaultArn;
        public final String targetVaultArn;
        public final String resourceArn;
        public final String resourceType;
        public final String roleArn;
        public final Instant createdAt;

        /// Days; null where none was asked for.
        public final @Nullable Long deleteAfterDays;

        public final String idempotencyToken;

        /// `CREATED`, `RUNNING`, `COMPLETED`, `FAILED` or `PARTIAL`.
        public String state = "CREATED";

        public String messageCategory = "";
        public String message = "";

        /// Set when the copy is complete.
        public String targetPointArn = "";

        public @Nullable Instant startedAt;
        public @Nullable Instant completedAt;
        public String planId = "";

        /// Plan and rule that made it; null for on-demand jobs.
        public @Nullable RecoveryPointCreator createdBy;

        /// Backup job whose copy action this is, or empty.
        public String backupJobId = "";

        /// What AWS Backup saw of the target vault when the copy began; empty before.
        public String targetVaultKind = "";

        /// `LOCKED` or `UNLOCKED`.
        public String targetVaultLock = "";

        public String targetKeyArn = "";

        /// `DbClusterResourceId` of the cluster whose data it copies. AWS shows it nowhere; only the oracle
        /// may look.
        public String origin = "";

        public CopyJob(
                String account,
                String region,
                String id,
                String sourcePointArn,
                String sourceVaultArn,
                String targetVaultArn,
                String resourceArn,
                String resourceType,
                String roleArn,
                Instant createdAt,
                @Nullable Long deleteAfterDays,
                String idempotencyToken) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.sourcePointArn = sourcePointArn;
            this.sourceVaultArn = sourceVaultArn;
            this.targetVaultArn = targetVaultArn;
            this.resourceArn = resourceArn;
            this.resourceType = resourceType;
            this.roleArn = roleArn;
            this.createdAt = createdAt;
            this.deleteAfterDays = deleteAfterDays;
            this.idempotencyToken = idempotencyToken;
        }

        public boolean ended() {
            return !state.equals("CREATED") && !state.equals("RUNNING");
        }

        public boolean running() {
            return state.equals("RUNNING");
        }

        public String targetAccount() {
            return targetVaultArn.split(":", 6)[4];
        }

        public String targetRegion() {
            return targetVaultArn.split(":", 6)[3];
        }

        public boolean crossesAccounts() {
            return !account.equals(targetAccount());
        }

        public boolean crossesRegions() {
            return !region.equals(targetRegion());
        }
    }

    /// Oldest first; jobs of one moment by their ids.
    static final Comparator<CopyJob> BY_AGE =
            Comparator.comparing((CopyJob job) -> job.createdAt).thenComparing(job -> job.id);

    private final TreeMap<String, CopyJob> byId = new TreeMap<>();
    private final TreeMap<String, CopyJob> byToken = new TreeMap<>();
    private final TreeMap<String, List<CopyJob>> byPlace = new TreeMap<>();
    private final TreeSet<CopyJob> unfinished = new TreeSet<>(BY_AGE);

    public void put(CopyJob job) {
        byId.put(job.id, job);
        byPlace.computeIfAbsent(job.account + "/" + job.region, _ -> new ArrayList<>()).add(job);
        unfinished.add(job);
        if (!job.idempotencyToken.isEmpty()) {
            byToken.put(token(job.account, job.region, job.idempotencyToken), job);
        }
    }

    /// The job that a token was last used to make, whatever became of it.
    public Optional<CopyJob> findByToken(String account, String region, String token) {
        return Optional.ofNullable(byToken.get(token(account, region, token)));
    }

    /// Jobs that have not ended, oldest first.
    public List<CopyJob> unfinished() {
        unfinished.removeIf(CopyJob::ended);
        return List.copyOf(unfinished);
    }

    /// Whether a job of this account copies a resource.
    boolean running(String account, String resourceArn) {
        return unfinished().stream()
                .filter(CopyJob::running)
                .filter(job -> job.account.equals(account))
                .anyMatch(job -> job.resourceArn.equals(resourceArn));
    }

    public Optional<CopyJob> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<CopyJob> in(String account, String region) {
        return List.copyOf(byPlace.getOrDefault(account + "/" + region, List.of()));
    }

    public List<CopyJob> all() {
        return List.copyOf(byId.values());
    }

    private static String token(String account, String region, String token) {
        return account + "/" + region + "/" + token;
    }
}
