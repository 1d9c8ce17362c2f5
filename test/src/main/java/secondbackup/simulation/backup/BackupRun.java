package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import software.amazon.awssdk.services.backup.model.CopyAction;

/// The life of a backup job. It begins inside its start window, waits there while another job of the same
/// resource runs, trying again every ten minutes, and must be complete within the completion window, which
/// counts from when it was scheduled.
///
/// Source: AWS Backup Developer Guide, "StartBackupJob" (windows, retries), "Backup plan options and
/// configuration", read 2026-11-22. How long a snapshot takes is this simulation's guess.
final class BackupRun {
    private static final Duration RETRY = Duration.ofMinutes(10);
    private static final long TEBIBYTE = 1L << 40;

    private final Surroundings around;
    private final Vaults vaults;
    private final BackupJobs jobs;
    private final CopyActions copies;
    private final BackupChecks checks;
    private final BackupEvents events;

    BackupRun(Surroundings around, Vaults vaults, BackupJobs jobs, CopyActions copies) {
        this.around = around;
        this.vaults = vaults;
        this.jobs = jobs;
        this.copies = copies;
        this.checks = new BackupChecks(around, vaults);
        this.events = new BackupEvents(around.events());
    }

    /// @param within how long after now it begins at the latest
    void accept(BackupJob job, List<CopyAction> copyActions, Duration within) {
        jobs.put(job);
        events.job(job);
        var delay = around.chance().between(0, within.toSeconds(), "backup begins", job.id);
        around.time()
                .after(
                        Duration.ofSeconds(delay),
                        "backup job " + job.id + " begins",
                        () -> attempt(job, copyActions));
    }

    private void attempt(BackupJob job, List<CopyAction> copyActions) {
        if (jobs.busy(job.resourceArn)) {
            waitFor(job, copyActions);
            return;
        }
        var failure = checks.failure(job);
        if (failure.isPresent()) {
            end(job, "FAILED", failure.get());
        } else {
            begin(job, copyActions);
        }
    }

    private void waitFor(BackupJob job, List<CopyAction> copyActions) {
        var next = around.time().instant().plus(RETRY);
        if (next.isAfter(job.startBy)) {
            around.time()
                    .at(
                            job.startBy,
                            "start window of " + job.id + " ends",
                            () -> end(job, "EXPIRED", BackupFailure.busy()));
            return;
        }
        job.retries++;
        around.time()
                .at(next, "backup job " + job.id + " retries", () -> attempt(job, copyActions));
    }

    private void begin(BackupJob job, List<CopyAction> copyActions) {
        var now = around.time().instant();
        var cluster = around.clusters().find(job.resourceArn).orElseThrow();
        var snapshot = snapshot(job, cluster, now);
        var point = point(job, cluster, snapshot, now);
        job.state = "RUNNING";
        job.startedAt = now;
        job.pointArn = point.arn;
        jobs.running(job);
        around.snapshots().put(snapshot);
        var vault = vaults.find(job.vaultArn()).orElseThrow();
        vault.points.put(point.arn, point);
        events.job(job);
        events.point(vault, point);
        var complete = now.plus(duration(job, snapshot.sizeBytes));
        if (complete.isAfter(job.completeBy)) {
            around.time()
                    .at(
                            job.completeBy,
                            "completion window of " + job.id + " ends",
                            () -> abandon(job, "EXPIRED", BackupFailure.late()));
        } else {
            around.time()
                    .at(
                            complete,
                            "backup job " + job.id + " completes",
                            () -> complete(job, point, copyActions));
        }
    }

