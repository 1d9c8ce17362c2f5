package secondbackup.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.SimulatedOrganization;

/// The doctor, before the first day's first copy and after it. Each rule by itself: `doctor.CheckupTest`.
final class DoctorTest {
    private static List<String> headings(Console.Ran ran, String mark) {
        return ran.lines().stream().filter(line -> line.startsWith(mark)).toList();
    }

    @Test
    void firstDayIsToldCheckByCheckWithOneFixEach() {
        var bare = SimulatedOrganization.of(BareWorld.world(), 1);
        var ran = Console.of(bare).run("doctor");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(headings(ran, "FOUND"))
                .hasSize(7)
                .anyMatch(line -> line.contains("switch for cross-account backup"))
                .anyMatch(line -> line.contains("Opt-in for Aurora"))
                .anyMatch(line -> line.contains("Our roles"))
                .anyMatch(line -> line.contains("A trail of every Region"));
        assertThat(ran.out())
                .contains(" clusters would have to be restored, and 40 fit in")
                .contains("acquired 444444444411");
    }

    @Test
    void organizationThatIsInOrderIsFineInEveryCheck() {
        var day = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        var ran = Console.of(day.world()).run("doctor");

        assertThat(headings(ran, "FINE")).hasSize(11);
        assertThat(ran.lines()).hasSize(11);
        assertThat(ran.code()).isZero();
    }

    @Test
    void troubleIsFoundWhereItIs() {
        var day = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        var world = day.world();
        world.roles().remove(SmallWorld.SHOP, "AWSServiceRoleForRDS");
        world.settings().optIn(SmallWorld.SHOP, SmallWorld.IRELAND, "Aurora", false);
        world.trails().all.getFirst().logging = false;
        world.roles()
                        .find(SmallWorld.CONTROL, "second-backup-member-copy")
                        .orElseThrow()
                        .trustPolicy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
        var ran = Console.of(world).run("doctor", "--json");
        var findings = SmallWorld.parse(ran.out()).path("findings");

        assertThat(ran.code()).isEqualTo(1);
        var found =
                findings.findParents("fix").stream()
                        .map(one -> one.path("check").asText() + " " + one.path("where").asText())
                        .distinct();
        assertThat(found)
                .contains(
                        "SERVICE_LINKED_ROLES shop 444444444402",
                        "OPT_IN shop 444444444402 eu-west-1",
                        "OUR_ROLES backup-control 222222222222",
                        "TRAIL shop 444444444402")
                .hasSize(3 + 5);
    }

    @Test
    void rightThatIsMissingIsNotSeenAndNeverFine() {
        var day = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        var access =
                day.world()
                        .roles()
                        .find(SmallWorld.SHOP, "OrganizationAccountAccessRole")
                        .orElseThrow();
        access.policies.put(
                "no-trails",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
                        + "\"Action\":\"cloudtrail:*\",\"Resource\":\"*\"}]}");
        var ran = Console.of(day.world()).run("doctor");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(headings(ran, "UNSEEN"))
                .singleElement()
                .asString()
                .contains("A trail of every Region");
        assertThat(ran.out()).contains("cloudtrail:DescribeTrails");
    }

    @Test
    void needsTheOrganizationsOwnPolicies() {
        var other = BareWorld.json();
        ((ObjectNode) other.path("organization")).put("id", "o-somebodyelse");
        var ran = Console.of(SimulatedOrganization.of(BareWorld.read(other), 1)).run("doctor");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains("expected --policies");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void makesOnlyCallsThatItListsAndNoneThatChanges() {
        var world = SimulatedOrganization.of(BareWorld.world(), 1);
        var listed = Console.of(world).run("doctor", "--calls").lines();
        Console.of(world).run("doctor");

        assertThat(listed)
                .allMatch(action -> action.matches("[a-z]+:(Describe|Get|List|Assume).+"));
        world.access()
                .asked()
                .allowed()
                .forEach(right -> assertThat(listed).contains(right.action()));
    }
}
