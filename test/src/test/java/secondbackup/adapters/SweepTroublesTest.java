package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.Place;

/// A sweep through an organization in which everything is protected, while AWS has a bad day.
final class SweepTroublesTest {
    private static final int TWICE = 2;

    private static Day day = Day.deployed();

    @BeforeAll
    static void live() {
        day = Day.deployed().lived();
    }

    @AfterEach
    void calm() {
        day.world().faults().clear();
        day.world().organization().emptyPageShare = 0;
    }

    private static void first(Fault.Kind kind, int count, Predicate<Place> where) {
        day.world().faults().plan(Fault.first("passing", kind, count, where));
    }

    private static void always(Fault.Kind kind, Predicate<Place> where) {
        day.world().faults().plan(Fault.share("staying", kind, 1, where));
    }

    private static Predicate<Place> call(String account, String operation) {
        return place -> place.account().equals(account) && place.operation().equals(operation);
    }

    private static int safe(JsonNode report) {
        return report.at("/summary/protectedClusters").asInt();
    }

    private static List<String> causes(JsonNode report, String kind) {
        return report.path("gaps").findParents("kind").stream()
                .filter(gap -> gap.path("kind").asText().equals(kind))
                .map(gap -> gap.path("what").asText() + " " + gap.path("cause").asText())
                .toList();
    }

    @Test
    void everythingIsProtectedOnAGoodDay() {
        var report = day.look();

        assertThat(safe(report)).isEqualTo(2);
        assertThat(report.path("gaps")).isEmpty();
    }

    @Test
    void emptyPagesHideNobody() {
        day.world().organization().emptyPageShare = 1;

        assertThat(safe(day.look())).isEqualTo(2);
        assertThat(day.report().at("/summary/accounts").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"THROTTLED", "SERVER_ERROR", "UNAVAILABLE", "TIMED_OUT", "ANSWER_LOST"})
    void troubleThatPassesLeavesNoTrace(Fault.Kind kind) {
        first(kind, TWICE, call(SmallWorld.SHOP, "ListCopyJobs"));

        assertThat(safe(day.look())).isEqualTo(2);
        assertThat(day.report().path("gaps")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, ListCopyJobs, ThrottlingException",
        "SERVER_ERROR, ListRecoveryPointsByBackupVault, InternalFailure",
        "UNAVAILABLE, ListBackupPlans, ServiceUnavailable",
        "TIMED_OUT, GetBackupSelection, SdkClientException",
        "CREDENTIALS_EXPIRED, GetBackupPlan, ExpiredToken",
        "THROTTLED, DescribeDBClusters, Throttling",
        "SERVER_ERROR, DescribeDBClusterSnapshots, InternalFailure",
        "UNAVAILABLE, DescribeRegionSettings, ServiceUnavailable",
        "SERVER_ERROR, ListBackupSelections, InternalFailure"
    })
    void troubleThatStaysIsARegionThatWasNotSeen(Fault.Kind kind, String operation, String word) {
        always(kind, call(SmallWorld.SHOP, operation));
        var report = day.look();

        assertThat(safe(report)).isZero();
        assertThat(causes(report, "StateUnknown"))
                .anyMatch(cause -> cause.contains("eu-west-1") && cause.contains(word))
                .anyMatch(cause -> cause.contains("eu-north-1") && cause.contains(word));
    }

    @ParameterizedTest
    @CsvSource({"ListRegions, could not be read", "AssumeRole, could not be assumed"})
    void accountThatDoesNotAnswerIsUnreadable(String operation, String word) {
        always(
                Fault.Kind.UNAVAILABLE,
                place ->
                        place.operation().equals(operation)
                                && !place.account().equals(SmallWorld.VAULT));
        var report = day.look();

        assertThat(safe(report)).isZero();
        assertThat(causes(report, "AccountUnreadable"))
                .anyMatch(cause -> cause.contains("shop") && cause.contains(word));
    }

    /// Clusters and their copies are seen without it.
    @Test
    void roleThatCannotBeLookedAtIsUnknownAndNothingElseSuffers() {
        always(Fault.Kind.UNAVAILABLE, call(SmallWorld.SHOP, "GetRole"));
        var report = day.look();

        assertThat(safe(report)).isEqualTo(2);
        assertThat(causes(report, "StateUnknown"))
                .hasSize(4)
                .allMatch(cause -> cause.contains("role ") && cause.contains("ServiceUnavailable"));
    }

