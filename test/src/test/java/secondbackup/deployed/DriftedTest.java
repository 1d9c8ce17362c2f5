package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.backup.Plans;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/// Somebody in a member account changes by hand what was deployed: which gap says so, and what AWS CloudFormation's drift
/// detection finds.
final class DriftedTest {
    private static final String PLANS = "444444444430";
    private static final String COPIES = "444444444431";
    private static final String SURVEYS = "444444444432";
    private static final String STACKS = "444444444433";
    private static final String RULES = "444444444434";
    private static final String NARROWED = "444444444435";
    private static final String EMPTIED = "444444444436";
    private static final String SECOND = "444444444437";
    private static final String TRUST = "444444444438";
    private static final String PLAN = "second-backup-every-cluster";
    private static final SmallOrganization LIVED = lived();

    /// Each test has an account of its own, with one cluster.
    private static SmallOrganization lived() {
        var small = SmallOrganization.deployed();
        for (var account :
                List.of(PLANS, COPIES, SURVEYS, STACKS, RULES, NARROWED, EMPTIED, SECOND, TRUST)) {
            small.join(account, "drifts-" + account, "ou-root-products");
            small.born(account, SmallWorld.IRELAND, "ledger", Duration.ofDays(100));
        }
        small.pass(Duration.ofHours(60));
        return small;
    }

    /// Before anybody changed anything.
    private static final SortedSet<String> CALM = LIVED.gaps();

    private static String ledger(String account) {
        return "arn:aws:rds:eu-west-1:" + account + ":cluster:ledger";
    }

    private static Plans.Plan plan(String account) {
        return LIVED.world().backup().plans().in(account, SmallWorld.IRELAND).stream()
                .filter(plan -> plan.document.backupPlanName().equals(PLAN))
                .findFirst()
                .orElseThrow();
    }

    /// As somebody does who deletes the plan's selections and makes others.
    private static void select(
            String account, UnaryOperator<BackupSelection.Builder> change, boolean besides) {
        var plan = plan(account);
        var before = plan.selections.firstEntry().getValue();
        if (!besides) {
            plan.selections.clear();
        }
        var made = change.apply(before.document().toBuilder()).selectionName("by-hand").build();
        plan.selections.put(
                "by-hand",
                new Plans.Selection("by-hand", made, LIVED.world().time().instant(), "somebody"));
    }

    /// The difference is over as soon as somebody brings back what was.
    private static void isOverAfter(String account, Runnable bringBack) {
        bringBack.run();
        LIVED.nextReport();
        assertThat(LIVED.drifted(account)).isEmpty();
        assertThat(drifted(account)).isEmpty();
        assertThat(LIVED.disagreements(account)).isEmpty();
    }

    private static void isWell(String account) {
        assertThat(LIVED.drifted(account)).isEmpty();
        assertThat(LIVED.gaps(ledger(account))).isEmpty();
        assertThat(drifted(account)).isEmpty();
    }

    private static List<Stack> stacks(String account) {
        return LIVED.world().cloudFormation().deployments().all().stream()
                .filter(stack -> stack.account.equals(account) && stack.exists())
                .toList();
    }

    /// Logical ids.
    private static List<String> drifted(String account) {
        var found = new ArrayList<String>();
        for (var stack : stacks(account)) {
            for (var drift : LIVED.world().cloudFormation().deployments().drift(stack)) {
                if (drift.status() != Drift.Status.IN_SYNC) {
                    found.add(drift.logicalId());
                }
            }
        }
        return found;
    }

    private static Roles.Role role(String account, String name) {
        return LIVED.world().roles().find(account, name).orElseThrow();
    }

    @Test
    void whatWasDeployedIsNoDifference() {
        assertThat(CALM).containsExactly("VaultNotLocked " + SmallWorld.VAULT_ARN);
    }

    @Test
    void aPlanThatIsChangedByHandIsTold() {
        isWell(RULES);
        var plan = plan(RULES);
        var deployed = plan.document;
        var rule = deployed.rules().getFirst();
        var elsewhere =
                CopyAction.builder()
                        .destinationBackupVaultArn(
                                "arn:aws:backup:us-east-1:666666666666:backup-vault:theirs")
                        .build();
        plan.document =
                deployed.toBuilder()
                        .rules(
                                rule.toBuilder()
                                        .lifecycle(Lifecycle.builder().deleteAfterDays(2L).build())
                                        .copyActions(elsewhere)
                                        .build())
                        .build();
        LIVED.nextReport();

        assertThat(LIVED.drifted(RULES))
                .singleElement()
                .asString()
                .startsWith("Region eu-west-1 of account")
                .contains(
                        "backup plan second-backup-every-cluster is not as it was deployed",
                        "rule daily: retention expected 7 days, found 2 days",
                        "rule daily: copies expected none, found arn:aws:backup:us-east-1");
        assertThat(LIVED.gaps(ledger(RULES))).isEmpty();
        assertThat(drifted(RULES)).containsExactly("PlanEveryCluster");
        assertThat(LIVED.disagreements(RULES)).isEmpty();
        isOverAfter(RULES, () -> plan.document = deployed);
    }

    @Test
    void aSelectionThatIsNarrowedByHandIsToldEvenWhileItTakesTheCluster() {
        isWell(NARROWED);
        var plan = plan(NARROWED);
        var deployed = new TreeMap<>(plan.selections);
        select(NARROWED, selection -> selection.resources(ledger(NARROWED)), false);
        LIVED.nextReport();

        assertThat(LIVED.drifted(NARROWED))
                .singleElement()
                .asString()
                .contains("selection expected arn:aws:rds:eu-west-1:" + NARROWED + ":cluster:*")
                .contains("found " + ledger(NARROWED));
        assertThat(LIVED.gaps(ledger(NARROWED))).isEmpty();
        assertThat(drifted(NARROWED)).isNotEmpty();
        assertThat(LIVED.disagreements(NARROWED)).isEmpty();
        isOverAfter(
                NARROWED,
                () -> {
                    plan.selections.clear();
                    plan.selections.putAll(deployed);
                });
    }

