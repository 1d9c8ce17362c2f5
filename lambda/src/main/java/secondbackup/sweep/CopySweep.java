package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.NextSteps;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.policy.Binding;
import secondbackup.policy.Policies;

/// Starts the most urgent copies within the free slots. One run at a time.
///
/// 1. It looks at the jobs of a place (an account in a Region) anew before it orders anything there.
/// 2. It reads the vault only when something may be due.
/// 3. A refused order frees its slot for the next one in urgency.
///
/// @param startsMax most orders given in one run
public record CopySweep(
        SweepStore store,
        VaultReader vaults,
        CopyJobReader jobs,
        CopyStarter starter,
        Policies policies,
        int startsMax) {

    public OrderPart run(Instant now) {
        var last = store.latestOrders();
        var manifest = store.latestManifest();
        return manifest.isPresent() && manifest.get() instanceof Manifest.Listed listed
                ? run(listed, last, now)
                : new OrderPart(
                        now, List.of(), List.of(), last.map(OrderPart::inFlight).orElse(List.of()));
    }

    private OrderPart run(Manifest.Listed manifest, Optional<OrderPart> last, Instant now) {
        var fresh = new FreshJobs(jobs, store.parts(manifest.sweep()), now);
        fresh.read(last.map(OrderPart::inFlight).orElseGet(fresh::places));
        fresh.read(fresh.placesWithLiveJobs());
        if (mayBeDue(manifest, fresh, now)) {
            var orders = order(manifest, fresh, now);
            store.write(orders);
            return orders;
        }
        var idle = new OrderPart(now, List.of(), List.of(), fresh.placesInFlight());
        if (!last.map(OrderPart::inFlight).equals(Optional.of(idle.inFlight()))) {
            store.write(idle);
        }
        return idle;
    }

    /// Whether some newest point is newer than the newest copy that the last report knew.
    private boolean mayBeDue(Manifest.Listed manifest, FreshJobs fresh, Instant now) {
        var known = new KnownCopies(store.latestReport());
        var unseen = new Inventory(manifest, fresh.parts(), List.of());
        return Binding.of(unseen, policies, now).stream().anyMatch(known::mayMissACopy);
    }

    private OrderPart order(Manifest.Listed manifest, FreshJobs fresh, Instant now) {
        var seen =
                policies.estate().vaults().stream().map(vault -> vaults.read(vault, now)).toList();
        var steps = new NextSteps(policies.estate(), now);
        var run = new CopyRun(manifest, fresh, seen, policies, steps, startsMax, now);
        return run.give(starter);
    }
}
