package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static secondbackup.Deployed.differences;
import static secondbackup.Deployed.drifts;
import static secondbackup.Deployed.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import secondbackup.Deployed;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;
import secondbackup.policy.Policies;
import secondbackup.policy.PromiseRule;
import secondbackup.policy.Route;
import secondbackup.policy.Tier;
import secondbackup.verify.Drift.Difference;

/// A backup plan that somebody changed is told with what was expected and what was found. What means the same is silent,
/// and so is what another gap says.
class PlanDriftedTest {
    private static final Policies POLICIES = Deployed.policies();
    private static final PlanSelection EVERY_CLUSTER = plan().selections().getFirst();
    private static final DeployedPlan.Rule DAILY = plan().rules().getFirst();

    private static DeployedPlan plan() {
        return Deployed.plans(POLICIES).getFirst();
    }

    private static Given planned(DeployedPlan... plans) {
        return Deployed.account().plans(plans);
    }

    private static DeployedPlan ruled(DeployedPlan.Rule... rules) {
        return new DeployedPlan(plan().id(), plan().name(), List.of(rules), plan().selections());
    }

    private static DeployedPlan selecting(PlanSelection... selections) {
        return new DeployedPlan(plan().id(), plan().name(), plan().rules(), List.of(selections));
    }

    /// A rule of which one thing is otherwise.
    private static DeployedPlan.Rule rule(Map<String, String> changes) {
        var days =
                changes.containsKey("days")
                        ? Optional.of(changes.get("days")).filter(text -> !text.isEmpty())
                        : DAILY.kept().days().map(String::valueOf);
        var cold = Optional.ofNullable(changes.get("cold")).map(Long::valueOf);
        return new DeployedPlan.Rule(
                changes.getOrDefault("name", DAILY.name()),
                changes.getOrDefault("vault", DAILY.vault()),
                changes.getOrDefault("cron", DAILY.cron()),
                changes.getOrDefault("zone", DAILY.timeZone()),
                Optional.of(Long.valueOf(changes.getOrDefault("start", "60"))),
                Optional.of(Long.valueOf(changes.getOrDefault("complete", "480"))),
                changes.containsKey("continuous"),
                new DeployedPlan.Kept(days.map(Long::valueOf), cold),
                changes.containsKey("copy")
                        ? List.of(
                                new DeployedPlan.Copy(
                                        changes.getOrDefault("copy", ""),
                                        new DeployedPlan.Kept(Optional.empty(), Optional.empty())))
                        : List.of(),
                Optional.ofNullable(changes.get("airGapped")));
    }

    private static List<Difference> otherwise(String what, String value) {
        return differences(planned(ruled(rule(Map.of(what, value)))));
    }

    @Test
    void whatIsAsItWasDeployedIsSilent() {
        assertThat(Deployed.account().gaps()).isEmpty();
    }

    @Test
    void everyChangeOfARuleIsToldWithExpectedAndFound() {
        assertThat(otherwise("cron", "cron(0 6 * * ? *)"))
                .containsExactly(
                        new Difference(
                                "rule daily: schedule",
                                "cron(0 5 * * ? *) Europe/Stockholm",
                                "cron(0 6 * * ? *) Europe/Stockholm"));
        assertThat(otherwise("zone", "Asia/Tokyo")).hasSize(1);
        assertThat(otherwise("days", "6"))
                .containsExactly(new Difference("rule daily: retention", "7 days", "6 days"));
        assertThat(otherwise("days", ""))
                .containsExactly(new Difference("rule daily: retention", "7 days", "for good"));
        assertThat(otherwise("cold", "3"))
                .containsExactly(
                        new Difference(
                                "rule daily: retention",
                                "7 days",
                                "7 days, in cold storage after 3"));
        assertThat(otherwise("vault", "Default"))
                .extracting(Difference::what, Difference::found)
                .containsExactly(tuple("rule daily: vault", "Default"));
        assertThat(otherwise("start", "61"))
                .containsExactly(new Difference("rule daily: minutes to start", "60", "61"));
        assertThat(otherwise("complete", "10080")).hasSize(1);
        assertThat(otherwise("continuous", "yes"))
                .containsExactly(new Difference("rule daily: continuous", "no", "yes"));
        assertThat(otherwise("copy", "arn:aws:backup:us-east-1:666666666666:backup-vault:x"))
                .containsExactly(
                        new Difference(
                                "rule daily: copies",
                                "none",
                                "arn:aws:backup:us-east-1:666666666666:backup-vault:x for good"));
        assertThat(otherwise("airGapped", "arn:x"))
                .containsExactly(new Difference("rule daily: air-gapped vault", "none", "arn:x"));
    }

