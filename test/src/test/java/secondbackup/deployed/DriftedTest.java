package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;

/// Somebody in a member account changes by hand what was deployed: which gap says so, and what AWS CloudFormation's drift
/// detection finds.
final class DriftedTest {
    private static final String PLANS = "444444444430";
    private static final String COPIES = "444444444431";
    private static final String SURVEYS = "444444444432";
    private static final String STACKS = "444444444433";
    private static final SmallOrganization LIVED = lived();

    /// Each test has an account of its own, with one cluster.
    private static SmallOrganization lived() {
        var small = SmallOrganization.deployed();
        for (var account : List.of(PLANS, COPIES, SURVEYS, STACKS)) {
            small.join(account, "drifts-" + account, "ou-root-products");
            small.born(account, SmallWorld.IRELAND, "ledger", Duration.ofDays(100));
        }
        small.pass(Duration.ofHours(60));
        return small;
    }

    private static String ledger(String account) {
        return "arn:aws:rds:eu-west-1:" + account + ":cluster:ledger";
    }

    private static void isWell(String account) {
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

    /// The service control policy keeps roles and rules, the templates keep vaults and keys.
    @Test
    void whoDeletesTheStacksTakesPlansButNeitherRolesNorRulesNorPoints() {
        isWell(STACKS);
        var points = points();
        for (var stack : stacks(STACKS)) {
            LIVED.world()
                    .cloudFormation()
                    .deployments()
                    .delete(new Principal.Administrator(STACKS), stack);
            assertThat(stack.reason()).contains("failed to delete");
        }
        assertThat(points()).containsExactlyElementsOf(points);
        LIVED.nextReport();

        assertThat(role(STACKS, "AWSBackup-second-backup").policies).isNotEmpty();
        assertThat(LIVED.gaps(ledger(STACKS))).containsExactly("NotEnrolled");
        assertThat(LIVED.told())
                .anyMatch(message ->
                        message.contains("Tripwire BackupSwitchedOff in account " + STACKS));
    }

    private static List<String> points() {
        return LIVED.world().vaults().in(STACKS, SmallWorld.IRELAND).stream()
                .flatMap(vault -> vault.points.keySet().stream())
                .toList();
    }
}
