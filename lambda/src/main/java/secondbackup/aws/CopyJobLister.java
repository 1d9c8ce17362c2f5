package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Arn;
import software.amazon.awssdk.services.backup.model.CopyJob;

/// Reads the Aurora copy jobs of one Region.
///
/// Source: AWS Backup API, `ListCopyJobs` and `CopyJob`; `ListCopyJobSummaries` speaks of 30 days of history;
/// read 2026-11-22.
final class CopyJobLister {
    private static final Duration HISTORY = Duration.ofDays(30);

    private final RegionalSession session;

    CopyJobLister(RegionalSession session) {
        this.session = session;
    }

    /// As far back as AWS remembers.
    List<secondbackup.inventory.CopyJob> read(Instant now) {
        return createdFrom(now.minus(HISTORY));
    }

    List<secondbackup.inventory.CopyJob> createdFrom(Instant from) {
        return session
                .backup()
                .listCopyJobsPaginator(request ->
                        request.byResourceType(PointReader.AURORA)
                                .byCreatedAfter(from)
                                .maxResults(PointReader.PAGE)
                                .overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.copyJobs().stream())
                .map(CopyJobLister::job)
                .toList();
    }

    private static secondbackup.inventory.CopyJob job(CopyJob job) {
        return new secondbackup.inventory.CopyJob(
                required(job.copyJobId(), "CopyJob.CopyJobId"),
                new Arn(required(job.sourceRecoveryPointArn(), "CopyJob.SourceRecoveryPointArn")),
                new Arn(required(job.sourceBackupVaultArn(), "CopyJob.SourceBackupVaultArn")),
                new Arn(
                        required(
                                job.destinationBackupVaultArn(),
                                "CopyJob.DestinationBackupVaultArn")),
                Optional.ofNullable(job.destinationRecoveryPointArn())
                        .filter(text -> !text.isEmpty())
                        .map(Arn::new),
                new Arn(required(job.resourceArn(), "CopyJob.ResourceArn")),
                orEmpty(job.stateAsString()),
                required(job.creationDate(), "CopyJob.CreationDate"),
                Optional.ofNullable(job.completionDate()),
                orEmpty(job.messageCategory()),
                orEmpty(job.statusMessage()));
    }
}
