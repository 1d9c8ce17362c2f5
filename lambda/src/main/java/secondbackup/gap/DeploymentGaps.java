package secondbackup.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.StackSetView;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.verify.Drift;
import secondbackup.verify.PlanChecker;
import secondbackup.verify.RoleChecker;
import secondbackup.verify.StackChecker;

/// What was deployed and is not as it was deployed, in every account that is to have it. Where nothing was ever
/// deployed, [Gap.NotEnrolled] and [Gap.AccountUnreadable] say so.
final class DeploymentGaps {
    private final Policies policies;
    private final Inventory inventory;
    private final List<Guarded> clusters;
    private final PlanChecker plans;
    private final RoleChecker roles;
    private final StackChecker stacks;

    DeploymentGaps(Policies policies, Inventory inventory, List<Guarded> clusters, Instant now) {
        this.policies = policies;
        this.inventory = inventory;
        this.clusters = clusters.stream().filter(guarded -> guarded.promise().isPresent()).toList();
        this.plans = new PlanChecker(policies);
        this.roles = new RoleChecker(policies.members());
        this.stacks = new StackChecker(policies, now);
    }

    List<Gap> all() {
        return Stream.of(
                        seen().flatMap(this::unread),
                        seen().filter(view -> chosen(view.account())).flatMap(this::roles),
                        seen().filter(view -> chosen(view.account())).flatMap(this::plans),
                        sets().stream().flatMap(this::stacks))
                .flatMap(gaps -> gaps)
                .toList();
    }

    private Stream<AccountView.Seen> seen() {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast);
    }

    /// The management account gets the same by hand, where anybody wants it there.
    private boolean chosen(MemberAccount account) {
        return policies.members().reach(account, policies.estate())
                || (!policies.members().units().isEmpty()
                        && account.id().equals(policies.estate().managementAccount()));
    }

    private Stream<Gap> unread(AccountView.Seen view) {
        return RoleChecker.unread(view).stream()
                .map(role ->
                        new Gap.StateUnknown(
                                new Subject.OfAccount(view.account()),
                                "role " + role.name(),
                                role.cause()));
    }

    private Stream<Gap> roles(AccountView.Seen view) {
        var told = clusters.stream().anyMatch(guarded -> guarded.account().equals(view.account()));
        return roles.check(view, told).stream()
                .map(drift ->
                        new Gap.DeploymentDrifted(new Subject.OfAccount(view.account()), drift));
    }

    private Stream<Gap> plans(AccountView.Seen view) {
        return sources(view)
                .flatMap(region ->
                        plans
                                .check(
                                        view.account().id(),
                                        region,
                                        notEnrolled(view.account(), region.region()))
                                .stream()
                                .map(drift ->
                                        new Gap.DeploymentDrifted(
                                                new Subject.OfRegion(
                                                        view.account(), region.region()),
                                                drift)));
    }

    private static Stream<RegionView.Source> sources(AccountView.Seen view) {
        return view.regions().stream()
                .filter(RegionView.Source.class::isInstance)
                .map(RegionView.Source.class::cast);
    }

    private boolean notEnrolled(MemberAccount account, Region region) {
        return clusters.stream()
                .filter(guarded -> guarded.account().equals(account))
                .filter(guarded -> guarded.cluster().id().region().equals(region))
                .anyMatch(guarded -> !guarded.enrolled());
    }

    private List<StackSetView> sets() {
        return switch (inventory.manifest()) {
            case Manifest.Listed listed -> listed.stackSets();
            case Manifest.NotListed _ -> List.of();
        };
    }

    private Stream<Gap> stacks(StackSetView set) {
        var organization = new Subject.OfOrganization();
        return switch (set) {
            case StackSetView.Unreadable(var name, var cause) ->
                    Stream.of(new Gap.StateUnknown(organization, "StackSet " + name, cause));
            case StackSetView.Absent absent ->
                    seen().filter(view ->
                                    policies.members().reach(view.account(), policies.estate()))
                                    .anyMatch(RoleChecker::deployed)
                            ? Stream.of(
                                    new Gap.DeploymentDrifted(
                                            organization, StackChecker.absent(absent)))
                            : Stream.of();
            case StackSetView.Seen found ->
                    inventory.accounts().stream().flatMap(view -> stacks(view, found));
        };
    }

    private Stream<Gap> stacks(AccountView view, StackSetView.Seen set) {
        var account = view.account();
        if (!account.active()) {
            return Stream.of();
        }
        var gaps = new ArrayList<Gap>();
        for (var place : stacks.check(account, set)) {
            if (place.region().isEmpty()) {
                if (!place.drift().gone() || deployed(view)) {
                    gaps.add(
                            new Gap.DeploymentDrifted(
                                    new Subject.OfAccount(account), place.drift()));
                }
            } else if (matters(view, place.region().get(), place.drift())) {
                gaps.add(
                        new Gap.DeploymentDrifted(
                                new Subject.OfRegion(account, place.region().get()),
                                place.drift()));
            }
        }
        return gaps.stream();
    }

    private static boolean deployed(AccountView view) {
        return view instanceof AccountView.Seen seen && RoleChecker.deployed(seen);
    }

    /// A Region that the account has not enabled needs no backups. Why a stack failed is told in any case; that there is
    /// none, where no gap of a cluster says so.
    private boolean matters(AccountView view, Region region, Drift drift) {
        if (!(view instanceof AccountView.Seen seen)) {
            return !drift.gone();
        }
        var there = seen.regions().stream().filter(one -> one.region().equals(region)).findFirst();
        if (there.filter(RegionView.NotEnabled.class::isInstance).isPresent()) {
            return false;
        }
        return !drift.gone()
                || there.filter(RegionView.Source.class::isInstance)
                        .map(RegionView.Source.class::cast)
                        .filter(source ->
                                plans.deployed(source) || !notEnrolled(view.account(), region))
                        .isPresent();
    }
}