    @Test
    void aRuleMoreOrLessIsTold() {
        assertThat(differences(planned(ruled(DAILY, rule(Map.of("name", "hourly"))))))
                .extracting(Difference::what, Difference::expected)
                .containsExactly(tuple("rule hourly", "none"));
        assertThat(differences(planned(ruled())))
                .extracting(Difference::what, Difference::found)
                .containsExactly(tuple("rule daily", "none"));
    }

    /// Taken away, or put in the place of another one.
    @Test
    void theFloorCopyOfATierIsExpectedWhereItIsPromised() {
        var floor =
                Deployed.policies(
                        Sample.tiered(
                                "every-cluster.json",
                                new Tier(Tier.Period.WEEKLY, 7, 14, 90, true)));
        assertThat(drifts(Deployed.account(floor))).isEmpty();

        var without = Deployed.plans(Deployed.policies(Sample.weekly().rules().getFirst()));
        assertThat(differences(Deployed.account(floor).plans(without.getFirst())))
                .containsExactly(
                        new Difference(
                                "rule weekly: copies", Sample.VAULT + " for 90 days", "none"));
    }

    @Test
    void theSameScheduleInOtherWordsIsSilent() {
        assertThat(otherwise("cron", "cron(0  5 ? * * *)")).isEmpty();
        assertThat(otherwise("zone", "Europe/Stockholm")).isEmpty();
        var utc =
                Deployed.policies(
                        scheduled(new PromiseRule.Schedule("cron(0 5 * * ? *)", "Etc/UTC")));
        var plan = Deployed.plans(utc).getFirst();
        var zoned =
                new DeployedPlan(
                        plan.id(),
                        plan.name(),
                        List.of(rule(Map.of("zone", "UTC"))),
                        plan.selections());
        assertThat(drifts(Deployed.account(utc).plans(zoned))).isEmpty();
        assertThat(drifts(Deployed.account(utc).plans(plan()))).hasSize(1);
    }

    private static PromiseRule scheduled(PromiseRule.Schedule schedule) {
        var rule = Sample.policies().rules().getFirst();
        return new PromiseRule(
                rule.file(),
                rule.why(),
                rule.who(),
                rule.copyAgeMax(),
                rule.retentionDays(),
                rule.route(),
                schedule,
                rule.sourceRetentionDays(),
                rule.tiers());
    }

