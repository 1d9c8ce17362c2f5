package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.FirstDay;
import secondbackup.rehearsal.Templates;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.cloudformation.StackInstance;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.WorldReader;

/// The README's first day: every stack that was synthesized, in every account and Region that it is meant for.
final class FirstDayTest {
    private static final List<String> SOURCES = List.of("eu-north-1", "eu-west-1");
    private static final SimulatedOrganization WORLD = founded();
    private static final FirstDay DAY = deployed(WORLD);

    private static SimulatedOrganization founded() {
        return SimulatedOrganization.of(WorldReader.resource("rehearsal/world.json"), 1);
    }

    private static FirstDay deployed(SimulatedOrganization into) {
        var first = new FirstDay(into, Templates.bundled(), SmallWorld.policies("estate.json"));
        first.deploy();
        return first;
    }

    @Test
    void everySynthesizedStackIsDone() {
        var names = new TreeSet<String>();
        for (var stack : DAY.stacks()) {
            assertThat(stack.status().done()).as("%s", stack).isTrue();
            names.add(stack.name);
        }
        assertThat(names)
                .containsExactlyElementsOf(
                        Templates.bundled().all().stream().map(one -> one.name()).toList());
    }

    @Test
    void theStackSetsAreCurrentInEveryTargetAccountAndRegion() {
        var accounts = new TreeSet<>(WORLD.organization().accounts.keySet());
        accounts.removeAll(List.of(SmallWorld.MANAGEMENT, SmallWorld.VAULT));
        var roles = new ArrayList<String>();
        var backup = new ArrayList<String>();
        for (var account : accounts) {
            roles.add(account + " " + SmallWorld.HOME);
            SOURCES.forEach(region -> backup.add(account + " " + region));
        }

        assertThat(current("second-backup-member-roles")).containsExactlyElementsOf(roles);
        assertThat(current("second-backup-member-backup")).containsExactlyElementsOf(backup);
    }

    private static List<String> current(String stackSet) {
        return WORLD.cloudFormation().stackSets().find(stackSet).orElseThrow().instances().stream()
                .filter(instance -> instance.status() == StackInstance.Status.CURRENT)
                .map(instance -> instance.account + " " + instance.region)
                .toList();
    }

    @Test
    void theManagementAccountHasTheMembersStacksByItself() {
        var own =
                DAY.stacks().stream()
                        .filter(stack -> stack.account.equals(SmallWorld.MANAGEMENT))
                        .map(stack -> stack.name + " " + stack.region)
                        .toList();

        assertThat(own)
                .contains(
                        "SecondBackupMemberRoles eu-central-1",
                        "SecondBackupMemberBackup eu-north-1",
                        "SecondBackupMemberBackup eu-west-1");
    }

    @Test
    void nothingHasDrifted() {
        assertThat(WORLD.cloudFormation().deployments().all())
                .hasSizeGreaterThan(50)
                .allSatisfy(stack -> assertThat(drifted(stack)).as("%s", stack).isEmpty());
    }

    private static List<Drift> drifted(Stack stack) {
        return WORLD.cloudFormation().deployments().drift(stack).stream()
                .filter(drift -> drift.status() != Drift.Status.IN_SYNC)
                .toList();
    }

    @Test
    void whatSomebodyChangesByHandHasDrifted() {
        var other = founded();
        var stacks = deployed(other).stacks();
        other.roles().remove(SmallWorld.CONTROL, "second-backup-copy");

        var found =
                stacks.stream()
                        .flatMap(
                                stack -> other.cloudFormation().deployments().drift(stack).stream())
                        .filter(drift -> drift.status() == Drift.Status.DELETED)
                        .toList();

        assertThat(found).isNotEmpty();
    }

    @Test
    void theVaultsKeyIsTheOneThatTheEstateNames() {
        var vault = WORLD.vaults().find(SmallWorld.VAULT_ARN).orElseThrow();

        assertThat(vault.keyArn)
                .isEqualTo(SmallWorld.policies("estate.json").at("/vaults/0/key").asText());
        assertThat(stack("SecondBackupVault-second-backup").outputs())
                .containsEntry("KeyArn", vault.keyArn);
    }

    private static Stack stack(String name) {
        return DAY.stacks().stream()
                .filter(stack -> stack.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// But for the vault account: a service control policy stops CloudFormation there.
    @Test
    void deployingAgainChangesNothing() {
        for (var synthesized : Templates.bundled().all()) {
            if (!synthesized.account().isEmpty()
                    && !synthesized.account().equals(SmallWorld.VAULT)) {
                var before = stack(synthesized.name()).events().size();
                var stack = DAY.deploy(synthesized);
                assertThat(stack.events()).as(synthesized.name()).hasSize(before);
            }
        }
    }
}
