package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    }

    private final TreeMap<String, CopyJob> byId = new TreeMap<>();

    public void put(CopyJob job) {
        byId.put(job.id, job);
    }

    public Optional<CopyJob> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<CopyJob> in(String account, String region) {
        return byId.values().stream()
                .filter(job -> job.account.equals(account) && job.region.equals(region))
                .toList();
    }

    public List<CopyJob> all() {
        return List.copyOf(byId.values());
    }
}
