package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.NextSteps;
import secondbackup.inventory.Inventory;
import secondbackup.policy.Binding;
import secondbackup.policy.Policies;

/// Starts the most urgent copies within the free slots, from what the newest whole sweep saw. One run at a
/// time.
///
/// 1. It looks at the jobs of a place (an account in a Region) anew before it orders anything there.
/// 2. It reads the vault only when something may be due.
/// 3. A refused order frees its slot for the next one in urgency.
/// 4. What it could not read, it says.
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
        return store.latestInventory()
                .map(inventory -> run(inventory, last, now))
                .orElseGet(() -> new OrderPart(now, List.of(), List.of(), List.of(), List.of()));
    }

    private OrderPart run(Inventory surveyed, Optional<OrderPart> last, Instant now) {
        var fresh = new FreshJobs(jobs, surveyed, now);
        fresh.read(last.map(OrderPart::inFlight).orElseGet(fresh::places));
        fresh.read(fresh.placesWithLiveJobs());
        if (mayBeDue(fresh, now)) {
            var orders = order(fresh, now);
            store.write(orders);
            return orders;
        }
        var idle = new OrderPart(now, List.of(), List.of(), fresh.placesInFlight(), fresh.unread());
        if (!last.map(OrderPart::inFlight).equals(Optional.of(idle.inFlight()))) {
            store.write(idle);
        }
        return idle;
    }

    /// Whether some newest point is newer than the newest copy that the last report knew.
    private boolean mayBeDue(FreshJobs fresh, Instant now) {
        var known = new KnownCopies(store.latestReport());
        return Binding.of(fresh.inventory(List.of()), policies, now).stream()
                .anyMatch(known::mayMissACopy);
    }

    private OrderPart order(FreshJobs fresh, Instant now) {
        var seen =
                policies.estate().vaults().stream().map(vault -> vaults.read(vault, now)).toList();
        var steps = new NextSteps(policies.estate(), now);
        var run = new CopyRun(fresh, seen, policies, steps, startsMax, now);
        return run.give(starter);
    }
}
