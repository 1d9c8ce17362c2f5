package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The restore jobs of all accounts and Regions.
public final class RestoreJobs {
    /// One restore job.
    public static final class RestoreJob {
        public final String account;
        public final String region;
        public final String id;
        public final String vaultArn;
        public final String pointArn;
        public final String roleArn;
        public final Instant createdAt;

        /// What the restored cluster shall be; names of fields in small letters.
        public final SequencedMap<String, String> metadata;

        /// `PENDING`, `RUNNING`, `COMPLETED` or `FAILED`.
        public String status = "PENDING";

        public String message = "";

        /// ARN of the cluster that was made; empty before.
        public String createdArn = "";

        public @Nullable Instant completedAt;

        RestoreJob(
                String account,
                String region,
                String id,
                String vaultArn,
                String pointArn,
                String roleArn,
                SequencedMap<String, String> metadata,
                Instant createdAt) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.vaultArn = vaultArn;
            this.pointArn = pointArn;
            this.roleArn = roleArn;
            this.metadata = metadata;
            this.createdAt = createdAt;
        }
    }

    private final TreeMap<String, RestoreJob> byId = new TreeMap<>();
    private final TreeMap<String, String> byToken = new TreeMap<>();

    void put(RestoreJob job, @Nullable String token) {
        byId.put(job.id, job);
        if (token != null) {
            byToken.put(job.account + "/" + job.region + "/" + token, job.id);
        }
    }

    public Optional<RestoreJob> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<RestoreJob> withToken(String account, String region, @Nullable String token) {
        var id = token == null ? null : byToken.get(account + "/" + region + "/" + token);
        return id == null ? Optional.empty() : find(id);
    }

    public List<RestoreJob> all() {
        return List.copyOf(byId.values());
    }
}
