package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;

/// Somebody in a member account changes by hand what was deployed: which gap says so, and what AWS CloudFormation's drift
/// detection finds.
final class DriftedTest {
    private static SmallOrganization lived() {
        var small = SmallOrganization.deployed();
        small.pass(Duration.ofHours(30));
        return small;
    }

    private static List<Stack> stacks(SmallOrganization small) {
        return small.world().cloudFormation().deployments().all().stream()
                .filter(stack -> stack.account.equals(SmallWorld.SHOP) && stack.exists())
                .toList();
    }

    private static List<Drift> drifted(SmallOrganization small) {
        return stacks(small).stream()
                .flatMap(
                        stack -> small.world().cloudFormation().deployments().drift(stack).stream())
                .filter(drift -> drift.status() != Drift.Status.IN_SYNC)
                .toList();
    }

    @Test
    void aDeletedPlanIsNotEnrolled() {
        var small = lived();
        System.out.println("BASE " + small.gaps() + drifted(small));
        small.world()
                .backup()
                .plans()
                .in(SmallWorld.SHOP, SmallWorld.IRELAND)
                .forEach(plan -> plan.deletedAt = small.world().time().instant());
        small.nextReport();
        System.out.println("PLAN " + small.gaps() + drifted(small));
        assertThat(small.gaps(SmallWorld.ORDERS)).contains("NotEnrolled");
    }

    @Test
    void aRoleWithoutItsRightsIsSeen() {
        var small = lived();
        small.world()
                .roles()
                .find(SmallWorld.SHOP, "second-backup-member-copy")
                .orElseThrow()
                .policies
                .clear();
        small.world()
                .roles()
                .find(SmallWorld.SHOP, "second-backup-member-copy")
                .orElseThrow()
                .attached
                .clear();
        small.pass(Duration.ofHours(36));
        System.out.println("COPYROLE " + small.gaps() + drifted(small));
        var survey =
                small.world()
                        .roles()
                        .find(SmallWorld.SHOP, "second-backup-member-survey")
                        .orElseThrow();
        survey.policies.clear();
        survey.attached.clear();
        small.nextReport();
        System.out.println("SURVEYROLE " + small.gaps() + drifted(small));
    }

    @Test
    void whoDeletesTheStacksTakesThePlanButNeitherRolesNorPoints() {
        var small = lived();
        var deployments = small.world().cloudFormation().deployments();
        for (var stack : stacks(small)) {
            deployments.delete(SmallOrganization.administrator(SmallWorld.SHOP), stack);
            System.out.println("DEL " + stack + " " + stack.reason());
        }
        System.out.println(
                small.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .map(v -> v.name + v.points.size())
                        .toList());
        System.out.println(
                small.world().roles().of(SmallWorld.SHOP).stream().map(r -> r.name).toList());
        small.nextReport();
        System.out.println("DEL " + small.gaps() + small.told().size());
    }
}