    @Test
    void organizationThatCannotBeListedIsUnknownAndPeopleAreTold() {
        always(Fault.Kind.THROTTLED, call(SmallWorld.CONTROL, "ListAccounts"));
        var told = day.slack().received();
        var report = day.sweep();

        assertThat(safe(report)).isZero();
        assertThat(causes(report, "StateUnknown"))
                .anyMatch(cause ->
                        cause.contains("organization's accounts")
                                && cause.contains("ThrottlingException"));
        assertThat(day.slack().received()).isEqualTo(told + 1);
        assertThat(day.slack().latest().orElseThrow()).contains("organization");
    }

    @Test
    void surveyThatLeftNothingBehindIsAnAccountThatWasNotSeen() {
        var report = day.look(day.lambdas(), SmallWorld.SHOP);

        assertThat(safe(report)).isZero();
        assertThat(causes(report, "AccountUnreadable"))
                .singleElement()
                .asString()
                .contains("shop", "its survey left nothing behind");
    }

    @Test
    void surveyOfAnAccountThatIsNotInTheManifestIsAMistake() {
        var item =
                "{\"sweep\": \""
                        + day.report().path("sweep").asText()
                        + "\", \"account\": \"999999999999\"}";

        assertThatThrownBy(() -> day.lambdas().invoke("survey", item))
                .hasMessageContaining("account 999999999999 is not in the manifest of sweep");
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeBackupVault, the vault and every copy in it",
        "ListRecoveryPointsByBackupVault, the vault and every copy in it",
        "GetBackupVaultAccessPolicy, the vault and every copy in it",
        "DescribeKey, the vault's key",
        "GetKeyPolicy, the vault's key",
        "DescribeDBClusterSnapshots, the snapshots behind the copies"
    })
    void vaultThatDoesNotAnswerProtectsNobody(String operation, String what) {
        always(
                Fault.Kind.SERVER_ERROR,
                call(SmallWorld.VAULT, operation)
                        .and(place -> place.region().equals("eu-central-1")));
        var report = day.look();

        assertThat(safe(report)).isZero();
        assertThat(causes(report, "StateUnknown")).anyMatch(cause -> cause.contains(what));
        assertThat(Day.line(report, SmallWorld.ORDERS).path("standing").asText())
                .isEqualTo("UNKNOWN");
    }

    /// AWS Backup denies access to a vault that does not exist: it does not say whether there is one.
    @Test
    void vaultThatIsGoneProtectsNobody() {
        var vault = day.vault();
        day.world().vaults().remove(vault);
        try {
            var report = day.look();

            assertThat(safe(report)).isZero();
            assertThat(causes(report, "StateUnknown"))
                    .anyMatch(cause ->
                            cause.contains("the vault and every copy in it")
                                    && cause.contains("AccessDeniedException"));
        } finally {
            day.world().vaults().put(vault);
        }
    }

    @Test
    void statusThatNobodyKnowsYetProtectsNobody() {
        var copies = day.vault().points.values();
        var before = copies.stream().map(copy -> copy.status).toList().getFirst();
        copies.forEach(copy -> copy.status = "ARCHIVED");
        var report = day.look();
        copies.forEach(copy -> copy.status = before);

        assertThat(safe(report)).isZero();
        assertThat(causes(report, "StateUnknown")).anyMatch(cause -> cause.contains("ARCHIVED"));
    }

    @Test
    void copyJobInAStateThatNobodyKnowsYetIsToldOf() {
        var job = day.world().copyJobs().all().getFirst();
        var before = job.state;
        job.state = "PAUSED";
        var report = day.look();
        job.state = before;

        assertThat(causes(report, "StateUnknown"))
                .singleElement()
                .asString()
                .contains(job.id, "PAUSED");
    }

    @Test
    void vaultPolicyThatIsTakenOffIsToldOf() {
        var policy = day.vault().accessPolicy;
        day.vault().accessPolicy = "";
        var report = day.look();
        day.vault().accessPolicy = policy;

        assertThat(safe(report)).isZero();
        assertThat(Day.gaps(report, SmallWorld.VAULT_ARN)).contains("VaultPolicyChanged");
    }

    @Test
    void clusterThatNoPlanSelectsAnyMoreIsToldOf() {
        var plans = day.world().backup().plans().in(SmallWorld.SHOP, SmallWorld.IRELAND);
        plans.forEach(plan -> plan.deletedAt = day.world().time().instant());
        var report = day.look();
        plans.forEach(plan -> plan.deletedAt = null);

        assertThat(Day.gaps(report, SmallWorld.ORDERS)).containsExactly("NotEnrolled");
        assertThat(Day.gaps(report, SmallWorld.BASKET)).isEmpty();
    }
}
