package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.wire.Call;
import software.amazon.awssdk.services.backup.model.Lifecycle;
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
        return completedAt == null || !completedAt.isBefore(world.now().minus(HISTORY));
    }

    private static boolean matches(ListCopyJobsRequest request, CopyJob job) {
        return equal(request.byResourceArn(), job.resourceArn)
                && equal(request.byStateAsString(), job.state)
                && equal(request.byResourceType(), job.resourceType)
                && equal(request.byDestinationVaultArn(), job.targetVaultArn)
                && equal(request.bySourceRecoveryPointArn(), job.sourcePointArn)
                && (anyCategory(request.byMessageCategory())
                        || equal(request.byMessageCategory(), job.messageCategory))
                && between(request.byCreatedAfter(), job.createdAt, request.byCreatedBefore())
                && between(request.byCompleteAfter(), job.completedAt, request.byCompleteBefore())
                && request.byParentJobId() == null;
    }

    private static boolean anyCategory(@Nullable String category) {
        return "ANY".equals(category) || "AGGREGATE_ALL".equals(category);
    }

    private static boolean equal(@Nullable String wanted, String is) {
        return wanted == null || wanted.equals(is);
    }

    private static boolean between(
            @Nullable Instant after, @Nullable Instant at, @Nullable Instant before) {
        if (at == null) {
            return after == null && before == null;
        }
        return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }

    private static String newestFirst(CopyJob job) {
        var age = Long.MAX_VALUE - job.createdAt.toEpochMilli();
        return String.format(Locale.ROOT, "%019d/%s", age, job.id);
    }

    /// As AWS shows it. Aurora jobs have no size.
    static software.amazon.awssdk.services.backup.model.CopyJob view(CopyJob job) {
        return software.amazon.awssdk.services.backup.model.CopyJob.builder()
                .accountId(job.account)
                .copyJobId(job.id)
                .sourceBackupVaultArn(job.sourceVaultArn)
                .sourceRecoveryPointArn(job.sourcePointArn)
                .destinationBackupVaultArn(job.targetVaultArn)
                .destinationVaultType(known(job.targetVaultKind))
                .destinationVaultLockState(known(job.targetVaultLock))
                .destinationRecoveryPointArn(known(job.targetPointArn))
                .destinationEncryptionKeyArn(known(job.targetKeyArn))
                .destinationRecoveryPointLifecycle(lifecycle(job))
                .resourceArn(job.resourceArn)
                .resourceName(job.resourceArn.substring(job.resourceArn.lastIndexOf(':') + 1))
                .resourceType(job.resourceType)
                .creationDate(job.createdAt)
                .completionDate(job.completedAt)
                .state(job.state)
                .statusMessage(known(job.message))
                .messageCategory(known(job.messageCategory))
                .iamRoleArn(job.roleArn)
                .createdBy(job.createdBy)
                .createdByBackupJobId(known(job.backupJobId))
                .isParent(false)
                .build();
    }

    private static @Nullable Lifecycle lifecycle(CopyJob job) {
        var days = job.deleteAfterDays;
        return days == null ? null : Lifecycle.builder().deleteAfterDays(days).build();
    }

    private static @Nullable String known(String value) {
        return value.isEmpty() ? null : value;
    }
}
