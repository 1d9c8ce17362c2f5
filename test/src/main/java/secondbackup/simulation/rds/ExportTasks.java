package secondbackup.simulation.rds;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The exports to Amazon S3 of all accounts and Regions.
final class ExportTasks {
    /// One export. It is `STARTING`, `IN_PROGRESS`, and then `COMPLETE` or `FAILED`.
    static final class Task {
        final String account;
        final String region;
        final String id;
        final String sourceArn;
        final String bucket;
        final String prefix;
        final String role;
        final String keyArn;
        final Instant snapshotAt;
        final long sizeBytes;
        String status = "STARTING";
        int percent;
        String failure = "";
        @Nullable Instant startedAt;
        @Nullable Instant endedAt;

        Task(String account, String region, String id, Snapshots.Snapshot source, Where where) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.sourceArn = source.arn();
            this.bucket = where.bucket();
            this.prefix = where.prefix();
            this.role = where.role();
            this.keyArn = where.keyArn();
            this.snapshotAt = source.createdAt;
            this.sizeBytes = source.sizeBytes;
        }
    }

    /// Where the data goes.
    ///
    /// @param role ARN of the role that writes it
    record Where(String bucket, String prefix, String role, String keyArn) {}

    private final TreeMap<String, Task> byName = new TreeMap<>();

    void put(Task task) {
        byName.put(key(task.account, task.region, task.id), task);
    }

    Optional<Task> find(String account, String region, String id) {
        return Optional.ofNullable(byName.get(key(account, region, id)));
    }

    List<Task> in(String account, String region) {
        return byName.values().stream()
                .filter(task -> task.account.equals(account) && task.region.equals(region))
                .toList();
    }

    private static String key(String account, String region, String id) {
        return account + "/" + region + "/" + id.toLowerCase(Locale.ROOT);
    }
}
