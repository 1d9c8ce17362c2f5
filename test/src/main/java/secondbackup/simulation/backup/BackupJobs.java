package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

/// The backup jobs of all accounts and Regions. AWS Backup lists thirty days of them; older ones are
/// forgotten.
///
/// Source: AWS Backup Developer Guide, "ListBackupJobs", read 2026-11-22.
public final class BackupJobs {
    static final Duration HISTORY = Duration.ofDays(30);

    /// One backup job.
    public static final class BackupJob {
        public final String account;
        public final String region;
        public final String id;
        public final String vaultName;
        public final String resourceArn;
        public final String resourceType;
        public final String roleArn;

        /// When it was scheduled, or asked for.
        public final Instant createdAt;

        /// `CREATED`, `PENDING`, `RUNNING`, `COMPLETED`, `FAILED` or `EXPIRED`.
        public String state = "CREATED";

        public String messageCategory = "";
        public String message = "";

        /// Latest moment at which it may begin.
        public Instant startBy;

        /// Latest moment at which it may be complete.
        public Instant completeBy;

        public int retries;
        public @Nullable Instant startedAt;
        public @Nullable Instant completedAt;

        /// Set once it runs.
        public String pointArn = "";

        /// Days; null where the point is kept always.
        public @Nullable Long deleteAfterDays;

        public @Nullable RecoveryPointCreator createdBy;
        public final TreeMap<String, String> pointTags = new TreeMap<>();

        public BackupJob(
                String account,
                String region,
                String id,
                String vaultName,
                String resourceArn,
                String resourceType,
                String roleArn,
                Instant createdAt) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.vaultName = vaultName;
            this.resourceArn = resourceArn;
            this.resourceType = resourceType;
            this.roleArn = roleArn;
            this.createdAt = createdAt;
            this.startBy = createdAt;
            this.completeBy = createdAt;
        }

        public boolean ended() {
            return switch (state) {
                case "COMPLETED", "FAILED", "EXPIRED" -> true;
                default -> false;
            };
        }

        public String vaultArn() {
            return "arn:aws:backup:" + region + ":" + account + ":backup-vault:" + vaultName;
        }
    }

    private final TreeMap<String, BackupJob> byId = new TreeMap<>();
    private final TreeMap<String, ArrayDeque<BackupJob>> byPlace = new TreeMap<>();
    private final TreeMap<String, String> byToken = new TreeMap<>();
    private final TreeMap<String, String> runningByResource = new TreeMap<>();

    public void put(BackupJob job) {
        var jobs = byPlace.computeIfAbsent(place(job.account, job.region), _ -> new ArrayDeque<>());
        var oldest = job.createdAt.minus(HISTORY.plusDays(10));
        for (var first = jobs.peek();
                first != null && first.ended() && first.createdAt.isBefore(oldest);
                first = jobs.peek()) {
            byId.remove(jobs.remove().id);
        }
        jobs.add(job);
        byId.put(job.id, job);
    }

    public Optional<BackupJob> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<BackupJob> in(String account, String region) {
        var jobs = byPlace.get(place(account, region));
        return jobs == null ? List.of() : new ArrayList<>(jobs);
    }

    public List<BackupJob> all() {
        return List.copyOf(byId.values());
    }

    Optional<BackupJob> withToken(String account, String region, @Nullable String token) {
        var id = token == null ? null : byToken.get(place(account, region) + "/" + token);
        return id == null ? Optional.empty() : find(id);
    }

    void remember(BackupJob job, @Nullable String token) {
        if (token != null) {
            byToken.put(place(job.account, job.region) + "/" + token, job.id);
        }
    }

    /// Whether another job of this resource is running.
    boolean busy(String resourceArn) {
        return runningByResource.containsKey(resourceArn);
    }

    void running(BackupJob job) {
        runningByResource.put(job.resourceArn, job.id);
    }

    void ended(BackupJob job) {
        runningByResource.remove(job.resourceArn, job.id);
    }

    private static String place(String account, String region) {
        return account + "/" + region;
    }
}
