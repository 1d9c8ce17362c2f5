package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import software.amazon.awssdk.services.backup.model.CopyAction;

/// The life of a backup job. It begins inside its start window, waits there while another job of the same
/// resource runs, trying again every ten minutes, and must be complete within the completion window, which
/// counts from when it was scheduled.
///
/// Source: AWS Backup Developer Guide, "StartBackupJob" (windows, retries), "Backup plan options and
/// configuration", read 2026-11-22. How long a snapshot takes is this simulation's guess.
final class BackupRun {
    private static final Duration RETRY = Duration.ofMinutes(10);
    private static final Duration STUCK_LOOKS_AGAIN = Duration.ofHours(1);
    private static final double BYTES_PER_TEBIBYTE = 1L << 40;

    private final Surroundings around;
    private final Vaults vaults;
    private final BackupJobs jobs;
    private final CopyActions copies;
    private final BackupTroubles troubles;
    private final BackupChecks checks;
    private final BackupResult result;
    private final BackupEvents events;

    BackupRun(
            Surroundings around,
            Vaults vaults,
            BackupJobs jobs,
            CopyActions copies,
            BackupTroubles troubles) {
        this.around = around;
        this.vaults = vaults;
        this.jobs = jobs;
        this.copies = copies;
        this.troubles = troubles;
        this.checks = new BackupChecks(around, vaults);
        this.result = new BackupResult(around, vaults);
        this.events = new BackupEvents(around.events());
    }

    /// @param within how long after now it begins at the latest
    void accept(BackupJob job, List<CopyAction> copyActions, Duration within) {
        jobs.put(job);
        events.job(job);
        var delay = around.chance().between(0, within.toSeconds(), "backup begins", job.id);
        var begin = around.time().instant().plusSeconds(delay);
        at(begin, job, "begins", () -> attempt(job, copyActions));
    }

    private void attempt(BackupJob job, List<CopyAction> copyActions) {
        if (jobs.busy(job.resourceArn) || heldByCopy(job)) {
            waitForOther(job, copyActions);
            return;
        }
        var failure = checks.failure(job);
        if (failure.isPresent()) {
            end(job, "FAILED", failure.get());
        } else {
            begin(job, copyActions);
        }
    }

    /// Source: AWS Backup Developer Guide, "AWS Backup quotas" ("Concurrent backup and copy jobs per
    /// resource": 1), read 2026-11-22.
    private boolean heldByCopy(BackupJob job) {
        return around.switches().copiesHoldBackups()
                && copies.running(job.account, job.resourceArn);
    }

    private void waitForOther(BackupJob job, List<CopyAction> copyActions) {
        var next = around.time().instant().plus(RETRY);
        if (next.isAfter(job.startBy)) {
            at(job.startBy, job, "is given up", () -> end(job, "EXPIRED", BackupFailure.busy()));
            return;
        }
        job.retries++;
        at(next, job, "tries again", () -> attempt(job, copyActions));
    }

    private void begin(BackupJob job, List<CopyAction> copyActions) {
        var cluster = around.clusters().find(job.resourceArn).orElseThrow();
        var now = around.time().instant();
        var point = result.begin(job, cluster);
        job.state = "RUNNING";
        job.startedAt = now;
        jobs.running(job);
        events.job(job);
        events.point(vaults.find(job.vaultArn()).orElseThrow(), point);
        run(job, point, copyActions, now.plus(duration(job, cluster.sizeBytesAt(now))));
    }

    private void run(
            BackupJob job, RecoveryPoint point, List<CopyAction> copyActions, Instant until) {
        if (until.isAfter(job.completeBy)) {
            at(job.completeBy, job, "is late", () -> abandon(job, "EXPIRED", BackupFailure.late()));
        } else {
            at(until, job, "completes", () -> finish(job, point, copyActions));
        }
    }

    private void finish(BackupJob job, RecoveryPoint point, List<CopyAction> copyActions) {
        if (troubles.sticks(job)) {
            var later = around.time().instant().plus(STUCK_LOOKS_AGAIN);
            run(job, point, copyActions, later);
            return;
        }
        var failure = troubles.failure(job).or(() -> loss(job));
        if (failure.isPresent()) {
            abandon(job, "FAILED", failure.get());
            return;
        }
        complete(job, point);
        for (var copy : copyActions) {
            var lifecycle = copy.lifecycle();
            var days = lifecycle == null ? null : lifecycle.deleteAfterDays();
            var vault = vaults.find(job.vaultArn()).orElseThrow();
            var target = copy.destinationBackupVaultArn();
            copies.start(point, vault, target, days, job.roleArn, point.planId);
        }
    }

    private Optional<BackupFailure> loss(BackupJob job) {
        return result.loss(job)
                .or(() ->
                        around.clusters()
                                .find(job.resourceArn)
                                .flatMap(cluster -> checks.ofKey(job, cluster)));
    }

    private void complete(BackupJob job, RecoveryPoint point) {
        var cluster = around.clusters().find(job.resourceArn).orElseThrow();
        checks.tags(job, cluster).ifPresentOrElse(point.tags::putAll, () -> tagless(job));
        result.complete(point);
        job.state = "COMPLETED";
        job.completedAt = around.time().instant();
        if (job.messageCategory.isEmpty()) {
            job.messageCategory = "SUCCESS";
        }
        jobs.ended(job);
        events.job(job);
        events.point(vaults.find(job.vaultArn()).orElseThrow(), point);
    }

    private static void tagless(BackupJob job) {
        job.messageCategory = "TAG_COPY_ERROR";
        job.message =
                "We are unable to copy resource tags to your backup because access was denied.";
    }

    private void abandon(BackupJob job, String state, BackupFailure failure) {
        result.discard(job);
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

    private Duration duration(BackupJob job, long sizeBytes) {
        var overhead = around.chance().between(180, 900, "backup overhead", job.id);
        var perTebibyte = around.chance().between(300, 1200, "backup pace", job.id);
        return Duration.ofSeconds(overhead + (long) (perTebibyte * sizeBytes / BYTES_PER_TEBIBYTE));
    }

    private void at(Instant moment, BackupJob job, String what, Runnable action) {
        around.time().at(moment, "backup job " + job.id + " " + what, action);
    }
}
