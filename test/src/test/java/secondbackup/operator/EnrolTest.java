package secondbackup.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.cli.Stop;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.world.SimulatedOrganization;

/// Enrolling: what CloudFormation cannot set.
final class EnrolTest {
    private static final String SHOP = "444444444402";
    private static final String ACCESS = "OrganizationAccountAccessRole";

    /// The switch, two trusts, two roles that one account lacks, and an opt-in for each of two Regions in 15 accounts.
    private static final int CHANGES = 1 + 2 + 2 + 2 * 15;

    private SimulatedOrganization world = SimulatedOrganization.of(BareWorld.world(), 1);

    @BeforeEach
    void found() {
        world = SimulatedOrganization.of(BareWorld.world(), 1);
        world.roles().remove(SHOP, "AWSServiceRoleForBackup");
        world.roles().remove(SHOP, "AWSServiceRoleForRDS");
    }

    private Console console() {
        return Console.of(world);
    }

    @Test
    void dryRunIsTheDefaultAndChangesNothing() {
        var ran = console().run("enrol");

        assertThat(ran.out()).contains("Would be changed (--apply makes it so): " + CHANGES);
        assertThat(world.settings().crossAccountBackup).isFalse();
        assertThat(world.settings().optedIn(SHOP, "eu-west-1", "Aurora")).isFalse();
        assertThat(world.roles().find(SHOP, "AWSServiceRoleForBackup")).isEmpty();
        assertThat(console().run("enrol", "--dry-run").out()).isEqualTo(ran.out());
    }

    @Test
    void appliedOnceEverythingIsSetAndASecondRunFindsNothingToDo() {
        var ran = console().run("enrol", "--apply");

        assertThat(ran.out()).contains("Done: " + CHANGES).doesNotContain("NOT done");
        assertThat(world.settings().crossAccountBackup).isTrue();
        assertThat(world.organization().trustedServices).containsExactly("backup.amazonaws.com");
        assertThat(world.organization().stackSetsTrusted).isTrue();
        assertThat(world.settings().optedIn(SHOP, "eu-west-1", "Aurora")).isTrue();
        assertThat(world.settings().optedIn(SHOP, "eu-north-1", "Aurora")).isTrue();
        assertThat(world.settings().optedIn(SHOP, "us-east-1", "Aurora")).isFalse();
        assertThat(world.roles().find(SHOP, "AWSServiceRoleForBackup")).isPresent();

        var again = console().run("enrol", "--apply");
        assertThat(again.out()).doesNotContain("Done").doesNotContain("NOT done");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.out()).contains("Could not be looked at", "acquired 444444444411");
    }

    @Test
    void whatCouldBeSeenAndIsAsItMustBeIsZeroToTheShell() {
        console().run("enrol", "--apply", "--accounts", SHOP);
        var again = console().run("enrol", "--accounts", SHOP);

        assertThat(again.out()).isEqualTo("Everything is as it must be.\n");
        assertThat(again.code()).isZero();
    }

    @Test
    void otherOptInsStayAsTheyAre() {
        world.settings().optIn(SHOP, "eu-west-1", "Neptune", true);
        world.settings().optIn(SHOP, "eu-west-1", "EFS", false);
        console().run("enrol", "--apply");

        assertThat(world.settings().optedIn(SHOP, "eu-west-1", "Neptune")).isTrue();
        assertThat(world.settings().optedIn(SHOP, "eu-west-1", "EFS")).isFalse();
    }

    /// Ctrl-C during the second change: two are done and said so, the rest is named as not begun.
    @Test
    void stoppedBetweenChangesItSaysWhatWasDoneAndWhatWasNot() {
        var stop = new Stop();
        world.faults()
                .plan(
                        Fault.first(
                                "none",
                                Fault.Kind.UNAVAILABLE,
                                0,
                                place -> {
                                    if (place.operation().equals("EnableAWSServiceAccess")) {
                                        stop.ask();
                                    }
                                    return false;
                                }));
        var ran = new Console(world, Console.MANAGEMENT, stop).run("enrol", "--apply");

        assertThat(ran.err().lines().filter(line -> line.startsWith("Done: "))).hasSize(2);
        assertThat(ran.out())
                .contains("Done: 2", "NOT done: " + (CHANGES - 2), "(stopped before it)");
        assertThat(world.settings().crossAccountBackup).isTrue();
        assertThat(world.organization().stackSetsTrusted).isFalse();
    }

    @Test
    void changeThatAwsRefusesIsNamedAndTheOthersAreMade() {
        world.roles()
                .find(SHOP, ACCESS)
                .orElseThrow()
                .policies
                .put(
                        "no-roles",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
                                + "\"Action\":\"iam:CreateServiceLinkedRole\",\"Resource\":\"*\"}]}");
        var ran = console().run("enrol", "--apply", "--accounts", SHOP);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("NOT done: 2", "iam:CreateServiceLinkedRole");
        assertThat(world.settings().optedIn(SHOP, "eu-west-1", "Aurora")).isTrue();
    }

    @Test
    void onlyTheManagementAccountMayEnrol() {
        var ran = new Console(world, SHOP, new Stop()).run("enrol", "--apply");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains("expected those of management account 111111111111");
    }

    @Test
    void dryRunListsNoCallThatChangesAndApplyOnlyFive() {
        var dry = console().run("enrol", "--calls").lines();
        var apply = console().run("enrol", "--apply", "--calls").lines();

        assertThat(dry).allMatch(action -> action.matches("[a-z]+:(Describe|Get|List|Assume).+"));
        assertThat(apply.stream().filter(action -> !dry.contains(action)))
                .containsExactly(
                        "backup:UpdateGlobalSettings",
                        "backup:UpdateRegionSettings",
                        "cloudformation:ActivateOrganizationsAccess",
                        "iam:CreateServiceLinkedRole",
                        "organizations:EnableAWSServiceAccess");
    }
}
