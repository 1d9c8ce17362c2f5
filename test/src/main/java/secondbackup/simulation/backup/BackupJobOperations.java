package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DescribeBackupJobRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupJobResponse;
import software.amazon.awssdk.services.backup.model.ListBackupJobsRequest;
import software.amazon.awssdk.services.backup.model.StartBackupJobRequest;
import software.amazon.awssdk.services.backup.model.StartBackupJobResponse;
import software.amazon.awssdk.services.backup.model.StopBackupJobRequest;
import software.amazon.awssdk.services.backup.model.StopBackupJobResponse;

/// Backup jobs on demand, and the telling of all backup jobs. None that the simulation knows can be
/// stopped.
///
/// Source: AWS Backup Developer Guide, "StartBackupJob", "StopBackupJob"; API model, StartBackupJobInput,
/// read 2026-11-22.
public final class BackupJobOperations {
    /// A job on demand begins soon, though its window is eight hours: how soon is not documented.
    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(5);

    private final Surroundings around;
    private final BackupJobs jobs;
    private final BackupRun run;
    private final VaultDoor door;
    private final BackupJobList list;

    BackupJobOperations(Surroundings around, Vaults vaults, BackupJobs jobs, BackupRun run) {
        this.around = around;
        this.jobs = jobs;
        this.run = run;
        this.door = new VaultDoor(vaults);
        this.list = new BackupJobList(around, vaults, jobs);
    }

    public void register(Operations operations) {
        operations.on(StartBackupJobRequest.class, this::starting, this::start);
        operations.on(
                DescribeBackupJobRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:DescribeBackupJob", "*")),
                this::describe);
        operations.on(
                ListBackupJobsRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListBackupJobs", "*")),
                list::answer);
        operations.on(
                StopBackupJobRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:StopBackupJob", "*")),
                this::stop);
    }

    private List<AccessRequest> starting(StartBackupJobRequest asked, Call call) {
        var rights =
                new ArrayList<>(
                        door.onVault("backup:StartBackupJob", asked.backupVaultName(), call));
        if (asked.iamRoleArn() != null) {
            rights.add(ServiceRole.passing(asked.iamRoleArn()));
        }
        return rights;
    }

    private StartBackupJobResponse start(StartBackupJobRequest asked, Call call) {
        var before = jobs.withToken(call.account(), call.region(), asked.idempotencyToken());
        if (before.isPresent()) {
            return answer(before.get());
        }
        var vault = door.vault(call, asked.backupVaultName());
        if (asked.iamRoleArn() == null) {
            throw BackupErrors.missingValue("IamRoleArn");
        }
        if (asked.logicallyAirGappedBackupVaultArn() != null) {
            throw BackupErrors.invalidValue("Air-gapped vaults as first target are not simulated");
        }
        var cluster = cluster(asked.resourceArn(), call);
        var now = around.time().instant();
        var token = asked.idempotencyToken();
        var number = jobs.in(call.account(), call.region()).size();
        var id = around.chance().uuid("backup job", vault.arn(), cluster.arn(), now, number);
        var job =
                new BackupJob(
                        call.account(),
                        call.region(),
                        id.toUpperCase(Locale.ROOT),
                        vault.name,
                        cluster.arn(),
                        ResourceTypes.of(cluster),
                        asked.iamRoleArn(),
                        now);
        windows(job, asked);
        job.deleteAfterDays = Lifecycles.days(asked.lifecycle());
        job.pointTags.putAll(asked.recoveryPointTags());
        jobs.remember(job, token);
        run.accept(job, List.of(), BEGINS_WITHIN);
        return answer(job);
    }

    private static void windows(BackupJob job, StartBackupJobRequest asked) {
        var start = or(asked.startWindowMinutes(), PlanRuns.START_WINDOW_MINUTES);
        var complete = or(asked.completeWindowMinutes(), PlanRuns.COMPLETION_WINDOW_MINUTES);
        PlanDocuments.checkWindows(start, complete);
        job.startBy = job.createdAt.plus(Duration.ofMinutes(start));
        job.completeBy = job.createdAt.plus(Duration.ofMinutes(complete));
    }

    private Cluster cluster(@Nullable String resourceArn, Call call) {
        if (resourceArn == null) {
            throw BackupErrors.missingValue("ResourceArn");
        }
        return around.clusters()
                .find(resourceArn)
                .filter(found -> found.account.equals(call.account()))
                .filter(found -> found.region.equals(call.region()))
                .orElseThrow(() -> BackupErrors.notFound("Could not find resource " + resourceArn));
    }

    private static StartBackupJobResponse answer(BackupJob job) {
        return StartBackupJobResponse.builder()
                .backupJobId(job.id)
                .creationDate(job.createdAt)
                .isParent(false)
                .build();
    }

    private DescribeBackupJobResponse describe(DescribeBackupJobRequest asked, Call call) {
        return list.described(find(asked.backupJobId(), call));
    }

    private StopBackupJobResponse stop(StopBackupJobRequest asked, Call call) {
        var job = find(asked.backupJobId(), call);
        throw BackupErrors.invalidRequest(
                "StopBackupJob is not supported for resource type " + job.resourceType);
    }

    private BackupJob find(@Nullable String id, Call call) {
        return jobs.find(id == null ? "" : id)
                .filter(job -> job.account.equals(call.account()))
                .filter(job -> job.region.equals(call.region()))
                .orElseThrow(() -> BackupErrors.notFound("Cannot find backup job with ID " + id));
    }

    private static long or(@Nullable Long asked, long otherwise) {
        return asked == null ? otherwise : asked;
    }
}
