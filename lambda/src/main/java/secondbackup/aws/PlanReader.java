package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;

/// Reads the backup plans of one Region: their rules, and what they select.
///
/// Source: AWS Backup API, `ListBackupPlans`, `GetBackupPlan`, `ListBackupSelections`, `GetBackupSelection`,
/// read 2026-11-22.
final class PlanReader {
    private static final String TAG = "aws:ResourceTag/";

    private final RegionalSession session;

    PlanReader(RegionalSession session) {
        this.session = session;
    }

    List<DeployedPlan> read() {
        return session
                .backup()
                .listBackupPlansPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.backupPlansList().stream())
                .map(this::plan)
                .toList();
    }

    private DeployedPlan plan(BackupPlansListMember plan) {
        var id = required(plan.backupPlanId(), "BackupPlansListMember.BackupPlanId");
        var rules = rules(id);
        var vaults = vaults(rules);
        return new DeployedPlan(
                id,
                orEmpty(plan.backupPlanName()),
                rules,
                session
                        .backup()
                        .listBackupSelectionsPaginator(request ->
                                request.backupPlanId(id).overrideConfiguration(session.rights()))
                        .stream()
                        .flatMap(page -> page.backupSelectionsList().stream())
                        .map(selection -> selection(plan, vaults, selection))
                        .toList());
    }

    private List<DeployedPlan.Rule> rules(String plan) {
        return session
                .backup()
                .getBackupPlan(request ->
                        request.backupPlanId(plan).overrideConfiguration(session.rights()))
                .backupPlan()
                .rules()
                .stream()
                .map(PlanRules::of)
                .toList();
    }

    /// Those that the plan's rules fill with snapshots: a continuous point cannot be copied.
    ///
    /// Source: AWS Backup API, `StartCopyJob` ("Does not support continuous backups"), read 2026-11-27.
    private static List<String> vaults(List<DeployedPlan.Rule> rules) {
        return rules.stream()
                .filter(rule -> !rule.continuous() && !rule.vault().isEmpty())
                .map(DeployedPlan.Rule::vault)
                .distinct()
                .sorted()
                .toList();
    }

    private PlanSelection selection(
            BackupPlansListMember plan, List<String> vaults, BackupSelectionsListMember listed) {
        var id = required(listed.selectionId(), "BackupSelectionsListMember.SelectionId");
        var selection =
                required(
                        session.backup()
                                .getBackupSelection(request ->
                                        request.backupPlanId(plan.backupPlanId())
                                                .selectionId(id)
                                                .overrideConfiguration(session.rights()))
                                .backupSelection(),
                        "GetBackupSelection.BackupSelection");
        return new PlanSelection(
                orEmpty(plan.backupPlanName()),
                orEmpty(selection.selectionName()),
                orEmpty(selection.iamRoleArn()),
                vaults,
                selection.resources(),
                selection.notResources(),
                tags(selection),
                conditions(selection.conditions()));
    }

    /// Only equality exists here.
    private static List<TagTest> tags(BackupSelection selection) {
        return selection.listOfTags().stream()
                .map(tag ->
                        new TagTest(
                                Comparison.EQUALS,
                                name(tag.conditionKey()),
                                orEmpty(tag.conditionValue())))
                .toList();
    }

    private static List<TagTest> conditions(@Nullable Conditions conditions) {
        return conditions == null
                ? List.of()
                : Stream.of(
                                tests(Comparison.EQUALS, conditions.stringEquals()),
                                tests(Comparison.NOT_EQUALS, conditions.stringNotEquals()),
                                tests(Comparison.LIKE, conditions.stringLike()),
                                tests(Comparison.NOT_LIKE, conditions.stringNotLike()))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<TagTest> tests(Comparison comparison, List<ConditionParameter> parameters) {
        return parameters.stream()
                .map(parameter ->
                        new TagTest(
                                comparison,
                                name(parameter.conditionKey()),
                                orEmpty(parameter.conditionValue())))
                .toList();
    }

    private static String name(@Nullable String key) {
        var text = required(key, "ConditionKey");
        return text.startsWith(TAG) ? text.substring(TAG.length()) : text;
    }
}
