package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;

/// Reads what the backup plans of one Region select, and the vaults they fill.
///
/// Source: AWS Backup API, `ListBackupPlans`, `GetBackupPlan`, `ListBackupSelections`, `GetBackupSelection`,
/// read 2026-11-22.
final class PlanReader {
    private static final String TAG = "aws:ResourceTag/";

    private final RegionalSession session;

    PlanReader(RegionalSession session) {
        this.session = session;
    }

    List<PlanSelection> read() {
        return session
                .backup()
                .listBackupPlansPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.backupPlansList().stream())
                .flatMap(this::ofPlan)
                .toList();
    }

    private Stream<PlanSelection> ofPlan(BackupPlansListMember plan) {
        var id = required(plan.backupPlanId(), "BackupPlansListMember.BackupPlanId");
        var vaults = vaults(id);
        return session
                .backup()
                .listBackupSelectionsPaginator(
                        request -> request.backupPlanId(id).overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.backupSelectionsList().stream())
                .map(selection -> selection(plan, vaults, selection));
    }

    /// Those that the plan's rules fill with snapshots: a continuous point cannot be copied.
    ///
    /// Source: AWS Backup API, `StartCopyJob` ("Does not support continuous backups"), read 2026-11-27.
    private List<String> vaults(String plan) {
        return session
                .backup()
                .getBackupPlan(request ->
                        request.backupPlanId(plan).overrideConfiguration(session.rights()))
                .backupPlan()
                .rules()
                .stream()
                .filter(rule -> !Boolean.TRUE.equals(rule.enableContinuousBackup()))
                .map(rule -> rule.targetBackupVaultName())
                .filter(Objects::nonNull)
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
