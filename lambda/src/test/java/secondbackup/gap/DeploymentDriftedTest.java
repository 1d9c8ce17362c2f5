package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
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
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.StackSetView;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.policy.PromiseRule;
import secondbackup.policy.Route;
import secondbackup.policy.Tier;
import secondbackup.verify.Drift;
import secondbackup.verify.Drift.Difference;

/// What was deployed, and somebody changed or CloudFormation could not bring there: told with what was expected and what
/// was found. What means the same is silent, and so is what another gap says.
class DeploymentDriftedTest {
    private static final Policies POLICIES = Deployed.policies();
    private static final Region HOME = POLICIES.estate().homeRegion();
    private static final PlanSelection EVERY_CLUSTER = plan().selections().getFirst();
    private static final DeployedPlan.Rule DAILY = plan().rules().getFirst();

    private static DeployedPlan plan() {
        return Deployed.plans(POLICIES).getFirst();
    }

    private static List<String> kinds(Given given) {
        return given.gaps().stream().map(Gap::kind).toList();
    }

    private static List<Drift> drifts(Given given) {
        return given.gaps().stream()
                .filter(Gap.DeploymentDrifted.class::isInstance)
                .map(gap -> ((Gap.DeploymentDrifted) gap).drift())
                .toList();
    }

    private static List<Difference> differences(Given given) {
        return drifts(given).stream().flatMap(drift -> drift.differences().stream()).toList();
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

    private static Given roles(RoleView... roles) {
        return Deployed.account().roles(roles);
    }

    private static final RoleView BACKUP = Deployed.role("backup");

    @Test
    void aRoleThatMeansTheSameIsSilent() {
        var apart =
                Deployed.role(
                        Deployed.ROLE,
                        Deployed.trust().replace("\"OnlyOurs\"", "\"Renamed\""),
                        """
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                         "Action": ["iam:PassRole"], "Resource": "arn:aws:iam::#account#:role/backup"}}
                        """,
                        """
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                         "Action": "backup:StartCopyJob", "Resource": ["*"]}}
                        """);
        assertThat(drifts(roles(apart, BACKUP))).isEmpty();
    }

    @Test
    void aRoleThatTrustsOthersIsTold() {
        var trust = Deployed.trust().replace("222222222222", "666666666666");
        assertThat(
                        differences(
                                roles(
                                        Deployed.role(Deployed.ROLE, trust, Deployed.rights()),
                                        BACKUP)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.what()).isEqualTo("trust");
                    assertThat(one.expected()).isEqualTo("statement OnlyOurs");
                    assertThat(one.found()).contains("666666666666");
                });
    }

    @Test
    void aRoleWithOtherRightsIsTold() {
        var more = Deployed.rights().replace("\"backup:StartCopyJob\"", "\"backup:*\"");
        assertThat(differences(roles(Deployed.role(Deployed.ROLE, Deployed.trust(), more), BACKUP)))
                .extracting(Difference::what, Difference::expected)
                .containsExactly(tuple("rights", "statement Starts"));
        assertThat(differences(roles(Deployed.role(Deployed.ROLE, Deployed.trust()), BACKUP)))
                .containsExactly(new Difference("rights", "statement Starts, Passes", "none"));

        var admin =
                new RoleView.Seen(
                        Deployed.ROLE,
                        Deployed.trust(),
                        Deployed.role(Deployed.ROLE).policies(),
                        List.of("arn:aws:iam::aws:policy/AdministratorAccess"),
                        Optional.of("arn:aws:iam::111111111111:policy/nothing"));
        assertThat(differences(roles(admin, BACKUP)))
                .extracting(Difference::what)
                .containsExactly("attached policies", "permissions boundary");
    }

