package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import secondbackup.inventory.Arn;
import secondbackup.inventory.BackupJob;
import secondbackup.policy.Estate;

/// Reads how the newest backup of each Aurora cluster of one Region into a source vault ended.
///
/// Source: AWS Backup API, `ListBackupJobs` and `BackupJob`, read 2026-11-27.
final class BackupJobLister {
    /// A plan takes a backup a week at least; a day more for one that takes long.
    private static final Duration HISTORY = Duration.ofDays(8);

    private final RegionalSession session;
    private final Estate estate;

    BackupJobLister(RegionalSession session, Estate estate) {
        this.session = session;
        this.estate = estate;
    }

    List<BackupJob> read(Instant now) {
        var newest = new TreeMap<Arn, BackupJob>();
        session
                .backup()
                .listBackupJobsPaginator(request ->
                        request.byResourceType(PointReader.AURORA)
                                .byCreatedAfter(now.minus(HISTORY))
                                .overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.backupJobs().stream())
                .map(BackupJobLister::job)
                .filter(job -> job.ended() && estate.isSourceVault(job.vault()))
                .forEach(job -> newest.merge(job.cluster(), job, newer()));
        return List.copyOf(newest.values());
    }

    private static BinaryOperator<BackupJob> newer() {
        return BinaryOperator.maxBy(
                Comparator.comparing(BackupJob::createdAt).thenComparing(BackupJob::id));
    }

    private static BackupJob job(software.amazon.awssdk.services.backup.model.BackupJob job) {
        return new BackupJob(
                required(job.backupJobId(), "BackupJob.BackupJobId"),
                new Arn(required(job.resourceArn(), "BackupJob.ResourceArn")),
                orEmpty(job.backupVaultName()),
                orEmpty(job.stateAsString()),
                required(job.creationDate(), "BackupJob.CreationDate"),
                orEmpty(job.messageCategory()),
                orEmpty(job.statusMessage()));
    }
}
