package secondbackup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.gap.Gap;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.StackSetView;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.policy.PromiseRule;
import secondbackup.verify.Drift;
import secondbackup.verify.Drift.Difference;

/// The sample's account with all that is deployed into it, as AWS tells of it.
public final class Deployed {
    public static final String PLAN = "second-backup-every-cluster";
    public static final String ROLE = "copy";

    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": [{"Sid": "OnlyOurs", "Effect": "Allow",
             "Principal": {"AWS": "arn:aws:iam::222222222222:root"}, "Action": "sts:AssumeRole"}]}
            """;
    private static final String RIGHTS =
            """
            {"Version": "2012-10-17", "Statement": [
             {"Sid": "Starts", "Effect": "Allow", "Action": ["backup:StartCopyJob"], "Resource": "*"},
             {"Sid": "Passes", "Effect": "Allow", "Action": "iam:PassRole",
              "Resource": "arn:aws:iam::#account#:role/backup"}]}
            """;

    private Deployed() {}

    /// The sample's promises, deployed into every account of the root.
    public static Policies policies(PromiseRule... rules) {
        return new Policies(
                Sample.estate(),
                rules.length == 0 ? Sample.policies().rules() : List.of(rules),
                new Members(
                        List.of("r-root"),
                        List.of(Sample.VAULT_ACCOUNT),
                        List.of(
                                new Members.Role(ROLE, "copy-starter.json", TRUST, RIGHTS),
                                new Members.Role("backup", "backup-role.json", TRUST, RIGHTS))));
    }

    /// Everything as it was deployed.
    public static Given account(Policies policies) {
        return Given.protectedCluster(Sample.cluster("orders"))
                .policies(policies)
                .plans(plans(policies).toArray(DeployedPlan[]::new))
                .roles(role(ROLE), role("backup"))
                .stackSets(
                        set(Members.ROLES_STACK_SET, current(policies.estate(), true)),
                        set(Members.BACKUP_STACK_SET, current(policies.estate(), false)));
    }

    public static Given account() {
        return account(policies());
    }

    public static List<DeployedPlan> plans(Policies policies) {
        return BackupPlans.of(policies.rules()).stream()
                .map(plan ->
                        new DeployedPlan(
                                "id-of-" + plan.name(),
                                plan.deployedName(),
                                plan.rules().stream().map(Deployed::rule).toList(),
                                plan.takes().stream()
                                        .map(who -> selection(plan.name(), who))
                                        .toList()))
                .toList();
    }

    private static DeployedPlan.Rule rule(BackupPlans.Rule rule) {
        return new DeployedPlan.Rule(
                rule.name(),
                Sample.SOURCE_VAULT,
                rule.schedule().cron(),
                rule.schedule().timeZone(),
                Optional.of(60L),
                Optional.of(480L),
                false,
                new DeployedPlan.Kept(Optional.of((long) rule.keptDays()), Optional.empty()),
                rule.floorCopyDays() == 0
                        ? List.of()
                        : List.of(
                                new DeployedPlan.Copy(
                                        Sample.VAULT.value(),
                                        new DeployedPlan.Kept(
                                                Optional.of((long) rule.floorCopyDays()),
                                                Optional.empty()))),
                Optional.empty());
    }

    public static PlanSelection selection(String name, PromiseRule.Who who) {
        return new PlanSelection(
                name,
                name + "-1a2b3c4d",
                role(Sample.estate().roles().backup(), Sample.ACCOUNT.value()),
                List.of(Sample.SOURCE_VAULT),
                List.of("arn:aws:rds:" + Sample.REGION + ":" + Sample.ACCOUNT + ":cluster:*"),
                List.of(),
                List.of(),
                who.tags().entrySet().stream()
                        .map(tag -> new TagTest(Comparison.EQUALS, tag.getKey(), tag.getValue()))
                        .toList());
    }

    private static String role(String name, String account) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    /// As AWS stores it: statements in another order, one action as a text.
    public static RoleView.Seen role(String name) {
        return role(name, TRUST, RIGHTS);
    }

    public static RoleView.Seen role(String name, String trust, String... policies) {
        return new RoleView.Seen(
                name,
                trust,
                Stream.of(policies)
                        .map(policy -> policy.replace("#account#", Sample.ACCOUNT.value()))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    public static String trust() {
        return TRUST;
    }

    public static String rights() {
        return RIGHTS;
    }

    public static StackSetView set(String name, StackSetView.Instance... instances) {
        return new StackSetView.Seen(name, List.of(instances));
    }

    public static StackSetView.Instance current(Estate estate, boolean home) {
        return new StackSetView.Instance(
                Sample.ACCOUNT,
                home ? estate.homeRegion() : Sample.REGION,
                "CURRENT",
                "SUCCEEDED",
                "",
                Optional.empty());
    }

    public static List<String> kinds(Given given) {
        return given.gaps().stream().map(Gap::kind).toList();
    }

    public static List<Drift> drifts(Given given) {
        return given.gaps().stream()
                .filter(Gap.DeploymentDrifted.class::isInstance)
                .map(gap -> ((Gap.DeploymentDrifted) gap).drift())
                .toList();
    }

    public static List<Difference> differences(Given given) {
        return drifts(given).stream().flatMap(drift -> drift.differences().stream()).toList();
    }
}
