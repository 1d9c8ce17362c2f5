package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.iam.Roles;

/// Somebody in a member account changes by hand what was deployed: which gap says so, and what AWS CloudFormation's drift
/// detection finds.
final class DriftedTest {
    private SmallOrganization small = SmallOrganization.deployed();

    @BeforeEach
    void isWell() {
        small.pass(Duration.ofHours(60));
        assertThat(small.gaps(SmallWorld.ORDERS)).isEmpty();
        assertThat(drifted()).isEmpty();
    }

    private List<Stack> stacks() {
        return small.world().cloudFormation().deployments().all().stream()
                .filter(stack -> stack.account.equals(SmallWorld.SHOP) && stack.exists())
                .toList();
    }

    /// Logical ids.
    private List<String> drifted() {
        var found = new ArrayList<String>();
        for (var stack : stacks()) {
            for (var drift : small.world().cloudFormation().deployments().drift(stack)) {
                if (drift.status() != Drift.Status.IN_SYNC) {
                    found.add(drift.logicalId());
                }
            }
        }
        return found;
    }

    private Roles.Role role(String name) {
        return small.world().roles().find(SmallWorld.SHOP, name).orElseThrow();
    }

    @Test
    void aDeletedPlanIsNotEnrolled() {
        small.world()
                .backup()
                .plans()
                .in(SmallWorld.SHOP, SmallWorld.IRELAND)
                .forEach(plan -> plan.deletedAt = small.world().time().instant());
        small.nextReport();

        assertThat(small.gaps(SmallWorld.ORDERS)).containsExactly("NotEnrolled");
        assertThat(drifted()).contains("PlanEveryCluster");
    }

    @Test
    void aCopyRoleWithoutItsRightsLetsCopiesFail() {
        role("second-backup-member-copy").policies.clear();
        small.pass(Duration.ofHours(36));

        assertThat(small.gaps(SmallWorld.ORDERS)).contains("CopyFailing");
        assertThat(drifted()).containsExactly("CopyStarterRole");
    }

    @Test
    void aSurveyRoleWithoutItsRightsMakesTheAccountUnreadable() {
        role("second-backup-member-survey").policies.clear();
        small.nextReport();

        assertThat(small.gaps(SmallWorld.SHOP)).contains("AccountUnreadable");
        assertThat(drifted()).containsExactly("SurveyRoleRole");
    }

    /// The service control policy keeps roles and rules, the templates keep vaults and keys.
    @Test
    void whoDeletesTheStacksTakesPlansButNeitherRolesNorRulesNorPoints() {
        var points = points();
        for (var stack : stacks()) {
            small.world()
                    .cloudFormation()
                    .deployments()
                    .delete(SmallOrganization.administrator(SmallWorld.SHOP), stack);
            assertThat(stack.reason()).contains("failed to delete");
        }
        small.nextReport();

        assertThat(points()).containsAll(points);
        assertThat(role("AWSBackup-second-backup").policies).isNotEmpty();
        assertThat(small.gaps(SmallWorld.ORDERS)).containsExactly("NotEnrolled");
        assertThat(small.told())
                .anyMatch(message -> message.contains("Tripwire BackupSwitchedOff in account"));
    }

    private List<String> points() {
        return small.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                .flatMap(vault -> vault.points.keySet().stream())
                .toList();
    }
}