    private static PlanSelection selection(UnaryOperator<List<Object>> change) {
        var parts =
                change.apply(
                        new ArrayList<>(
                                List.of(
                                        EVERY_CLUSTER.role(),
                                        EVERY_CLUSTER.resources(),
                                        EVERY_CLUSTER.notResources(),
                                        EVERY_CLUSTER.tags(),
                                        EVERY_CLUSTER.conditions())));
        return new PlanSelection(
                "plan",
                "by hand",
                (String) parts.get(0),
                EVERY_CLUSTER.vaults(),
                texts(parts.get(1)),
                texts(parts.get(2)),
                tests(parts.get(3)),
                tests(parts.get(4)));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static List<TagTest> tests(Object list) {
        return ((List<?>) list).stream().map(TagTest.class::cast).toList();
    }

    private static PlanSelection with(int part, Object value) {
        return selection(parts -> {
            parts.set(part, value);
            return parts;
        });
    }

    @Test
    void aSelectionThatSaysSomethingElseIsTold() {
        var gold = List.of(new TagTest(Comparison.EQUALS, "tier", "gold"));
        for (var changed :
                List.of(
                        with(0, "arn:aws:iam::111111111111:role/other"),
                        with(1, List.of("arn:aws:rds:eu-west-1:111111111111:cluster:orders")),
                        with(2, List.of("arn:aws:rds:*:*:cluster:billing")),
                        with(3, gold),
                        with(4, gold))) {
            var found = differences(planned(selecting(changed)));
            assertThat(found).as(changed.toString()).hasSize(1);
            assertThat(found.getFirst().what()).isEqualTo("selection");
            assertThat(found.getFirst().expected()).contains(EVERY_CLUSTER.role());
            assertThat(found.getFirst().found()).isNotEqualTo(found.getFirst().expected());
        }
    }

    @Test
    void anotherNameOfTheSameSelectionIsSilentAndASecondSelectionIsTold() {
        var renamed = with(0, EVERY_CLUSTER.role());
        assertThat(drifts(planned(selecting(renamed)))).isEmpty();
        assertThat(differences(planned(selecting(EVERY_CLUSTER, renamed))))
                .singleElement()
                .satisfies(one -> assertThat(one.expected()).isEqualTo("none"));
    }

    @Test
    void aSelectionThatIsGoneIsToldBesidesTheClustersThatNobodyTakes() {
        assertThat(kinds(planned(selecting())))
                .containsExactlyInAnyOrder("DeploymentDrifted", "NotEnrolled");
    }

    /// Clusters that nobody takes say it already; where others take them, or there are none, nothing else would.
    @Test
    void aPlanThatIsGoneIsToldOnlyWhereNoClusterSaysSo() {
        assertThat(kinds(planned())).containsExactly("NotEnrolled");

        var theirs = new DeployedPlan("x", "theirs", plan().rules(), plan().selections());
        assertThat(drifts(planned(theirs)))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.gone()).isTrue();
                    assertThat(drift.name()).isEqualTo(Deployed.PLAN);
                });
    }

    @Test
    void aPlanOfSomebodyElseIsNobodysBusiness() {
        var theirs = new DeployedPlan("x", "theirs", List.of(rule(Map.of("days", "1"))), List.of());
        assertThat(drifts(planned(plan(), theirs))).isEmpty();
    }

    @Test
    void aPlanThatStandsTwiceIsTold() {
        var old = new DeployedPlan("old", plan().name(), plan().rules(), plan().selections());
        assertThat(differences(planned(plan(), old)))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.found()).startsWith("2: id-of-every-cluster, old"));
    }

    @Test
    void aPlanForOtherAccountsIsExpectedThereAlone() {
        var who = new PromiseRule.Who(List.of(Sample.OTHER_ACCOUNT), List.of(), new TreeMap<>());
        var research = Sample.rule("research.json", who, 26, 35, Route.AUTO);
        var theirs =
                new PromiseRule(
                        research.file(),
                        research.why(),
                        who,
                        research.copyAgeMax(),
                        research.retentionDays(),
                        research.route(),
                        new PromiseRule.Schedule("cron(0 9 * * ? *)", "UTC"),
                        9,
                        List.of());
        var both = Deployed.policies(Sample.policies().rules().getFirst(), theirs);
        var plans = Deployed.plans(both);
        assertThat(drifts(Deployed.account(both).plans(plan()))).isEmpty();
        assertThat(drifts(Deployed.account(both).plans(plans.toArray(DeployedPlan[]::new))))
                .singleElement()
                .satisfies(drift -> assertThat(drift.name()).isEqualTo("second-backup-research"));
    }
}
