package secondbackup.policy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RegionView;

/// Leaves accounts out of judgement for as long as their exclusion holds. They stay in the inventory, with the
/// clusters that were seen: whoever reads the report shall see what was left out.
public final class Exclusions {
    private Exclusions() {}

    /// The same inventory, with excluded accounts marked as that.
    public static Inventory leaveOut(Inventory inventory, Estate estate, Instant now) {
        var accounts =
                inventory.accounts().stream()
                        .map(view -> excluded(view, estate, now) ? leftOut(view) : view)
                        .toList();
        return new Inventory(
                inventory.manifest(), accounts, inventory.vaults(), inventory.vaultAccounts());
    }

    private static boolean excluded(AccountView view, Estate estate, Instant now) {
        return estate.exclusion(view.account().id())
                .filter(exclusion -> exclusion.holds(now))
                .isPresent();
    }

    private static AccountView leftOut(AccountView view) {
        return switch (view) {
            case AccountView.Excluded _ -> view;
            case AccountView.Unreadable(var account, _) -> unseen(account);
            case AccountView.Inactive(var account) -> unseen(account);
            case AccountView.Seen seen ->
                    new AccountView.Excluded(
                            seen.account(),
                            seen.regions().stream()
                                    .noneMatch(RegionView.Unreadable.class::isInstance),
                            seen.regions().stream()
                                    .flatMap(Exclusions::clusters)
                                    .sorted()
                                    .toList());
        };
    }

    private static AccountView unseen(MemberAccount account) {
        return new AccountView.Excluded(account, false, List.of());
    }

    private static Stream<ClusterId> clusters(RegionView view) {
        return switch (view) {
            case RegionView.Source source ->
                    source.clusters().stream().map(cluster -> cluster.id());
            case RegionView.Elsewhere elsewhere ->
                    elsewhere.clusters().stream().map(cluster -> cluster.id());
            case RegionView.Closed _, RegionView.NotEnabled _, RegionView.Unreadable _ ->
                    Stream.of();
        };
    }
}
