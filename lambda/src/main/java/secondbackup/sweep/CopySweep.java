package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.NextSteps;
import secondbackup.inventory.Inventory;
import secondbackup.policy.Policies;

/// Starts the most urgent copies within the free slots, from what the newest whole sweep saw and the plans have taken
/// since. One run at a time.
///
/// 1. It looks at the jobs of a place (an account in a Region) anew before it orders anything there.
/// 2. It counts the copies into the vault by their jobs, and before it orders anything by their snapshots, too, where
///    jobs may not tell of all of them.
/// 3. A refused order frees its slot for the next one in urgency, unless AWS says that the vault takes no more.
/// 4. What it could not read, it says.
/// 5. It gives no order that it has no time to write down.
/// 6. A run that found and did nothing new writes nothing.
/// 7. A run for which nothing is due, awaited or in progress reads two files and no account.
///
/// @param startsMax most copies started in one run
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
                .orElseGet(() -> OrderPart.empty(now));
    }

    private OrderPart run(Inventory surveyed, Optional<OrderPart> last, Instant now) {
        var sweep = surveyed.manifest().sweep();
        var before = last.map(orders -> orders.seenSince(sweep)).orElse(List.of());
        var estate = policies.estate();
        var known = new Known(surveyed, before);
        var reader = new PlaceReader(jobs, estate);
        var fresh = new FreshJobs(reader, known);
        fresh.read(last.map(OrderPart::inFlight).orElseGet(fresh::places));
        fresh.read(fresh.placesWithLiveJobs());
        var points = new NewPoints(reader, known, now);
        points.learn(policies);
        var refused = last.map(OrderPart::refusals).orElse(List.of());
        var untold =
                new UntoldCopies(known, fresh, refused, policies, Slots.stuckBefore(estate, now));
        var seen = new FreshVaults(vaults, estate, surveyed.vaults(), untold, now);
        var steps = new NextSteps(estate, now);
        var orders =
                new CopyRun(known, fresh, seen, policies, steps, startsMax, now)
                        .give(starter, refused, points.unread());
        if (last.filter(orders::tellsTheSameAs).isEmpty()) {
            store.write(orders);
        }
        return orders;
    }
}
