package secondbackup.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.copy.CopyPlan;
import secondbackup.copy.CopyPlanner;
import secondbackup.copy.NextSteps;
import secondbackup.copy.Refusal;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;
import secondbackup.policy.Binding;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.sweep.OrderPart.Place;

/// The orders of one run of Copy: plan, start, and plan again while refusals leave slots free.
final class CopyRun {
    private final Known known;
    private final FreshJobs fresh;
    private final FreshVaults vaults;
    private final Policies policies;
    private final NextSteps steps;
    private final int startsMax;
    private final Instant now;
    private final List<CopyOutcome> outcomes = new ArrayList<>();

    /// What every cluster is promised and has, as far as is known now; empty where that must be found anew.
    private List<Guarded> bound = List.of();

    CopyRun(
            Known known,
            FreshJobs fresh,
            FreshVaults vaults,
            Policies policies,
            NextSteps steps,
            int startsMax,
            Instant now) {
        this.known = known;
        this.fresh = fresh;
        this.vaults = vaults;
        this.policies = policies;
        this.steps = steps;
        this.startsMax = startsMax;
        this.now = now;
    }

    /// @param before what AWS had refused when this run began
    /// @param unread what could not be read before
    OrderPart give(CopyStarter starter, List<Refusal> before, Stream<String> unread) {
        var plan = plan();
        if (!plan.now().isEmpty() && vaults.look()) {
            bound = List.of();
            plan = plan();
        }
        while (!plan.now().isEmpty() && starter.hasTime()) {
            plan.now().stream()
                    .takeWhile(_ -> starter.hasTime())
                    .forEach(order -> outcomes.add(starter.start(order)));
            plan = plan();
        }
        var waiting = Stream.concat(plan.now().stream(), plan.waiting().stream()).toList();
        var started = started().map(order -> Place.of(order.cluster()));
        var inFlight = Stream.concat(fresh.placesInFlight().stream(), started).toList();
        return new OrderPart(
                now,
                known.sweep(),
                outcomes,
                waiting,
                refusals(before, waiting),
                inFlight,
                known.learned(),
                Stream.of(vaults.unread(), fresh.unread(), unread, late(plan))
                        .flatMap(what -> what)
                        .toList());
    }

    private static Stream<String> late(CopyPlan plan) {
        return plan.now().isEmpty()
                ? Stream.of()
                : Stream.of("no time was left for " + plan.now().size() + " orders");
    }

    /// What was refused now, and what was refused earlier and has found no slot since, or could not be looked at.
    private List<Refusal> refusals(List<Refusal> before, List<CopyOrder> orders) {
        var waiting = orders.stream().map(CopyOrder::cluster).toList();
        var still =
                before.stream()
                        .filter(refusal ->
                                waiting.contains(refusal.order().cluster())
                                        || !fresh.jobsAreKnown(refusal.order().cluster()));
        return Stream.concat(still, outcomes.stream().flatMap(this::refusal)).toList();
    }

    private Stream<Refusal> refusal(CopyOutcome outcome) {
        return switch (outcome) {
            case CopyOutcome.Started _ -> Stream.of();
            case CopyOutcome.Refused(var order, var code, var message) ->
                    Stream.of(new Refusal(order, now, code, message));
            case CopyOutcome.Unanswered(var order, var code, var message) ->
                    Stream.of(new Refusal(order, now, code, message));
        };
    }

    /// A plan for places whose jobs were all read in this run: reading them may change the plan.
    private CopyPlan plan() {
        var plan = fromWhatIsKnown();
        while (fresh.read(places(plan))) {
            bound = List.of();
            plan = fromWhatIsKnown();
        }
        return plan;
    }

    private CopyPlan fromWhatIsKnown() {
        var ordered = new TreeSet<ClusterId>();
        outcomes.forEach(outcome -> ordered.add(outcome.order().cluster()));
        if (bound.isEmpty()) {
            bound = Binding.of(known.inventory(vaults.views()), policies, now);
        }
        var clusters =
                bound.stream()
                        .filter(guarded -> !ordered.contains(guarded.cluster().id()))
                        .filter(guarded -> fresh.jobsAreKnown(guarded.cluster().id()))
                        .toList();
        var free = Slots.free(policies.estate(), vaults, fresh, started().toList(), now);
        full().forEach(vault -> free.put(vault, 0));
        return CopyPlanner.plan(
                clusters, steps, free, startsMax - Math.toIntExact(started().count()));
    }

    /// Vaults of which AWS has said in this run that they take no more: another order would be refused, too.
    private Stream<Arn> full() {
        return outcomes.stream()
                .filter(CopyOutcome.Refused.class::isInstance)
                .map(CopyOutcome.Refused.class::cast)
                .filter(refused -> refused.code().equals("LimitExceededException"))
                .map(refused -> refused.order().targetVault());
    }

    /// Orders of which a job came, or may have come.
    private Stream<CopyOrder> started() {
        return outcomes.stream()
                .filter(outcome -> !(outcome instanceof CopyOutcome.Refused))
                .map(CopyOutcome::order);
    }

    private static List<Place> places(CopyPlan plan) {
        return plan.now().stream().map(order -> Place.of(order.cluster())).toList();
    }
}
