package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;

class SelectionsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final String ARN = ORDERS.id().arn().value();
    private static final String OTHER = "arn:aws:rds:eu-west-1:111111111111:cluster:stock";

    private static final List<String> NONE = List.of();
    private static final List<TagTest> NO_TEST = List.of();

    @Test
    void takesWhatAnyResourceNames() {
        assertThat(selects(List.of(OTHER, ARN), NONE, NO_TEST, NO_TEST, ORDERS)).isTrue();
        assertThat(selects(List.of(OTHER), NONE, NO_TEST, NO_TEST, ORDERS)).isFalse();
    }

    @Test
    void takesNoClusterWithTheMarkOfARestoreTestHoweverOld() {
        var named = Sample.cluster("awsbackup-restore-test-orders");
        var tagged = Sample.tagged("awsbackup-restore-test", "", ORDERS);
        for (var marked : List.of(named, tagged)) {
            assertThat(selects(List.of("*"), NONE, NO_TEST, NO_TEST, marked)).isFalse();
        }
        assertThat(selects(List.of("*"), NONE, NO_TEST, NO_TEST, ORDERS)).isTrue();
    }

    @Test
    void takesNothingWhenItSelectsByNothing() {
        assertThat(selects(NONE, NONE, NO_TEST, NO_TEST, ORDERS)).isFalse();
        assertThat(selects(NONE, List.of(OTHER), NO_TEST, NO_TEST, ORDERS)).isFalse();
    }

    @Test
    void matchesWildcardsAnywhere() {
        for (var pattern :
                List.of(
                        "*",
                        "arn:aws:rds:*:*:cluster:*",
                        "arn:aws:rds:eu-west-1:111111111111:cluster:ord*",
                        "*:cluster:orders")) {
            assertThat(selects(List.of(pattern), NONE, NO_TEST, NO_TEST, ORDERS))
                    .as(pattern)
                    .isTrue();
        }
        for (var pattern :
                List.of(
                        "arn:aws:rds:*:*:db:*",
                        "arn:aws:rds:*:222222222222:cluster:*",
                        "arn:aws:rds:eu-west-1:111111111111:cluster:order",
                        "arn.aws.rds.*")) {
            assertThat(selects(List.of(pattern), NONE, NO_TEST, NO_TEST, ORDERS))
                    .as(pattern)
                    .isFalse();
        }
    }

    @Test
    void leavesOutWhatAnyExclusionNames() {
        assertThat(selects(List.of("*"), List.of(OTHER, "*:orders"), NO_TEST, NO_TEST, ORDERS))
                .isFalse();
        assertThat(selects(List.of("*"), List.of(OTHER), NO_TEST, NO_TEST, ORDERS)).isTrue();
    }

    @Test
    void takesWhatCarriesAnyOfTheTags() {
        var tests = List.of(equal("backup", "yes"), equal("tier", "gold"));
        assertThat(selects(NONE, NONE, tests, NO_TEST, tagged("tier", "gold"))).isTrue();
        assertThat(selects(NONE, NONE, tests, NO_TEST, tagged("tier", "tin"))).isFalse();
        assertThat(selects(NONE, NONE, tests, NO_TEST, ORDERS)).isFalse();
    }

    @Test
    void addsTagsToResources() {
        var tests = List.of(equal("tier", "gold"));
        assertThat(selects(List.of(OTHER), NONE, tests, NO_TEST, tagged("tier", "gold"))).isTrue();
        assertThat(selects(List.of(ARN), NONE, tests, NO_TEST, ORDERS)).isTrue();
    }

    @Test
    void wantsEveryCondition() {
        var conditions = List.of(equal("tier", "gold"), equal("stage", "live"));
        var both = Sample.tagged("stage", "live", tagged("tier", "gold"));
        assertThat(selects(List.of("*"), NONE, NO_TEST, conditions, both)).isTrue();
        assertThat(selects(List.of("*"), NONE, NO_TEST, conditions, tagged("tier", "gold")))
                .isFalse();
        assertThat(selects(NONE, NONE, List.of(equal("tier", "gold")), conditions, both)).isTrue();
    }

    @Test
    void takesByConditionsAlone() {
        var conditions = List.of(equal("tier", "gold"));
        assertThat(selects(NONE, NONE, NO_TEST, conditions, tagged("tier", "gold"))).isTrue();
        assertThat(selects(NONE, NONE, NO_TEST, conditions, ORDERS)).isFalse();
    }

    @Test
    void comparesTagsInFourWays() {
        var gold = tagged("tier", "gold");
        assertThat(holds(Comparison.EQUALS, "gold", gold)).isTrue();
        assertThat(holds(Comparison.EQUALS, "go*", gold)).isFalse();
        assertThat(holds(Comparison.NOT_EQUALS, "gold", gold)).isFalse();
        assertThat(holds(Comparison.NOT_EQUALS, "tin", gold)).isTrue();
        assertThat(holds(Comparison.LIKE, "go*", gold)).isTrue();
        assertThat(holds(Comparison.LIKE, "ti*", gold)).isFalse();
        assertThat(holds(Comparison.NOT_LIKE, "go*", gold)).isFalse();
        assertThat(holds(Comparison.NOT_LIKE, "ti*", gold)).isTrue();
    }

    @Test
    void countsAMissingTagAsDifferent() {
        assertThat(holds(Comparison.EQUALS, "", ORDERS)).isFalse();
        assertThat(holds(Comparison.LIKE, "*", ORDERS)).isFalse();
        assertThat(holds(Comparison.NOT_EQUALS, "gold", ORDERS)).isTrue();
        assertThat(holds(Comparison.NOT_LIKE, "*", ORDERS)).isTrue();
    }

    @Test
    void letsNoWildcardMatchWhiteSpace() {
        assertThat(holds(Comparison.LIKE, "very*gold", tagged("tier", "verygold"))).isTrue();
        assertThat(holds(Comparison.LIKE, "very*gold", tagged("tier", "very gold"))).isFalse();
        assertThat(holds(Comparison.LIKE, "very gold", tagged("tier", "very gold"))).isTrue();
    }

    @Test
    void looksOnlyAtSelectionsThatFillTheVault() {
        var selection =
                new PlanSelection(
                        "plan",
                        "all",
                        "role",
                        List.of("daily"),
                        List.of("*"),
                        NONE,
                        NO_TEST,
                        NO_TEST);
        assertThat(Selections.select(List.of(selection), "daily"::equals, ORDERS)).isTrue();
        assertThat(Selections.select(List.of(selection), "source"::equals, ORDERS)).isFalse();
        assertThat(Selections.select(List.of(), "daily"::equals, ORDERS)).isFalse();
    }

    private static boolean holds(Comparison comparison, String value, Cluster cluster) {
        var test = new TagTest(comparison, "tier", value);
        return selects(List.of("*"), NONE, NO_TEST, List.of(test), cluster);
    }

    private static boolean selects(
            List<String> resources,
            List<String> notResources,
            List<TagTest> tags,
            List<TagTest> conditions,
            Cluster cluster) {
        return Selections.selects(
                new PlanSelection(
                        "plan",
                        "selection",
                        "role",
                        List.of("source"),
                        resources,
                        notResources,
                        tags,
                        conditions),
                cluster);
    }

    private static TagTest equal(String key, String value) {
        return new TagTest(Comparison.EQUALS, key, value);
    }

    private static Cluster tagged(String key, String value) {
        return Sample.tagged(key, value, ORDERS);
    }
}
