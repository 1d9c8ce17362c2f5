package secondbackup.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.copy.CopyOutcome;
import secondbackup.copy.CopyPlan;
import secondbackup.copy.CopyPlanner;
import secondbackup.copy.NextSteps;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Binding;
import secondbackup.policy.Policies;
import secondbackup.sweep.OrderPart.Place;

/// The orders of one run of Copy: plan, start, and plan again while refusals leave slots free.
final class CopyRun {
    private final FreshJobs fresh;
    private final List<VaultView> seen;
    private final Policies policies;
    private final NextSteps steps;
    private final int startsMax;
    private final Instant now;
    private final List<CopyOutcome> outcomes = new ArrayList<>();

    CopyRun(
            FreshJobs fresh,
            List<VaultView> seen,
            Policies policies,
            NextSteps steps,
            int startsMax,
            Instant now) {
        this.fresh = fresh;
        this.seen = seen;
        this.policies = policies;
        this.steps = steps;
        this.startsMax = startsMax;
        this.now = now;
    }

    OrderPart give(CopyStarter starter) {
        var plan = plan();
        while (!plan.now().isEmpty()) {
            plan.now().forEach(order -> outcomes.add(starter.start(order)));
            plan = plan();
        }
        var started = started().map(outcome -> Place.of(outcome.order().cluster()));
        var inFlight = Stream.concat(fresh.placesInFlight().stream(), started).toList();
        return new OrderPart(now, outcomes, plan.waiting(), inFlight, unread());
    }

    private List<String> unread() {
        return Stream.concat(seen.stream().flatMap(CopyRun::unread), fresh.unread().stream())
                .toList();
    }

    private static Stream<String> unread(VaultView view) {
        return switch (view) {
            case VaultView.Seen _ -> Stream.of();
            case VaultView.Unreadable(var vault, var cause) ->
                    Stream.of("vault " + vault + ": " + cause);
        };
    }

    /// A plan for places whose jobs were all read in this run: reading them may change the plan.
    private CopyPlan plan() {
        var plan = fromWhatIsKnown();
        while (fresh.read(places(plan))) {
            plan = fromWhatIsKnown();
        }
        return plan;
    }

    private CopyPlan fromWhatIsKnown() {
        var ordered = new TreeSet<ClusterId>();
        outcomes.forEach(outcome -> ordered.add(outcome.order().cluster()));
        var inventory = fresh.inventory(seen);
        var clusters =
                Binding.of(inventory, policies, now).stream()
                        .filter(guarded -> !ordered.contains(guarded.cluster().id()))
                        .filter(fresh::jobsAreKnown)
                        .toList();
        var free = Slots.free(policies.estate(), seen, fresh, started().toList());
        return CopyPlanner.plan(clusters, steps, free, startsMax - outcomes.size());
    }

    private Stream<CopyOutcome.Started> started() {
        return outcomes.stream()
                .filter(CopyOutcome.Started.class::isInstance)
                .map(CopyOutcome.Started.class::cast);
    }

    private static List<Place> places(CopyPlan plan) {
        return plan.now().stream().map(order -> Place.of(order.cluster())).toList();
    }
}
