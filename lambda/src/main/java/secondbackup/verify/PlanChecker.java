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
            compare(account, region, plan, found).ifPresent(drifts::add);
        }
        for (var plan : plans) {
            if (!wanted.stream().map(BackupPlan::name).toList().contains(plan.name())) {
                named(plan.deployedName(), region).stream()
                        .findFirst()
                        .ifPresent(one -> drifts.add(unasked(one)));
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

    private static Drift unasked(DeployedPlan plan) {
        return new Drift(
                Thing.BACKUP_PLAN,
                plan.name(),
                Optional.of(plan.id()),
                List.of(new Difference("all of it", "no such plan in this account", "there")),
                Optional.empty());
    }

    /// Where a plan stands more than once, every cluster is backed up as often.
    private Optional<Drift> compare(
            AccountId account,
            RegionView.Source region,
            BackupPlan plan,
            List<DeployedPlan> found) {
        var differences = new ArrayList<Difference>();
        if (found.size() > 1) {
            var ids = found.stream().map(DeployedPlan::id).toList();
            differences.add(
                    new Difference(
                            "plans of this name", "1", ids.size() + ": " + String.join(", ", ids)));
        }
        found.forEach(one -> differences.addAll(differences(account, region, plan, one)));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Drift(
                                Thing.BACKUP_PLAN,
                                plan.deployedName(),
                                Optional.of(found.getFirst().id()),
                                differences,
                                Optional.empty()));
    }

    private List<Difference> differences(
            AccountId account, RegionView.Source region, BackupPlan plan, DeployedPlan found) {
        var estate = policies.estate();
        var differences = new ArrayList<>(new RuleDifferences(estate, region).of(plan, found));
        differences.addAll(
                SelectionDifferences.of(
                        plan, found, account, region.region(), estate.roles().backup()));
        return differences;
    }
}