    @Test
    void aSelectionThatTakesNobodyIsToldBesidesTheClusterThatIsNotEnrolled() {
        isWell(EMPTIED);
        select(
                EMPTIED,
                selection ->
                        selection.conditions(
                                Conditions.builder()
                                        .stringEquals(
                                                ConditionParameter.builder()
                                                        .conditionKey("aws:ResourceTag/backup")
                                                        .conditionValue("yes")
                                                        .build())
                                        .build()),
                false);
        LIVED.nextReport();

        assertThat(LIVED.drifted(EMPTIED)).singleElement().asString().contains("if tag backup");
        assertThat(LIVED.gaps(ledger(EMPTIED))).containsExactly("NotEnrolled");
        assertThat(LIVED.disagreements(EMPTIED)).isEmpty();
    }

    @Test
    void aSecondSelectionIsTold() {
        isWell(SECOND);
        var role = "arn:aws:iam::" + SECOND + ":role/theirs";
        select(SECOND, selection -> selection.iamRoleArn(role), true);
        LIVED.nextReport();

        assertThat(LIVED.drifted(SECOND))
                .singleElement()
                .asString()
                .contains("selection expected none", "with " + role);
        assertThat(LIVED.gaps(ledger(SECOND))).isEmpty();
        assertThat(LIVED.disagreements(SECOND)).isEmpty();
        isOverAfter(SECOND, () -> plan(SECOND).selections.remove("by-hand"));
    }

    @Test
    void aRoleThatTrustsOthersIsTold() {
        isWell(TRUST);
        var role = role(TRUST, "AWSBackup-second-backup");
        var deployed = role.trustPolicy;
        role.trustPolicy = deployed.replace("backup.amazonaws.com", "ec2.amazonaws.com");
        LIVED.nextReport();

        assertThat(LIVED.drifted(TRUST))
                .singleElement()
                .asString()
                .startsWith("Account drifts-" + TRUST)
                .contains("trust expected statement OnlyAwsBackup", "ec2.amazonaws.com");
        assertThat(drifted(TRUST)).containsExactly("BackupRoleRole");
        isOverAfter(TRUST, () -> role.trustPolicy = deployed);
    }

    @Test
    void aDeletedPlanIsNotEnrolled() {
        isWell(PLANS);
        LIVED.world()
                .backup()
                .plans()
                .in(PLANS, SmallWorld.IRELAND)
                .forEach(plan -> plan.deletedAt = LIVED.world().time().instant());
        LIVED.nextReport();

        assertThat(LIVED.gaps(ledger(PLANS))).containsExactly("NotEnrolled");
        assertThat(drifted(PLANS)).contains("PlanEveryCluster");
    }

    @Test
    void aCopyRoleWithoutItsRightsLetsCopiesFail() {
        isWell(COPIES);
        role(COPIES, "second-backup-member-copy").policies.clear();
        LIVED.pass(Duration.ofHours(36));

        assertThat(LIVED.gaps(ledger(COPIES))).contains("CopyFailing");
        assertThat(drifted(COPIES)).containsExactly("CopyStarterRole");
    }

    @Test
    void aSurveyRoleWithoutItsRightsMakesTheAccountUnreadable() {
        isWell(SURVEYS);
        role(SURVEYS, "second-backup-member-survey").policies.clear();
        LIVED.nextReport();

        assertThat(LIVED.gaps(SURVEYS)).contains("AccountUnreadable");
        assertThat(drifted(SURVEYS)).containsExactly("SurveyRoleRole");
    }

    /// The service control policy keeps the stacks, and with them roles, rules, vaults and keys. A plan that somebody
    /// deletes by hand rings, and is missed.
    @Test
    void whoWouldDeleteTheStacksCanOnlyDeleteThePlan() {
        isWell(STACKS);
        var points = points();
        for (var stack : stacks(STACKS)) {
            assertThatThrownBy(() ->
                            LIVED.world()
                                    .cloudFormation()
                                    .deployments()
                                    .delete(new Principal.Administrator(STACKS), stack))
                    .hasMessageContaining("cloudformation:DeleteStack");
        }
        isWell(STACKS);

        deletePlan();
        assertThat(points()).containsExactlyElementsOf(points);
        LIVED.nextReport();

        assertThat(LIVED.gaps(ledger(STACKS))).containsExactly("NotEnrolled");
        assertThat(LIVED.told())
                .anyMatch(message ->
                        message.contains("Tripwire BackupSwitchedOff in account " + STACKS));
    }

    /// As the account's administrator does.
    private static void deletePlan() {
        var administrator = AwsBasicCredentials.create(STACKS, "any");
        try (var backup =
                BackupClient.builder()
                        .httpClient(LIVED.world().httpClient())
                        .credentialsProvider(StaticCredentialsProvider.create(administrator))
                        .region(Region.of(SmallWorld.IRELAND))
                        .build()) {
            var plan = plan(STACKS);
            for (var selection : List.copyOf(plan.selections.keySet())) {
                backup.deleteBackupSelection(
                        request -> request.backupPlanId(plan.id).selectionId(selection));
            }
            backup.deleteBackupPlan(request -> request.backupPlanId(plan.id));
        }
    }

    private static List<String> points() {
        return LIVED.world().vaults().in(STACKS, SmallWorld.IRELAND).stream()
                .flatMap(vault -> vault.points.keySet().stream())
                .toList();
    }
}
