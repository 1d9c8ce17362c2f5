package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.AccessRequest;
import software.amazon.awssdk.services.backup.model.BackupPlanInput;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.GetBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;
import software.amazon.awssdk.services.backup.model.UpdateBackupPlanRequest;

final class PlanOperationsTest {
    private final Office office = Office.likely();

    @Test
    void fillsInWhatAPlanLeavesOpen() {
        var plan = create("promise", _ -> {});

        var told = get(plan);
        var rule = told.backupPlan().rules().getFirst();
        assertThat(rule.ruleId()).isNotEmpty();
        assertThat(rule.scheduleExpression()).isEqualTo("cron(0 5 ? * * *)");
        assertThat(rule.scheduleExpressionTimezone()).isEqualTo("Etc/UTC");
        assertThat(rule.startWindowMinutes()).isEqualTo(480);
        assertThat(rule.completionWindowMinutes()).isEqualTo(10_080);
        assertThat(rule.lifecycle()).isNull();
        assertThat(told.lastExecutionDate()).isNull();
    }

    @Test
    void refusesWhatAwsRefuses() {
        assertThat(refused(rule -> rule.startWindowMinutes(59L)))
                .isEqualTo("InvalidParameterValueException");
        assertThat(refused(rule -> rule.startWindowMinutes(60L).completionWindowMinutes(60L)))
                .isEqualTo("InvalidParameterValueException");
        assertThat(refused(rule -> rule.scheduleExpression("cron(0 5 * * *)")))
                .isEqualTo("InvalidParameterValueException");
        assertThat(refused(rule -> rule.scheduleExpressionTimezone("Mars/Olympus")))
                .isEqualTo("InvalidParameterValueException");
        assertThat(refused(rule -> rule.ruleName("a name with spaces")))
                .isEqualTo("InvalidParameterValueException");
        assertThat(refused(rule -> rule.targetBackupVaultName(null)))
                .isEqualTo("MissingParameterValueException");
        var copy =
                CopyAction.builder()
                        .destinationBackupVaultArn(
                                "arn:aws:backup:eu-west-1:111122223333:backup-vault:second")
                        .build();
        assertThat(refused(rule -> rule.copyActions(Collections.nCopies(6, copy))))
                .isEqualTo("LimitExceededException");
        assertThat(refused(rule -> rule.enableContinuousBackup(true)))
                .isEqualTo("InvalidParameterValueException");
        assertThat(refused(rule -> rule.targetLogicallyAirGappedBackupVaultArn("arn")))
                .isEqualTo("InvalidParameterValueException");
        var nowhere = CopyAction.builder().destinationBackupVaultArn("second").build();
        assertThat(refused(rule -> rule.copyActions(nowhere)))
                .isEqualTo("InvalidParameterValueException");
        create("five", rule -> rule.copyActions(Collections.nCopies(5, copy)));
        create("hour", rule -> rule.startWindowMinutes(60L).completionWindowMinutes(61L));
    }

    @Test
    void refusesAnIdenticalPlanAndAnEleventhRule() {
        create("promise", _ -> {});

        assertThat(refused(_ -> {})).isEqualTo("AlreadyExistsException");
        create("promise", rule -> rule.scheduleExpression("cron(0 6 ? * * *)"));
        var rule = rule(_ -> {});
        assertThat(office.refusal(plan("many", Collections.nCopies(11, rule))).code())
                .isEqualTo("LimitExceededException");
        office.call(plan("many", Collections.nCopies(10, rule)));
    }

    @Test
    void givesEachUpdateAVersion() {
        var plan = create("promise", _ -> {});
        var version = get(plan).versionId();

        office.call(
                UpdateBackupPlanRequest.builder()
                        .backupPlanId(plan)
                        .backupPlan(input("promise", List.of(rule(each -> each.ruleName("new")))))
                        .build());

        assertThat(get(plan).versionId()).isNotEqualTo(version);
        assertThat(get(plan).backupPlan().rules().getFirst().ruleName()).isEqualTo("new");
    }