    @Test
    void aRoleThatCannotBeReadIsUnknownAndNotFine() {
        var shut = new RoleView.Unreadable(Deployed.ROLE, "AccessDenied: no");
        assertThat(roles(shut, BACKUP).gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfAccount(Sample.account()),
                                "role copy",
                                "AccessDenied: no"));
    }

    @Test
    void aMissingRoleIsToldOnce() {
        var gone = new RoleView.Absent(Deployed.ROLE);
        assertThat(kinds(roles(gone, BACKUP).missingRole(Deployed.ROLE)))
                .containsExactly("NotEnrolled");
        assertThat(kinds(roles(gone, BACKUP))).containsExactly("DeploymentDrifted");
    }

    @Test
    void whereNothingWasDeployedOthersSayIt() {
        var nothing =
                Deployed.account()
                        .plans()
                        .memberVaults()
                        .roles(new RoleView.Absent(Deployed.ROLE), new RoleView.Absent("backup"))
                        .missingRole(Deployed.ROLE)
                        .stackSets(
                                new StackSetView.Absent(Members.ROLES_STACK_SET),
                                new StackSetView.Absent(Members.BACKUP_STACK_SET));
        assertThat(kinds(nothing)).containsExactly("NotEnrolled");
        assertThat(kinds(nothing.stackSets(backup(), Deployed.set(Members.ROLES_STACK_SET))))
                .containsExactly("NotEnrolled");
    }

    private static StackSetView backup(StackSetView.Instance... instances) {
        return Deployed.set(Members.BACKUP_STACK_SET, instances);
    }

    private static StackSetView rolesSet() {
        return Deployed.set(Members.ROLES_STACK_SET, Deployed.current(POLICIES.estate(), true));
    }

    private static StackSetView.Instance instance(String status, String detail, Instant since) {
        return instance(Sample.ACCOUNT, Sample.REGION, status, detail, since);
    }

    private static StackSetView.Instance instance(
            AccountId account, Region region, String status, String detail, Instant since) {
        return new StackSetView.Instance(
                account, region, status, detail, "role exists", Optional.of(since));
    }

    private static Given stacked(StackSetView.Instance... instances) {
        return Deployed.account().stackSets(rolesSet(), backup(instances));
    }

    @Test
    void aStackThatFailedIsToldWithItsReasonAndSinceWhen() {
        var at = Sample.hoursAgo(50);
        for (var detail : List.of("FAILED", "CANCELLED", "INOPERABLE", "FAILED_IMPORT", "NEW")) {
            assertThat(drifts(stacked(instance("OUTDATED", detail, at))))
                    .singleElement()
                    .satisfies(drift -> {
                        assertThat(drift.since()).contains(at);
                        assertThat(drift.differences())
                                .containsExactly(
                                        new Difference(
                                                "stack",
                                                "CURRENT",
                                                "OUTDATED, " + detail + ": role exists"));
                    });
        }
    }

    @Test
    void aStackThatAwsWorksOnIsSilentForADay() {
        var day = Duration.ofDays(1);
        var within = Sample.NOW.minus(day).plusMillis(1);
        for (var detail : List.of("PENDING", "RUNNING")) {
            assertThat(drifts(stacked(instance("OUTDATED", detail, within)))).isEmpty();
            assertThat(drifts(stacked(instance("OUTDATED", detail, Sample.NOW.minus(day)))))
                    .hasSize(1);
        }
        var unknown =
                new StackSetView.Instance(
                        Sample.ACCOUNT, Sample.REGION, "OUTDATED", "RUNNING", "", Optional.empty());
        assertThat(drifts(stacked(unknown))).hasSize(1);
    }

    @Test
    void aStackThatIsMissingIsToldWhereTheTargetsReach() {
        assertThat(drifts(stacked())).singleElement().matches(Drift::gone);
        var none = Deployed.account().stackSets(Deployed.set(Members.ROLES_STACK_SET), backup());
        assertThat(drifts(none)).hasSize(2);
        var elsewhere = policies(List.of("ou-other"), List.of());
        assertThat(drifts(none.policies(elsewhere))).isEmpty();
        var excluded = policies(List.of("r-root"), List.of(Sample.ACCOUNT));
        assertThat(drifts(none.policies(excluded))).isEmpty();
    }

    @Test
    void aStackWhereNoneMayBeIsTold() {
        var excluded = policies(List.of("r-root"), List.of(Sample.ACCOUNT));
        var current = Deployed.current(POLICIES.estate(), false);
        assertThat(drifts(Deployed.account().stackSets(backup(current)).policies(excluded)))
                .hasSize(1);
    }

    private static Policies policies(List<String> units, List<AccountId> spared) {
        return Sample.policies(
                POLICIES.estate(),
                POLICIES.rules(),
                new Members(units, spared, POLICIES.members().roles()));
    }

    @Test
    void aRegionThatIsNotEnabledNeedsNoStack() {
        var off = new RegionView.NotEnabled(Sample.REGION);
        assertThat(drifts(stacked().region(off))).isEmpty();
        assertThat(drifts(stacked(instance("OUTDATED", "FAILED", Sample.NOW)).region(off)))
                .isEmpty();
    }

    /// The roles' stack stands in the home Region, which is not where the clusters are.
    @Test
    void theRolesStackIsTheAccounts() {
        var failed = instance(Sample.ACCOUNT, HOME, "OUTDATED", "FAILED", Sample.hoursAgo(3));
        var given =
                Deployed.account()
                        .stackSets(
                                Deployed.set(Members.ROLES_STACK_SET, failed),
                                backup(Deployed.current(POLICIES.estate(), false)));
        assertThat(given.gaps())
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.subject())
                                .isEqualTo(new Gap.Subject.OfAccount(Sample.account())));
    }

    /// Its reason says why the account cannot be read; that it is missing would say it twice.
    @Test
    void inAnAccountThatCannotBeReadOnlyAFailureIsTold() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var dark = new AccountView.Unreadable(other, "AccessDenied");
        var theirs = instance(Sample.OTHER_ACCOUNT, HOME, "OUTDATED", "FAILED", Sample.hoursAgo(3));
        assertThat(kinds(Deployed.account().account(dark))).containsExactly("AccountUnreadable");
        var failed =
                Deployed.account()
                        .account(dark)
                        .stackSets(
                                Deployed.set(
                                        Members.ROLES_STACK_SET,
                                        Deployed.current(POLICIES.estate(), true),
                                        theirs),
                                backup(Deployed.current(POLICIES.estate(), false)));
        assertThat(kinds(failed)).containsExactly("AccountUnreadable", "DeploymentDrifted");
    }

    @Test
    void anAccountThatIsNotActiveIsNotExpectedToHaveStacks() {
        for (var state : List.of("SUSPENDED", "CLOSED")) {
            var ending = new AccountView.Inactive(Sample.account(Sample.OTHER_ACCOUNT, state));
            assertThat(drifts(Deployed.account().account(ending))).isEmpty();
        }
    }

    @Test
    void aStackSetThatCannotBeReadIsUnknownAndOneThatIsGoneIsTold() {
        var current = backup(Deployed.current(POLICIES.estate(), false));
        var shut = new StackSetView.Unreadable(Members.ROLES_STACK_SET, "AccessDenied: no");
        assertThat(Deployed.account().stackSets(shut, current).gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfOrganization(),
                                "StackSet second-backup-member-roles",
                                "AccessDenied: no"));
        var gone = new StackSetView.Absent(Members.ROLES_STACK_SET);
        assertThat(Deployed.account().stackSets(gone, current).gaps())
                .singleElement()
                .isInstanceOf(Gap.DeploymentDrifted.class);
    }

    @Test
    void theManagementAccountIsReachedByHandAlone() {
        var management =
                new MemberAccount(
                        POLICIES.estate().managementAccount(),
                        "management",
                        "ACTIVE",
                        List.of("r-root"));
        var bare =
                new AccountView.Seen(
                        management,
                        Sample.NOW,
                        List.of(),
                        List.of(new RoleView.Absent(Deployed.ROLE)),
                        List.of(),
                        Optional.empty());
        assertThat(drifts(Deployed.account().account(bare))).isEmpty();
        var half =
                new AccountView.Seen(
                        management,
                        Sample.NOW,
                        List.of(),
                        List.of(new RoleView.Absent(Deployed.ROLE), BACKUP),
                        List.of(),
                        Optional.empty());
        assertThat(drifts(Deployed.account().account(half))).isNotEmpty();
    }
}
