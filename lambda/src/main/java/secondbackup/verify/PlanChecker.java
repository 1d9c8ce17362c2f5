package secondbackup.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.RegionView;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.BackupPlans.BackupPlan;
import secondbackup.policy.Policies;
import secondbackup.verify.Drift.Difference;
import secondbackup.verify.Drift.Thing;

/// Compares the backup plans of one account and Region with those that the promises ask for. A plan is ours by its name;
/// ids, order, and names of selections make no difference, nor do plans of other people.
public final class PlanChecker {
    private final Policies policies;
    private final List<BackupPlan> plans;

    public PlanChecker(Policies policies) {
        this.policies = policies;
        this.plans = BackupPlans.of(policies.rules());
    }

    /// @param notEnrolled whether a gap says already that clusters here are taken by no plan; it then says, too, that a
    ///     plan is missing
    public List<Drift> check(AccountId account, RegionView.Source region, boolean notEnrolled) {
        var wanted = plans.stream().flatMap(plan -> plan.in(account).stream()).toList();
        var drifts = new ArrayList<Drift>();
        for (var plan : wanted) {
            var found = named(plan.deployedName(), region);
            if (found.isEmpty() && deployed(region) && !notEnrolled) {
                drifts.add(Drift.missing(Thing.BACKUP_PLAN, plan.deployedName()));
            }
            twice(plan, found).ifPresent(drifts::add);
            found.forEach(one -> compare(account, region, plan, one).ifPresent(drifts::add));
        }
        for (var plan : plans) {
            if (!wanted.stream().map(BackupPlan::name).toList().contains(plan.name())) {
                named(plan.deployedName(), region).forEach(one -> drifts.add(unasked(one)));
            }
        }
        return List.copyOf(drifts);
    }

    private static List<DeployedPlan> named(String name, RegionView.Source region) {
        return region.plans().stream().filter(plan -> plan.name().equals(name)).toList();
    }

    /// Whether anything of ours was ever made here.
    public boolean deployed(RegionView.Source region) {
        return !region.vaults().isEmpty()
                || plans.stream().anyMatch(plan -> !named(plan.deployedName(), region).isEmpty());
    }

    /// Every cluster would be backed up as often.
    private static Optional<Drift> twice(BackupPlan plan, List<DeployedPlan> found) {
        return found.size() < 2
                ? Optional.empty()
                : Optional.of(
                        Drift.of(
                                Thing.BACKUP_PLAN,
                                plan.deployedName(),
                                new Difference(
                                        "plans of this name",
                                        "1",
                                        found.size()
                                                + ": "
                                                + String.join(
                                                        ", ",
                                                        found.stream()
                                                                .map(DeployedPlan::id)
                                                                .toList()))));
    }

    private static Drift unasked(DeployedPlan plan) {
        return new Drift(
                Thing.BACKUP_PLAN,
                plan.name(),
                Optional.of(plan.id()),
                List.of(new Difference("all of it", "no such plan in this account", "there")),
                Optional.empty());
    }

    private Optional<Drift> compare(
            AccountId account, RegionView.Source region, BackupPlan plan, DeployedPlan found) {
        var differences =
                new ArrayList<>(new RuleDifferences(policies.estate(), region).of(plan, found));
        differences.addAll(
                SelectionDifferences.of(
                        plan, found, account, region.region(), policies.estate().roles().backup()));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Drift(
                                Thing.BACKUP_PLAN,
                                found.name(),
                                Optional.of(found.id()),
                                differences,
                                Optional.empty()));
    }
}
