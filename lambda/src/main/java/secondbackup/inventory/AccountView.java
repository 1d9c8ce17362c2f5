package secondbackup.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What a survey saw of one account.
public sealed interface AccountView {
    MemberAccount account();

    /// @param missingRoles names of our own roles that the account lacks
    record Seen(
            MemberAccount account,
            Instant readAt,
            List<String> missingRoles,
            List<RegionView> regions)
            implements AccountView {
        public Seen {
            missingRoles = missingRoles.stream().sorted().toList();
            regions = regions.stream().sorted(Comparator.comparing(RegionView::region)).toList();
        }
    }

    /// The account could not be read, so nothing is known about its clusters.
    record Unreadable(MemberAccount account, String cause) implements AccountView {}

    /// Policies leave the account out for a while: nothing is judged of it.
    ///
    /// @param seen whether all its Regions could be read, so that `clusters` are all of them
    record Excluded(MemberAccount account, boolean seen, List<ClusterId> clusters)
            implements AccountView {
        public Excluded {
            clusters = List.copyOf(clusters);
        }
    }

    /// The organization says that the account is not active; nobody can read it.
    record Inactive(MemberAccount account) implements AccountView {}
}
