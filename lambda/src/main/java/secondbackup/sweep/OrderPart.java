package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.copy.Refusal;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.Region;

/// What one run of Copy did, and where the next one must look for jobs in progress.
///
/// @param refusals what AWS refused when it was last asked, in this run or an earlier one, and is still due
/// @param inFlight accounts and Regions with unfinished copy jobs
/// @param waiting due, but without a slot
/// @param sweep name of the sweep it worked from, or empty
/// @param seen what was learned of places since that sweep
/// @param unread what this run could not read, and why: nothing was ordered there
public record OrderPart(
        Instant at,
        String sweep,
        List<CopyOutcome> outcomes,
        List<CopyOrder> waiting,
        List<Refusal> refusals,
        List<Place> inFlight,
        List<Seen> seen,
        List<String> unread) {
    /// One account and Region.
    public record Place(AccountId account, Region region) implements Comparable<Place> {
        static Place of(ClusterId cluster) {
            return new Place(cluster.account(), cluster.region());
        }

        @Override
        public int compareTo(Place other) {
            var byAccount = account.compareTo(other.account());
            return byAccount != 0 ? byAccount : region.compareTo(other.region());
        }

        @Override
        public String toString() {
            return account + " in " + region;
        }
    }

    /// One place, as runs of Copy saw it.
    ///
    /// @param jobs those that a survey may not have seen as they are
    /// @param points of the re-key vault, and new ones of the source vault
    /// @param lookedAt when somebody last looked for new points; empty where nobody has
    public record Seen(
            Place place,
            List<CopyJob> jobs,
            List<RecoveryPoint> points,
            Optional<Instant> lookedAt) {
        public Seen {
            jobs = List.copyOf(jobs);
            points = List.copyOf(points);
        }
    }

    public OrderPart {
        outcomes = List.copyOf(outcomes);
        waiting = List.copyOf(waiting);
        refusals = List.copyOf(refusals);
        inFlight = inFlight.stream().distinct().sorted().toList();
        seen = List.copyOf(seen);
        unread = List.copyOf(unread);
    }

    static OrderPart empty(Instant at) {
        return new OrderPart(
                at, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// When the sweep began that it worked from; empty where there was none.
    public Optional<Instant> sweptAt() {
        return sweep.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(sweep));
    }

    /// What was learned since a sweep; nothing where it worked from another one.
    List<Seen> seenSince(String thatSweep) {
        return sweep.equals(thatSweep) ? seen : List.of();
    }

    /// Whether nobody would learn anything new from it.
    boolean tellsTheSameAs(OrderPart earlier) {
        return outcomes.isEmpty()
                && waiting.equals(earlier.waiting())
                && refusals.equals(earlier.refusals())
                && inFlight.equals(earlier.inFlight())
                && seen.equals(earlier.seenSince(sweep))
                && unread.equals(earlier.unread());
    }
}
