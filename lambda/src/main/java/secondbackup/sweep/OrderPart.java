package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.copy.Refusal;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Region;

/// What one run of Copy did, and where the next one must look for jobs in progress.
///
/// @param refusals what AWS refused when it was last asked, in this run or an earlier one, and is still due
/// @param inFlight accounts and Regions with unfinished copy jobs
/// @param waiting due, but without a slot
/// @param unread what could not be read, and why: nothing was ordered there
public record OrderPart(
        Instant at,
        List<CopyOutcome> outcomes,
        List<CopyOrder> waiting,
        List<Refusal> refusals,
        List<Place> inFlight,
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
    }

    public OrderPart {
        outcomes = List.copyOf(outcomes);
        waiting = List.copyOf(waiting);
        refusals = List.copyOf(refusals);
        inFlight = inFlight.stream().distinct().sorted().toList();
        unread = List.copyOf(unread);
    }

    /// Whether nobody would learn anything new from it.
    boolean tellsTheSameAs(OrderPart earlier) {
        return outcomes.isEmpty()
                && waiting.equals(earlier.waiting())
                && refusals.equals(earlier.refusals())
                && inFlight.equals(earlier.inFlight())
                && unread.equals(earlier.unread());
    }
}
