package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.StackInstance;

/// A promise changes, and what was synthesized of it is deployed; an account moves between two targets.
final class UpdatedTest {
    @Test
    void aChangedPromiseReplacesWhatItMustAndLosesNothing() {
        var small = SmallOrganization.deployed();
        small.pass(Duration.ofHours(30));
        var world = small.world();
        System.out.println(
                "UP0 "
                        + small.gaps()
                        + world.backup().plans().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                                .map(p -> p.deletedAt + " " + p.document)
                                .toList());
        var vaults =
                world.vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .map(v -> v.name)
                        .toList();
        var own =
                OwnEstate.of(
                        "changed",
                        "backup/every-cluster.json",
                        promise ->
                                (promise)
                                        .put(
                                                "sourceRetentionDays",
                                                promise.path("sourceRetentionDays").asInt() + 3));
        small.firstDay().deploy(own.templates().get("SecondBackupOrganization"));
        small.read(own.policies());
        System.out.println(
                "UP1 "
                        + world.cloudFormation().stackSets().all().stream()
                                .flatMap(s -> s.instances().stream())
                                .filter(i -> i.account.equals(SmallWorld.SHOP))
                                .toList());
        small.nextReport();
        System.out.println(
                "UP2 "
                        + small.gaps()
                        + world.backup().plans().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                                .map(p -> p.deletedAt + " " + p.document)
                                .toList());
        assertThat(
                        world.vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                                .map(v -> v.name)
                                .toList())
                .isEqualTo(vaults);
    }

    @Test
    void betweenTwoTargetsTheRolesNamesAreTakenAndTheOldStacksGoOn() {
        var own =
                OwnEstate.of(
                        "two-targets",
                        estate ->
                                estate.withObject("/targets")
                                        .putArray("units")
                                        .add("ou-root-products")
                                        .add("ou-root-platform"));
        var small = SmallOrganization.deployed(SmallOrganization.founded(), own);
        small.pass(Duration.ofHours(30));
        System.out.println("TWO " + small.gaps());
        small.world().organization().account(SmallWorld.SHOP).orElseThrow().parent =
                "ou-root-platform";
        small.pass(Duration.ofHours(36));
        System.out.println(
                "TWO2 "
                        + small.gaps()
                        + small.world().cloudFormation().stackSets().all().stream()
                                .flatMap(s -> s.instances().stream())
                                .filter(i -> i.account.equals(SmallWorld.SHOP))
                                .toList());
        System.out.println(
                small.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .map(v -> v.name + v.points.size())
                        .toList());
        assertThat(StackInstance.Status.values()).isNotEmpty();
    }
}
