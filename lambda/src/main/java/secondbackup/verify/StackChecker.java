package secondbackup.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.StackSetView.Instance;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.verify.Drift.Difference;
import secondbackup.verify.Drift.Thing;

/// Compares where the StackSets are with where they are to be. What AWS is at work on for less than a day is on its way.
///
/// Source: AWS CloudFormation API, `StackInstanceSummary` and `StackInstanceComprehensiveStatus`, read 2026-11-27.
public final class StackChecker {
    private static final Duration UNDER_WAY_MAX = Duration.ofDays(1);

    private final Policies policies;
    private final Instant now;

    public StackChecker(Policies policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    /// What is wrong with one account in one Region.
    ///
    /// @param region empty where it is the account's only one
    public record Place(Optional<Region> region, Drift drift) {}

    /// @param account one that is active
    public List<Place> check(MemberAccount account, StackSetView.Seen set) {
        var places = new ArrayList<Place>();
        var reached = policies.members().reach(account, policies.estate());
        var wanted = reached ? regions(set) : List.<Region>of();
        var there =
                set.instances().stream()
                        .filter(instance -> instance.account().equals(account.id()))
                        .toList();
        for (var region : wanted) {
            if (there.stream().noneMatch(instance -> instance.region().equals(region))) {
                places.add(
                        place(
                                set,
                                region,
                                Drift.missing(Thing.STACK_INSTANCE, set.name(), region.value())));
            }
        }
        for (var instance : there) {
            drift(set, instance, wanted.contains(instance.region()))
                    .ifPresent(drift -> places.add(place(set, instance.region(), drift)));
        }
        return List.copyOf(places);
    }

    private static boolean once(StackSetView.Seen set) {
        return set.name().equals(Members.ROLES_STACK_SET);
    }

    private List<Region> regions(StackSetView.Seen set) {
        return once(set)
                ? List.of(policies.estate().homeRegion())
                : policies.estate().sourceRegions();
    }

    private static Place place(StackSetView.Seen set, Region region, Drift drift) {
        return new Place(once(set) ? Optional.empty() : Optional.of(region), drift);
    }

    private Optional<Drift> drift(StackSetView.Seen set, Instance instance, boolean wanted) {
        if (!wanted) {
            return Optional.of(of(set, instance, "none in this account and Region"));
        }
        return instance.current() || onItsWay(instance)
                ? Optional.empty()
                : Optional.of(of(set, instance, "CURRENT"));
    }

    private boolean onItsWay(Instance instance) {
        return instance.underWay()
                && instance.since()
                        .filter(since -> since.plus(UNDER_WAY_MAX).isAfter(now))
                        .isPresent();
    }

    private static Drift of(StackSetView.Seen set, Instance instance, String expected) {
        var reason = instance.reason().isEmpty() ? "" : ": " + instance.reason();
        return new Drift(
                Thing.STACK_INSTANCE,
                set.name(),
                Optional.of(instance.region().value()),
                List.of(
                        new Difference(
                                "stack",
                                expected,
                                instance.status() + ", " + instance.detail() + reason)),
                instance.since());
    }

    /// There is no such StackSet any more.
    public static Drift absent(StackSetView.Absent set) {
        return Drift.missing(Thing.STACK_SET, set.name());
    }
}
