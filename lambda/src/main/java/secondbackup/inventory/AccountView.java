package secondbackup.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a survey saw of one account.
public sealed interface AccountView {
    MemberAccount account();

    /// @param missingRoles names of those roles of ours that the account lacks and copies hang on
    /// @param roles every role of ours that a member account is to have
    /// @param recovery where copies are brought back; empty in every other account
    record Seen(
            MemberAccount account,
            Instant readAt,
            List<String> missingRoles,
            List<RoleView> roles,
            List<RegionView> regions,
            Optional<RecoveryView> recovery)
            implements AccountView {
        public Seen {
            missingRoles = missingRoles.stream().sorted().toList();
            roles = roles.stream().sorted(Comparator.comparing(RoleView::name)).toList();
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

    /// The organization says that the account is not active, so nobody surveyed it. While its closing is pending people
    /// still work in it; else nobody can use it, and what is in it may come back.
    ///
    /// Source: AWS Organizations User Guide, "Monitor the state of your AWS accounts", read 2026-11-27.
    record Inactive(MemberAccount account) implements AccountView {
        /// Why nobody surveyed it.
        public String cause() {
            return "the organization says: " + account.state();
        }
    }
}
