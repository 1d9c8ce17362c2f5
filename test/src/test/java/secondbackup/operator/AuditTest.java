package secondbackup.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.cli.Stop;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.SimulatedOrganization;

/// The audit, on the first day and on a later one.
final class AuditTest {
    private static final String ACQUIRED = "444444444411";

    private static SimulatedOrganization bare = SimulatedOrganization.of(BareWorld.world(), 1);
    private static Console.Ran first = new Console.Ran(0, "", "");
    private static JsonNode json = SmallWorld.parse("{}");

    @TempDir Path folder;

    @BeforeAll
    static void look() {
        bare = SimulatedOrganization.of(BareWorld.world(), 1);
        first = Console.of(bare).run("audit");
        json = SmallWorld.parse(Console.of(bare).run("audit", "--json").out());
    }

    /// Aurora clusters of all accounts that can be read.
    private static int clusters() {
        return (int)
                bare.clusters().all().stream()
                        .filter(cluster -> cluster.isAurora() && !cluster.account.equals(ACQUIRED))
                        .count();
    }

    private static int unprotected(JsonNode report) {
        return report.at("/summary/unprotectedClusters").asInt();
    }

    private static Map<String, Integer> kinds(JsonNode report) {
        var kinds = new TreeMap<String, Integer>();
        report.path("gaps").forEach(gap -> kinds.merge(gap.path("kind").asText(), 1, Integer::sum));
        return kinds;
    }

    @Test
    void beforeAnythingIsDeployedNoClusterIsProtectedAndEachCauseIsNamed() {
        var report = json.path("report");
        assertThat(report.at("/summary/clusters").asInt()).isEqualTo(clusters()).isPositive();
        assertThat(report.at("/summary/protectedClusters").asInt()).isZero();
        assertThat(kinds(report))
                .containsEntry("NoCopy", unprotected(report) - 1)
                .containsEntry("NotEnrolled", clusters() - 1)
                .containsEntry("RegionUncovered", 1)
                .containsEntry("VaultNotLocked", 1)
                .containsKey("OptedOut");
    }

    @Test
    void accountWithoutRightsIsNamedAndTheOthersAreReadAllTheSame() {
        assertThat(first.code()).isEqualTo(2);
        assertThat(first.out())
                .contains("1 account not seen", "Account acquired 444444444411", "AccessDenied")
                .contains("hence: NoCopy 30, NoRecoveryPoint 30")
                .contains("hence: NoCopy 20, NoRecoveryPoint 20");
    }

    @Test
    void progressGoesToTheErrorAndResultsToTheOutput() {
        assertThat(first.err()).contains("15 of 16: 444444444412 sandbox: 2 Aurora clusters");
        assertThat(first.err()).doesNotContain("NoCopy");
        assertThat(first.out()).doesNotContain("15 of 16");
    }

    @Test
    void whatTheDefaultSelectionWouldBuyBesidesAuroraIsSaid() {
        assertThat(first.out())
                .contains("444444444402 eu-west-1: documents (DocumentDB), graph (Neptune)");
        assertThat(json.path("besidesAurora").findValuesAsText("engine"))
                .containsExactly("docdb", "neptune");
    }

    /// The same code finds the gaps, so they are the same.
    @Test
    void laterItSaysTheSameAsTheLambdas() {
        var day = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        day.pass(6);
        var lambdas = day.look();
        var ran = Console.of(day.world()).run("audit", "--json");
        var audit = SmallWorld.parse(ran.out()).path("report");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(audit.path("gaps").findValuesAsText("key"))
                .isNotEmpty()
                .isEqualTo(lambdas.path("gaps").findValuesAsText("key"));
        assertThat(audit.path("clusters")).isEqualTo(lambdas.path("clusters"));
    }

    @Test
    void whereEverythingHoldsItIsSilentAndSaysSoToTheShell() {
        var day = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        for (var quarter = 0; quarter < 8; quarter++) {
            day.sweep();
            day.pass(6);
        }
        var ran = Console.of(day.world()).run("audit");

        assertThat(ran.lines().getFirst()).isEqualTo("All 2 clusters are protected");
        assertThat(ran.code()).isZero();
    }