    private void complete(BackupJob job, RecoveryPoint point, List<CopyAction> copyActions) {
        var snapshot = around.snapshots().find(point.snapshotArn);
        var cluster = around.clusters().find(job.resourceArn);
        if (snapshot.isEmpty() || cluster.isEmpty()) {
            var gone = snapshot.isEmpty() ? point.snapshotArn : job.resourceArn;
            abandon(job, "FAILED", BackupFailure.notFound(gone + " is no longer available."));
            return;
        }
        var keyFailure = checks.ofKey(job, cluster.get());
        if (keyFailure.isPresent()) {
            abandon(job, "FAILED", keyFailure.get());
            return;
        }
        var now = around.time().instant();
        snapshot.get().status = "available";
        snapshot.get().percentProgress = 100;
        tag(job, cluster.get(), point, snapshot.get());
        point.status = around.switches().snapshotsAreAvailable() ? "AVAILABLE" : "COMPLETED";
        point.completedAt = now;
        job.state = "COMPLETED";
        job.completedAt = now;
        jobs.ended(job);
        var vault = vaults.find(job.vaultArn()).orElseThrow();
        events.job(job);
        events.point(vault, point);
        for (var copy : copyActions) {
            var lifecycle = copy.lifecycle();
            var days = lifecycle == null ? null : lifecycle.deleteAfterDays();
            var target = copy.destinationBackupVaultArn();
            copies.start(point, vault, target, days, job.roleArn, point.planId);
        }
    }

    private void tag(BackupJob job, Cluster cluster, RecoveryPoint point, Snapshot snapshot) {
        job.messageCategory = "SUCCESS";
        var tags = checks.tags(job, cluster);
        if (tags.isEmpty()) {
            job.messageCategory = "TAG_COPY_ERROR";
            job.message =
                    "We are unable to copy resource tags to your backup because access was denied.";
            return;
        }
        point.tags.putAll(tags.get());
        snapshot.tags.putAll(tags.get());
    }

    /// Ends a job whose snapshot was begun: nothing of it stays.
    private void abandon(BackupJob job, String state, BackupFailure failure) {
        around.snapshots().find(snapshotArn(job)).ifPresent(around.snapshots()::remove);
        vaults.find(job.vaultArn()).ifPresent(vault -> vault.points.remove(job.pointArn));
        job.pointArn = "";
        jobs.ended(job);
        end(job, state, failure);
    }

    private void end(BackupJob job, String state, BackupFailure failure) {
        job.state = state;
        job.messageCategory = failure.category();
        job.message = failure.message();
        job.completedAt = around.time().instant();
        events.job(job);
    }

    private Snapshot snapshot(BackupJob job, Cluster cluster, Instant now) {
        return new Snapshot(
                job.account,
                job.region,
                snapshotId(job),
                cluster.arn(),
                cluster.resourceId,
                cluster.engine,
                cluster.engineVersion,
                cluster.encryption,
                cluster.keyArn,
                now,
                cluster.sizeBytesAt(now));
    }

    private RecoveryPoint point(BackupJob job, Cluster cluster, Snapshot snapshot, Instant now) {
        var point =
                new RecoveryPoint(
                        snapshot.arn(),
                        cluster.arn(),
                        job.resourceType,
                        now,
                        job.roleArn,
                        cluster.keyArn,
                        showsEncrypted(cluster),
                        "CREATING");
        point.deleteAfterDays = job.deleteAfterDays;
        point.snapshotArn = snapshot.arn();
        point.createdBy = job.createdBy;
        var creator = job.createdBy;
        point.planId = creator == null ? "" : creator.backupPlanId();
        return point;
    }

    private boolean showsEncrypted(Cluster cluster) {
        return cluster.encryption == Encryption.SSE_KMS
                || (cluster.encryption == Encryption.SSE_RDS
                        && around.switches().defaultEncryptionShowsEncrypted());
    }

    private Duration duration(BackupJob job, long sizeBytes) {
        var overhead = around.chance().between(180, 900, "backup overhead", job.id);
        var perTebibyte = around.chance().between(300, 1200, "backup pace", job.id);
        return Duration.ofSeconds(overhead + perTebibyte * sizeBytes / TEBIBYTE);
    }

    static String snapshotArn(BackupJob job) {
        return "arn:aws:rds:"
                + job.region
                + ":"
                + job.account
                + ":cluster-snapshot:"
                + snapshotId(job);
    }

    private static String snapshotId(BackupJob job) {
        return "awsbackup:job-" + job.id.toLowerCase(Locale.ROOT);
    }
}
