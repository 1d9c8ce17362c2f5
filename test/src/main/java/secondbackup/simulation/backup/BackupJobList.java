package secondbackup.simulation.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.Call;
import software.amazon.awssdk.services.backup.model.DescribeBackupJobResponse;
import software.amazon.awssdk.services.backup.model.ListBackupJobsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupJobsResponse;

/// The backup jobs of the last thirty days, newest first, and what is told of each. The size of a cluster's
/// backup is not.
///
/// Source: AWS Backup API model, ListBackupJobsInput, BackupJob, 2026-11-22.
final class BackupJobList {
    private final Surroundings around;
    private final Vaults vaults;
    private final BackupJobs jobs;

    BackupJobList(Surroundings around, Vaults vaults, BackupJobs jobs) {
        this.around = around;
        this.vaults = vaults;
        this.jobs = jobs;
    }

    ListBackupJobsResponse answer(ListBackupJobsRequest asked, Call call) {
        var oldest = around.time().instant().minus(BackupJobs.HISTORY);
        var found =
                candidates(asked.byAccountId(), call).stream()
                        .filter(job -> !job.ended() || !job.createdAt.isBefore(oldest))
                        .filter(job -> wanted(asked, job))
                        .toList();
        var page =
                Page.of(found, BackupJobList::newestFirst, asked.maxResults(), asked.nextToken());
        return ListBackupJobsResponse.builder()
                .backupJobs(page.items().stream().map(this::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    /// The management account sees the jobs of others when it asks: one account's, or with `*` all.
    private List<BackupJob> candidates(@Nullable String account, Call call) {
        if (account == null || account.equals(call.account())) {
            return jobs.in(call.account(), call.region());
        }
        if (!call.account().equals(around.organization().managementAccount)) {
            return List.of();
        }
        return account.equals("*")
                ? around.organization().accounts.keySet().stream()
                        .flatMap(member -> jobs.in(member, call.region()).stream())
                        .toList()
                : jobs.in(account, call.region());
    }

    private static boolean wanted(ListBackupJobsRequest asked, BackupJob job) {
        return ListFilters.is(asked.byResourceArn(), job.resourceArn)
                && ListFilters.is(asked.byStateAsString(), job.state)
                && ListFilters.is(asked.byBackupVaultName(), job.vaultName)
                && ListFilters.is(asked.byResourceType(), job.resourceType)
                && ListFilters.isCategory(asked.byMessageCategory(), job.messageCategory)
                && asked.byParentJobId() == null
                && ListFilters.between(
                        asked.byCreatedAfter(), job.createdAt, asked.byCreatedBefore())
                && ListFilters.between(
                        asked.byCompleteAfter(), job.completedAt, asked.byCompleteBefore());
    }

    private static String newestFirst(BackupJob job) {
        return ListFilters.newestFirst(job.createdAt, job.id);
    }

    private software.amazon.awssdk.services.backup.model.BackupJob listed(BackupJob job) {
        var told = described(job);
        return software.amazon.awssdk.services.backup.model.BackupJob.builder()
                .accountId(told.accountId())
                .backupJobId(told.backupJobId())
                .backupVaultName(told.backupVaultName())
                .backupVaultArn(told.backupVaultArn())
                .vaultType(told.vaultType())
                .vaultLockState(told.vaultLockState())
                .recoveryPointArn(told.recoveryPointArn())
                .recoveryPointLifecycle(told.recoveryPointLifecycle())
                .encryptionKeyArn(told.encryptionKeyArn())
                .isEncrypted(told.isEncrypted())
                .resourceArn(told.resourceArn())
                .resourceName(told.resourceName())
                .resourceType(told.resourceType())
                .creationDate(told.creationDate())
                .initiationDate(told.initiationDate())
                .completionDate(told.completionDate())
                .startBy(told.startBy())
                .state(told.state())
                .statusMessage(told.statusMessage())
                .messageCategory(told.messageCategory())
                .percentDone(told.percentDone())
                .iamRoleArn(told.iamRoleArn())
                .createdBy(told.createdBy())
                .isParent(false)
                .build();
    }

    DescribeBackupJobResponse described(BackupJob job) {
        var answer =
                DescribeBackupJobResponse.builder()
                        .accountId(job.account)
                        .backupJobId(job.id)
                        .backupVaultName(job.vaultName)
                        .backupVaultArn(job.vaultArn())
                        .recoveryPointArn(VaultViews.orNull(job.pointArn))
                        .recoveryPointLifecycle(Lifecycles.shown(job.deleteAfterDays))
                        .resourceArn(job.resourceArn)
                        .resourceName(PointViews.resourceName(job.resourceArn))
                        .resourceType(job.resourceType)
                        .creationDate(job.createdAt)
                        .initiationDate(job.startedAt)
                        .completionDate(job.completedAt)
                        .startBy(job.startBy)
                        .state(job.state)
                        .statusMessage(VaultViews.orNull(job.message))
                        .messageCategory(VaultViews.orNull(job.messageCategory))
                        .percentDone(percent(job))
                        .iamRoleArn(job.roleArn)
                        .createdBy(job.createdBy)
                        .isParent(false);
        vaults.find(job.vaultArn())
                .ifPresent(vault -> {
                    answer.vaultType(vault.kind.name());
                    answer.vaultLockState(vault.locked() ? "LOCKED" : "UNLOCKED");
                    encryption(answer, vault, job);
                });
        return answer.build();
    }

    private static void encryption(
            DescribeBackupJobResponse.Builder answer, Vaults.Vault vault, BackupJob job) {
        var point = vault.points.get(job.pointArn);
        if (point != null) {
            answer.isEncrypted(point.encrypted);
            answer.encryptionKeyArn(VaultViews.orNull(point.keyArn));
        }
    }

    private String percent(BackupJob job) {
        return switch (job.state) {
            case "COMPLETED" -> "100.0";
            case "RUNNING" -> progress(job);
            default -> "0.0";
        };
    }

    private String progress(BackupJob job) {
        return around.snapshots()
                .find(job.pointArn)
                .map((Snapshot snapshot) -> snapshot.percentProgress + ".0")
                .orElse("0.0");
    }
}