    @Test
    void organizationThatHasLaidOutNothingIsAuditedByTheDefaultPromiseInEveryRegion() {
        var other = BareWorld.json();
        ((ObjectNode) other.path("organization")).put("id", "o-somebodyelse");
        var ran =
                Console.of(SimulatedOrganization.of(BareWorld.read(other), 1))
                        .run("audit", "--json");
        var report = SmallWorld.parse(ran.out()).path("report");

        assertThat(kinds(report))
                .containsEntry("NoCopy", unprotected(report))
                .containsEntry("NotEnrolled", clusters())
                .doesNotContainKeys("RegionUncovered", "Unbound", "StateUnknown");
        assertThat(report.findValuesAsText("cause"))
                .anyMatch(cause -> cause.contains("No estate has been laid out"));
    }

    @Test
    void listThatLacksAnAccountOfTheEstateIsNoCleanReport() {
        var lacking = BareWorld.json();
        var accounts = lacking.withArray("accounts").elements();
        while (accounts.hasNext()) {
            if (accounts.next().path("id").asText().equals("222222222222")) {
                accounts.remove();
            }
        }
        var ran = Console.of(SimulatedOrganization.of(BareWorld.read(lacking), 1)).run("audit");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("is not whole", "222222222222");
    }

    /// Whether AWS Backup says that a vault is missing, or refuses to speak of it, is not documented.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void vaultThatIsNotThereIsKnownToBeMissingHoweverAwsAnswers(boolean denied) {
        var switched = BareWorld.json();
        switched.putObject("switches").put("missingVaultsAreDenied", denied);
        var ran =
                Console.of(SimulatedOrganization.of(BareWorld.read(switched), 1))
                        .run("audit", "--accounts", "444444444412", "--json");

        assertThat(kinds(SmallWorld.parse(ran.out()).path("report")))
                .containsEntry("VaultNotLocked", 1)
                .containsEntry("NoCopy", 2)
                .doesNotContainKey("StateUnknown");
    }

    @Test
    void chosenAccountsAreReadAndNoOthers() {
        var before = bare.calls().snapshot();
        var ran = Console.of(bare).run("audit", "--accounts", "444444444412", "--json");

        assertThat(SmallWorld.parse(ran.out()).at("/report/summary/clusters").asInt()).isEqualTo(2);
        assertThat(bare.calls().since(before).keySet())
                .extracting(kind -> kind.account())
                .containsOnly(Console.MANAGEMENT, "333333333333", "444444444412");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void organizationThatMayNotBeListedIsNoCleanReport() {
        var member = new Console(bare, "444444444401", new Stop()).run("audit");

        assertThat(member.code()).isEqualTo(2);
        assertThat(member.out()).contains("The organization could not be listed");
    }

    @Test
    void credentialsThatAwsDoesNotKnowAreToldInOneLine() {
        var stranger = new Console(bare, "AKIASTRANGER", new Stop()).run("audit");

        assertThat(stranger.code()).isEqualTo(2);
        assertThat(stranger.out()).isEmpty();
        assertThat(stranger.err().lines())
                .singleElement()
                .asString()
                .contains("InvalidClientTokenId");
    }

    @Test
    void fileIsWrittenInWholeAndNothingGoesToTheOutput() throws IOException {
        var file = folder.resolve("audit.json");
        var ran = Console.of(bare).run("audit", "--json", "--out", file.toString());

        assertThat(ran.out()).isEmpty();
        var written = SmallWorld.parse(Files.readString(file, StandardCharsets.UTF_8));
        assertThat(written.path("report")).isEqualTo(json.path("report"));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void madeOnlyCallsThatItLists() {
        var listed = Console.of(bare).run("audit", "--calls").lines();
        var asked = new ArrayList<String>();
        bare.access().asked().allowed().forEach(right -> asked.add(right.action()));
        bare.access().asked().refused().forEach(right -> asked.add(right.action()));

        assertThat(listed).containsAll(asked).allMatch(AuditTest::reads);
        assertThat(List.of("rds:DescribeDBClusters", "sts:AssumeRole")).isSubsetOf(asked);
    }

    private static boolean reads(String action) {
        return action.matches("[a-z]+:(Describe|Get|List)[A-Za-z]+|sts:AssumeRole");
    }
}
