package secondbackup.simulation.backup;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Plans.Plan;
import secondbackup.simulation.backup.Plans.Selection;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;

/// What the plans back up. Whoever makes a selection passes its role to AWS Backup.
///
/// Source: AWS Backup API model, CreateBackupSelectionInput; AWS Backup Developer Guide, "BackupSelection",
/// "AWS Backup quotas", read 2026-11-22.
public final class SelectionOperations {
    private static final int SELECTIONS_MOST = 100;
    private static final int ARNS_MOST = 500;
    private static final int WILDCARDS_MOST = 30;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9\\-_.]{1,50}");

    private final InstantSource time;
    private final Chance chance;
    private final Plans plans;

    public SelectionOperations(Surroundings around, Plans plans) {
        this.time = around.time();
        this.chance = around.chance();
        this.plans = plans;
    }

    public void register(Operations operations) {
        operations.on(CreateBackupSelectionRequest.class, this::creating, this::create);
        operations.on(
                GetBackupSelectionRequest.class,
                (asked, call) ->
                        PlanOperations.onPlan(
                                "backup:GetBackupSelection", asked.backupPlanId(), call),
                this::get);
        operations.on(
                ListBackupSelectionsRequest.class,
                (asked, call) ->
                        PlanOperations.onPlan(
                                "backup:ListBackupSelections", asked.backupPlanId(), call),
                this::list);
        operations.on(
                DeleteBackupSelectionRequest.class,
                (asked, call) ->
                        PlanOperations.onPlan(
                                "backup:DeleteBackupSelection", asked.backupPlanId(), call),
                this::delete);
    }

    private List<AccessRequest> creating(CreateBackupSelectionRequest asked, Call call) {
        var action = "backup:CreateBackupSelection";
        var rights = new ArrayList<>(PlanOperations.onPlan(action, asked.backupPlanId(), call));
        var selection = asked.backupSelection();
        if (selection != null && selection.iamRoleArn() != null) {
            rights.add(ServiceRole.passing(selection.iamRoleArn()));
        }
        return rights;
    }

    private CreateBackupSelectionResponse create(CreateBackupSelectionRequest asked, Call call) {
        var plan = PlanOperations.find(plans, asked.backupPlanId(), call);
        var document = asked.backupSelection();
        check(plan, document);
        var now = time.instant();
        var id = chance.uuid("selection", plan.id, document.selectionName(), now);
        var request = asked.creatorRequestId();
        plan.selections.put(id, new Selection(id, document, now, request == null ? "" : request));
        return CreateBackupSelectionResponse.builder()
                .selectionId(id)
                .backupPlanId(plan.id)
                .creationDate(now)
                .build();
    }

    private static void check(Plan plan, @Nullable BackupSelection asked) {
        if (asked == null || asked.iamRoleArn() == null) {
            throw BackupErrors.missingValue("IamRoleArn");
        }
        var name = asked.selectionName();
        if (name == null || !NAME.matcher(name).matches()) {
            throw BackupErrors.invalidValue("Invalid SelectionName " + name);
        }
        if (plan.selections.size() >= SELECTIONS_MOST) {
            throw BackupErrors.limitExceeded("A backup plan can have at most 100 selections");
        }
        for (var there : plan.selections.values()) {
            if (there.document().selectionName().equals(name)) {
                throw BackupErrors.alreadyExists("Backup selection already exists " + there.id());
            }
        }
        checkArns(asked.resources());
        checkArns(asked.notResources());
        checkTags(asked);
    }

    private static void checkArns(List<String> arns) {
        var wildcards = arns.stream().filter(arn -> arn.contains("*")).count();
        if (arns.size() > ARNS_MOST || wildcards > WILDCARDS_MOST) {
            throw BackupErrors.limitExceeded(
                    "A selection can have at most 500 ARNs, 30 of them with wildcards");
        }
    }

    private static void checkTags(BackupSelection asked) {
        for (var tag : asked.listOfTags()) {
            if (!"STRINGEQUALS".equals(tag.conditionTypeAsString())) {
                throw BackupErrors.invalidValue("Invalid ConditionType");
            }
        }
    }

    private GetBackupSelectionResponse get(GetBackupSelectionRequest asked, Call call) {
        var plan = PlanOperations.find(plans, asked.backupPlanId(), call);
        var selection = find(plan, asked.selectionId());
        return GetBackupSelectionResponse.builder()
                .backupSelection(selection.document())
                .selectionId(selection.id())
                .backupPlanId(plan.id)
                .creationDate(selection.createdAt())
                .creatorRequestId(VaultViews.orNull(selection.creatorRequestId()))
                .build();
    }

    private ListBackupSelectionsResponse list(ListBackupSelectionsRequest asked, Call call) {
        var plan = PlanOperations.find(plans, asked.backupPlanId(), call);
        var found = List.copyOf(plan.selections.values());
        var page = Page.of(found, Selection::id, asked.maxResults(), asked.nextToken());
        return ListBackupSelectionsResponse.builder()
                .backupSelectionsList(
                        page.items().stream().map(selection -> listed(plan, selection)).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static BackupSelectionsListMember listed(Plan plan, Selection selection) {
        return BackupSelectionsListMember.builder()
                .selectionId(selection.id())
                .selectionName(selection.document().selectionName())
                .iamRoleArn(selection.document().iamRoleArn())
                .backupPlanId(plan.id)
                .creationDate(selection.createdAt())
                .creatorRequestId(VaultViews.orNull(selection.creatorRequestId()))
                .build();
    }

    private DeleteBackupSelectionResponse delete(DeleteBackupSelectionRequest asked, Call call) {
        var plan = PlanOperations.find(plans, asked.backupPlanId(), call);
        plan.selections.remove(find(plan, asked.selectionId()).id());
        return DeleteBackupSelectionResponse.builder().build();
    }

    private static Selection find(Plan plan, @Nullable String selectionId) {
        var selection = selectionId == null ? null : plan.selections.get(selectionId);
        if (selection == null) {
            throw BackupErrors.notFound("Cannot find Backup selection with ID " + selectionId);
        }
        return selection;
    }
}
