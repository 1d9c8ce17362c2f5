package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.List;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.wire.Call;
import software.amazon.awssdk.services.backup.model.ListCopyJobsRequest;
import software.amazon.awssdk.services.backup.model.ListCopyJobsResponse;

/// The list of copy jobs, newest first, and what is told of each.
///
/// Source: AWS Backup API model, `ListCopyJobsInput`, `CopyJob`, 2026-11-22. Thirty days of history are
/// documented for summaries and backup jobs; jobs under way are never forgotten here.
final class CopyJobList {
    private static final Duration HISTORY = Duration.ofDays(30);

    private final CopyWorld world;

    CopyJobList(CopyWorld world) {
        this.world = world;
    }

    ListCopyJobsResponse answer(ListCopyJobsRequest request, Call call) {
        var found =
                candidates(request, call).stream()
                        .filter(this::remembered)
                        .filter(job -> matches(request, job))
                        .toList();
        var page =
                Page.of(found, CopyJobList::newestFirst, request.maxResults(), request.nextToken());
        return ListCopyJobsResponse.builder()
                .copyJobs(page.items().stream().map(CopyJobList::view).toList())
                .nextToken(page.nextToken())
                .build();
    }

    /// The management account sees every account's jobs, when it asks.
    private List<CopyJob> candidates(ListCopyJobsRequest request, Call call) {
        var account = request.byAccountId();
        var organization = world.organization();
        if (account == null || account.equals(call.account())) {
            return world.jobs().in(call.account(), call.region());
        }
        if (!call.account().equals(organization.managementAccount)) {
            return List.of();
        }
        return account.equals("*")
                ? organization.accounts.keySet().stream()
                        .flatMap(member -> world.jobs().in(member, call.region()).stream())
                        .toList()
                : world.jobs().in(account, call.region());
    }

    private boolean remembered(CopyJob job) {
        var completedAt = job.completedAt;
        return completedAt == null
                || !world.switches().copyJobsAreForgotten()
                || !completedAt.isBefore(world.now().minus(HISTORY));
    }

    private static boolean matches(ListCopyJobsRequest request, CopyJob job) {
        return ListFilters.is(request.byResourceArn(), job.resourceArn)
                && ListFilters.is(request.byStateAsString(), job.state)
                && ListFilters.is(request.byResourceType(), job.resourceType)
                && ListFilters.is(request.byDestinationVaultArn(), job.targetVaultArn)
                && ListFilters.is(request.bySourceRecoveryPointArn(), job.sourcePointArn)
                && ListFilters.isCategory(request.byMessageCategory(), job.messageCategory)
                && ListFilters.between(
                        request.byCreatedAfter(), job.createdAt, request.byCreatedBefore())
                && ListFilters.between(
                        request.byCompleteAfter(), job.completedAt, request.byCompleteBefore())
                && request.byParentJobId() == null;
    }

    private static String newestFirst(CopyJob job) {
        return ListFilters.newestFirst(job.createdAt, job.id);
    }

    /// As AWS shows it. Aurora jobs have no size.
    static software.amazon.awssdk.services.backup.model.CopyJob view(CopyJob job) {
        return software.amazon.awssdk.services.backup.model.CopyJob.builder()
                .accountId(job.account)
                .copyJobId(job.id)
                .sourceBackupVaultArn(job.sourceVaultArn)
                .sourceRecoveryPointArn(job.sourcePointArn)
                .destinationBackupVaultArn(job.targetVaultArn)
                .destinationVaultType(VaultViews.orNull(job.targetVaultKind))
                .destinationVaultLockState(VaultViews.orNull(job.targetVaultLock))
                .destinationRecoveryPointArn(VaultViews.orNull(job.targetPointArn))
                .destinationEncryptionKeyArn(VaultViews.orNull(job.targetKeyArn))
                .destinationRecoveryPointLifecycle(Lifecycles.shown(job.deleteAfterDays))
                .resourceArn(job.resourceArn)
                .resourceName(PointViews.resourceName(job.resourceArn))
                .resourceType(job.resourceType)
                .creationDate(job.createdAt)
                .completionDate(job.completedAt)
                .state(job.state)
                .statusMessage(VaultViews.orNull(job.message))
                .messageCategory(VaultViews.orNull(job.messageCategory))
                .iamRoleArn(job.roleArn)
                .createdBy(job.createdBy)
                .createdByBackupJobId(VaultViews.orNull(job.backupJobId))
                .isParent(false)
                .build();
    }
}
