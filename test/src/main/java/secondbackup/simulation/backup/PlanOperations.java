package secondbackup.simulation.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Plans.Plan;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.BackupPlan;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.GetBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.UpdateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.UpdateBackupPlanResponse;

/// Backup plans.
///
/// Source: AWS Backup Developer Guide, "Create a backup plan", "Delete a backup plan", "AWS Backup quotas";
/// API model, CreateBackupPlanInput, read 2026-11-22. Only the version in force can be read.
public final class PlanOperations {
    private static final int PLANS_MOST = 300;

    private final Surroundings around;
    private final Plans plans;
    private final PlanRuns runs;
    private final PlanDocuments documents;
    private final BackupEvents events;

    PlanOperations(Surroundings around, Plans plans, PlanRuns runs) {
        this.around = around;
        this.plans = plans;
        this.runs = runs;
        this.documents = new PlanDocuments(around.chance());
        this.events = new BackupEvents(around.events());
    }

    public void register(Operations operations) {
        operations.on(
                CreateBackupPlanRequest.class,
                (_, call) -> onPlan("backup:CreateBackupPlan", "*", call),
                this::create);
        operations.on(
                GetBackupPlanRequest.class,
                (asked, call) -> onPlan("backup:GetBackupPlan", asked.backupPlanId(), call),
                this::get);
        operations.on(
                UpdateBackupPlanRequest.class,
                (asked, call) -> onPlan("backup:UpdateBackupPlan", asked.backupPlanId(), call),
                this::update);
        operations.on(
                DeleteBackupPlanRequest.class,
                (asked, call) -> onPlan("backup:DeleteBackupPlan", asked.backupPlanId(), call),
                this::delete);
        operations.on(
                ListBackupPlansRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListBackupPlans", "*")),
                this::list);
    }

    static List<AccessRequest> onPlan(String action, @Nullable String planId, Call call) {
        return List.of(AccessRequest.of(action, call.arn("backup-plan:" + planId)));
    }

    static Plan find(Plans plans, @Nullable String planId, Call call) {
        if (planId == null) {
            throw BackupErrors.missingValue("BackupPlanId");
        }
        return plans.find(call.account(), call.region(), planId)
                .orElseThrow(
                        () -> BackupErrors.notFound("Cannot find Backup plan with ID " + planId));
    }

    private CreateBackupPlanResponse create(CreateBackupPlanRequest asked, Call call) {
        var all = plans.in(call.account(), call.region());
        var now = around.time().instant();
        var id = around.chance().uuid("plan", call.account(), call.region(), now, all.size());
        var document = documents.made(asked.backupPlan(), id, now);
        refuse(document, all);
        var request = asked.creatorRequestId();
        var plan =
                new Plan(
                        call.account(),
                        call.region(),
                        id,
                        now,
                        request == null ? "" : request,
                        document,
                        documents.version(id, now, ""));
        plan.tags.putAll(asked.backupPlanTags());
        plans.put(plan);
        runs.plan(plan);
        events.plan(plan, "CREATED", "creationDate", now);
        return CreateBackupPlanResponse.builder()
                .backupPlanId(plan.id)
                .backupPlanArn(plan.arn())
                .creationDate(now)
                .versionId(plan.versionId)
                .build();
    }

    private static void refuse(BackupPlan asked, List<Plan> all) {
        var living = all.stream().filter(plan -> !plan.deleted()).toList();
        for (var plan : living) {
            if (PlanDocuments.same(asked, plan.document)) {
                throw BackupErrors.alreadyExists(
                        "Backup plan with the same plan document already exists " + plan.id);
            }
        }
        if (living.size() >= PLANS_MOST) {
            throw BackupErrors.limitExceeded("You can have at most 300 backup plans");
        }
    }

    private GetBackupPlanResponse get(GetBackupPlanRequest asked, Call call) {
        var plan = find(plans, asked.backupPlanId(), call);
        if (asked.versionId() != null && !asked.versionId().equals(plan.versionId)) {
            throw BackupErrors.notFound("Cannot find Backup plan version " + asked.versionId());
        }
        return GetBackupPlanResponse.builder()
                .backupPlan(plan.document)
                .backupPlanId(plan.id)
                .backupPlanArn(plan.arn())
                .versionId(plan.versionId)
                .creatorRequestId(VaultViews.orNull(plan.creatorRequestId))
                .creationDate(plan.createdAt)
                .lastExecutionDate(plan.lastExecutedAt)
                .build();
    }

    private UpdateBackupPlanResponse update(UpdateBackupPlanRequest asked, Call call) {
        var plan = find(plans, asked.backupPlanId(), call);
        var now = around.time().instant();
        plan.document = documents.made(asked.backupPlan(), plan.id, plan.createdAt);
        plan.versionId = documents.version(plan.id, now, plan.versionId);
        runs.plan(plan);
        events.plan(plan, "MODIFIED", "modifiedAt", now);
        return UpdateBackupPlanResponse.builder()
                .backupPlanId(plan.id)
                .backupPlanArn(plan.arn())
                .creationDate(plan.createdAt)
                .versionId(plan.versionId)
                .build();
    }

    private DeleteBackupPlanResponse delete(DeleteBackupPlanRequest asked, Call call) {
        var plan = find(plans, asked.backupPlanId(), call);
        if (!plan.selections.isEmpty()) {
            throw BackupErrors.invalidRequest(
                    "Related backup plan selections must be deleted prior to backup plan deletion");
        }
        var now = around.time().instant();
        plan.deletedAt = now;
        events.plan(plan, "DELETED", "deletionDate", now);
        return DeleteBackupPlanResponse.builder()
                .backupPlanId(plan.id)
                .backupPlanArn(plan.arn())
                .deletionDate(now)
                .versionId(plan.versionId)
                .build();
    }

    private ListBackupPlansResponse list(ListBackupPlansRequest asked, Call call) {
        var withDeleted = Boolean.TRUE.equals(asked.includeDeleted());
        var found =
                plans.in(call.account(), call.region()).stream()
                        .filter(plan -> withDeleted || !plan.deleted())
                        .toList();
        var page = Page.of(found, plan -> plan.id, asked.maxResults(), asked.nextToken());
        return ListBackupPlansResponse.builder()
                .backupPlansList(page.items().stream().map(PlanOperations::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static BackupPlansListMember listed(Plan plan) {
        return BackupPlansListMember.builder()
                .backupPlanId(plan.id)
                .backupPlanArn(plan.arn())
                .backupPlanName(plan.document.backupPlanName())
                .creationDate(plan.createdAt)
                .deletionDate(plan.deletedAt)
                .versionId(plan.versionId)
                .creatorRequestId(VaultViews.orNull(plan.creatorRequestId))
                .lastExecutionDate(plan.lastExecutedAt)
                .build();
    }
}
