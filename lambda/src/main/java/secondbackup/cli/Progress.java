package secondbackup.cli;

import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RegionView;

/// A line for whoever waits.
final class Progress {
    private Progress() {}

    static String of(AccountView view) {
        var name = name(view.account()) + ": ";
        return name
                + switch (view) {
                    case AccountView.Inactive(var account) -> account.state();
                    case AccountView.Excluded _ -> "excluded";
                    case AccountView.Unreadable(_, var cause) -> "NOT READ: " + cause;
                    case AccountView.Seen seen -> clusters(seen) + " Aurora clusters";
                };
    }

    /// Names come from the organization, and a terminal obeys control characters.
    static String name(MemberAccount account) {
        return account.id() + " " + account.name().replaceAll("\\p{Cntrl}|\\p{Cf}", " ");
    }

    private static int clusters(AccountView.Seen seen) {
        return seen.regions().stream()
                .mapToInt(region ->
                        switch (region) {
                            case RegionView.Source source -> source.clusters().size();
                            case RegionView.Elsewhere elsewhere -> elsewhere.clusters().size();
                            case RegionView.Closed _,
                                    RegionView.NotEnabled _,
                                    RegionView.Unreadable _ ->
                                    0;
                        })
                .sum();
    }
}
