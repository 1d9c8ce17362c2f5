package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.StackInstance;

/// A promise changes, and what was synthesized of it is deployed; an account moves between two targets.
final class UpdatedTest {
    private static List<StackInstance> instances(SmallOrganization small) {
        return small.world().cloudFormation().stackSets().all().stream()
                .flatMap(set -> set.instances().stream())
                .filter(instance -> instance.account.equals(SmallWorld.SHOP))
                .toList();
    }

    private static List<String> vaults(SmallOrganization small) {
        return small.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                .map(vault -> vault.name)
                .toList();
    }

    private static List<String> schedules(SmallOrganization small) {
        return small.world().backup().plans().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                .filter(plan -> plan.deletedAt == null)
                .flatMap(plan -> plan.document.rules().stream())
                .map(rule -> rule.scheduleExpression())
                .toList();
    }

    @Test
    void aChangedPromiseChangesThePlanAndLosesNothing() {
        var small = SmallOrganization.deployed();
        small.pass(Duration.ofHours(60));
        var vaults = vaults(small);
        assertThat(small.gaps(SmallWorld.ORDERS)).isEmpty();
        assertThat(small.drifted(SmallWorld.SHOP)).isEmpty();
        assertThat(schedules(small)).contains("cron(0 1 * * ? *)");

        var own =
                OwnEstate.of(
                        "changed",
                        "backup/every-cluster.json",
                        promise ->
                                promise.withObject("/schedule").put("cron", "cron(0 4 * * ? *)"));
        small.firstDay().deploy(own.templates().get("SecondBackupOrganization"));
        small.read(own.policies());
        assertThat(instances(small))
                .allMatch(each -> each.status() == StackInstance.Status.CURRENT);
        assertThat(schedules(small)).contains("cron(0 4 * * ? *)");
        assertThat(vaults(small)).isEqualTo(vaults);

        small.pass(Duration.ofDays(2));
        assertThat(small.gaps(SmallWorld.ORDERS)).isEmpty();
        assertThat(small.drifted(SmallWorld.SHOP)).isEmpty();
        assertThat(small.drifted(SmallWorld.MANAGEMENT))
                .as("nobody deployed there by hand")
                .anyMatch(words -> words.contains("schedule expected cron(0 4 * * ? *)"));
    }

    /// Roles have names that are fixed: the old stack keeps them, the new one cannot make them, and says why. What was
    /// deployed goes on, and so do copies.
    @Test
    void betweenTwoTargetsTheRolesNamesAreTakenAndWhatIsThereGoesOn() {
        var own =
                OwnEstate.of(
                        "two-targets",
                        estate ->
                                estate.withObject("/targets")
                                        .putArray("units")
                                        .add("ou-root-products")
                                        .add("ou-root-platform"));
        var small = SmallOrganization.deployed(SmallOrganization.founded(), own);
        small.pass(Duration.ofHours(60));
        var before = vaults(small);

        small.world().organization().account(SmallWorld.SHOP).orElseThrow().parent =
                "ou-root-platform";
        small.pass(Duration.ofHours(60));
        assertThat(vaults(small)).containsAll(before).hasSize(2 * before.size());
        assertThat(small.gaps(SmallWorld.ORDERS)).isEmpty();
        assertThat(small.disagreements()).isEmpty();

        var drifted = small.drifted(SmallWorld.SHOP);
        assertThat(drifted)
                .anySatisfy(words ->
                        assertThat(words)
                                .startsWith("Account shop " + SmallWorld.SHOP)
                                .contains(
                                        "its stack of StackSet second-backup-member-roles",
                                        "expected CURRENT, found OUTDATED, FAILED",
                                        "already exists",
                                        "Since "));
        assertThat(drifted)
                .anySatisfy(words ->
                        assertThat(words)
                                .startsWith("Region eu-west-1 of account shop")
                                .contains("plans of this name expected 1, found 2"));
    }
}
