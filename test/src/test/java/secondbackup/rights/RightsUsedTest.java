package secondbackup.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.proof.Day;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.RightsAsked.Right;
import secondbackup.simulation.wire.Fault;

/// What a lived day of what was deployed asks of IAM, against what `policies/rights` allows: neither less nor more.
final class RightsUsedTest {
    /// Of the roles of rules, which are at work here: what Amazon EventBridge asks for with them is seen.
    private static final List<String> RULES =
            List.of("member-events.json", "report-written.json", "tripwires.json");

    /// Rights that no simulated call needs, each with the reason for which it is there.
    private static SortedMap<String, String> unseen(RightsFile file) {
        if (RULES.contains(file.file())) {
            return new TreeMap<>();
        }
        var reasons = new TreeMap<>(file.usedByOthers());
        if (file.actions().contains("logs:PutLogEvents")) {
            reasons.put("logs:CreateLogStream", "Lambda itself writes the logs");
            reasons.put("logs:PutLogEvents", "Lambda itself writes the logs");
        }
        return reasons;
    }

    private static SortedSet<Right> allowed = new TreeSet<>();
    private static SortedSet<Right> refused = new TreeSet<>();

    @BeforeAll
    static void live() {
        var day = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        day.sweep();
        day.pass(6);
        joinWhileListing(day);
        day.joinWithATakenName("555555555556", "second-backup-member-copy");
        day.sweep();
        day.pass(6);
        day.sweep();
        askForWhatIsNotThere(day);
        holdALastCopy(day);
        day.world().advance(Duration.ofDays(8));
        allowed = day.world().access().asked().allowed();
        refused = day.world().access().asked().refused();
    }

    /// An account that joins after the tree was walked and before the accounts are listed.
    private static void joinWhileListing(Day day) {
        var organization = day.world().organization();
        var id = "555555555555";
        day.world()
                .faults()
                .plan(
                        Fault.first(
                                "none",
                                Fault.Kind.UNAVAILABLE,
                                0,
                                place -> {
                                    if (place.operation().equals("ListAccounts")
                                            && organization.account(id).isEmpty()) {
                                        organization.join(
                                                id, "late", "ou-root-sandbox", place.at());
                                    }
                                    return false;
                                }));
    }

    /// Where policies ask for it, which those that are deployed do not.
    private static void holdALastCopy(Day day) {
        var holding =
                OwnEstate.policies(
                        "rights-held",
                        Map.of("estate.json", estate -> estate.put("holdLastCopies", true)));
        day.vault().points.values().forEach(point -> point.deleteAfterDays = 3L);
        var lambdas = day.under(holding);
        day.look(lambdas, "");
        day.look(lambdas, "");
    }

    private static void askForWhatIsNotThere(Day day) {
        var never = "2026-01-01T00:00:00Z";
        var item = "{\"sweep\": \"" + never + "\", \"account\": \"" + SmallWorld.SHOP + "\"}";
        assertThatThrownBy(() -> day.lambdas().invoke("survey", item))
                .hasMessageContaining("has no manifest");
        assertThatThrownBy(() -> day.lambdas().invoke("notify", Day.named(never)))
                .hasMessageContaining("has no report");
    }

    @ParameterizedTest
    @MethodSource("secondbackup.rights.RightsFile#all")
    void roleIsAllowedOnlyWhatItsFileNames(RightsFile file) {
        assertThat(file.actions()).containsAll(asked(file, allowed)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("secondbackup.rights.RightsFile#all")
    void rightIsUsedByTheRoleThatHasIt(RightsFile file) {
        var unused = new TreeSet<>(file.actions());
        unused.removeAll(asked(file, allowed));

        assertThat(unused).isEqualTo(unseen(file).keySet());
    }

    @Test
    void nothingIsRefusedButWhatThePoliciesOfTheOrganizationForbid() {
        assertThat(refused.stream().map(Right::action))
                .containsExactlyInAnyOrder(
                        // Regions that a service control policy closes
                        "rds:DescribeDBClusters",
                        // the account that joined too late to have our roles
                        "sts:AssumeRole");
    }

    /// A mark on a right that the file does not give would hide nothing, and mislead whoever reads it.
    @ParameterizedTest
    @MethodSource("secondbackup.rights.RightsFile#all")
    void onlyRightsOfTheFileAreMarkedAsUsedByOthers(RightsFile file) {
        assertThat(file.actions()).containsAll(file.usedByOthers().keySet());
    }

    @Test
    void everyCallIsMadeByARoleWithAFile() {
        var files =
                RightsFile.all().stream()
                        .filter(file -> !unseen(file).keySet().equals(file.actions()))
                        .map(RightsFile::role)
                        .toList();
        var roles =
                allowed.stream()
                        .map(Right::principal)
                        .filter(arn ->
                                arn.contains(":role/") && !arn.contains("/aws-service-role/"))
                        .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                        // AWS CloudFormation StackSets looks for accounts that came
                        .filter(role -> !role.startsWith("stacksets-exec-"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(roles).containsExactlyInAnyOrderElementsOf(files);
    }

    private static SortedSet<String> asked(RightsFile file, SortedSet<Right> rights) {
        return rights.stream()
                .filter(right -> right.principal().endsWith("/" + file.role()))
                .map(Right::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