    @Test
    void deletesAPlanOnlyWithoutSelections() {
        var plan = create("promise", _ -> {});
        var selection = select(plan);
        var delete = DeleteBackupPlanRequest.builder().backupPlanId(plan).build();

        assertThat(office.refusal(delete).code()).isEqualTo("InvalidRequestException");
        office.call(
                DeleteBackupSelectionRequest.builder()
                        .backupPlanId(plan)
                        .selectionId(selection)
                        .build());
        office.call(delete);

        assertThat(office.refusal(delete).code()).isEqualTo("ResourceNotFoundException");
        assertThat(list(false)).isZero();
        assertThat(list(true)).isEqualTo(1);
    }

    @Test
    void keepsSelections() {
        var plan = create("promise", _ -> {});
        var selection = select(plan);

        var told =
                office.call(
                        GetBackupSelectionRequest.builder()
                                .backupPlanId(plan)
                                .selectionId(selection)
                                .build(),
                        GetBackupSelectionResponse.class);
        assertThat(told.backupSelection().resources()).containsExactly("*");
        var listed =
                office.call(
                        ListBackupSelectionsRequest.builder().backupPlanId(plan).build(),
                        ListBackupSelectionsResponse.class);
        assertThat(listed.backupSelectionsList()).hasSize(1);
        assertThat(listed.backupSelectionsList().getFirst().iamRoleArn()).isEqualTo(Office.role());
        assertThat(office.refusal(selecting(plan, _ -> {})).code())
                .isEqualTo("AlreadyExistsException");
    }

    @Test
    void limitsTheAddressesOfASelection() {
        var plan = create("promise", _ -> {});
        Consumer<BackupSelection.Builder> many =
                asked -> asked.selectionName("many").resources(Collections.nCopies(500, "arn"));
        Consumer<BackupSelection.Builder> wild =
                asked -> asked.selectionName("wild").resources(Collections.nCopies(31, "arn*"));

        office.call(selecting(plan, many));
        assertThat(office.refusal(selecting(plan, wild)).code())
                .isEqualTo("LimitExceededException");
    }

    @Test
    void needsTheRightToPassTheRoleOfASelection() {
        assertThat(office.rights(selecting("plan", _ -> {})))
                .extracting(AccessRequest::action)
                .containsExactly("backup:CreateBackupSelection", "iam:PassRole");
    }

    private String refused(Consumer<BackupRuleInput.Builder> rule) {
        return office.refusal(plan("promise", List.of(rule(rule)))).code();
    }

    private String create(String name, Consumer<BackupRuleInput.Builder> rule) {
        return office.call(plan(name, List.of(rule(rule))), CreateBackupPlanResponse.class)
                .backupPlanId();
    }

    private static CreateBackupPlanRequest plan(String name, List<BackupRuleInput> rules) {
        return CreateBackupPlanRequest.builder().backupPlan(input(name, rules)).build();
    }

    private static BackupPlanInput input(String name, List<BackupRuleInput> rules) {
        return BackupPlanInput.builder().backupPlanName(name).rules(rules).build();
    }

    private static BackupRuleInput rule(Consumer<BackupRuleInput.Builder> rule) {
        return BackupRuleInput.builder()
                .ruleName("daily")
                .targetBackupVaultName("local")
                .applyMutation(rule)
                .build();
    }

    private GetBackupPlanResponse get(String plan) {
        return office.call(
                GetBackupPlanRequest.builder().backupPlanId(plan).build(),
                GetBackupPlanResponse.class);
    }

    private int list(boolean withDeleted) {
        var asked = ListBackupPlansRequest.builder().includeDeleted(withDeleted).build();
        return office.call(asked, ListBackupPlansResponse.class).backupPlansList().size();
    }

    private String select(String plan) {
        return office.call(selecting(plan, _ -> {}), CreateBackupSelectionResponse.class)
                .selectionId();
    }

    private static CreateBackupSelectionRequest selecting(
            String plan, Consumer<BackupSelection.Builder> selection) {
        return CreateBackupSelectionRequest.builder()
                .backupPlanId(plan)
                .backupSelection(
                        BackupSelection.builder()
                                .selectionName("all")
                                .iamRoleArn(Office.role())
                                .resources("*")
                                .applyMutation(selection)
                                .build())
                .build();
    }
}
