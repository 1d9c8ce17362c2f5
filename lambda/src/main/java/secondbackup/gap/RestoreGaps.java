package secondbackup.gap;

import java.util.List;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.policy.Estate;
import secondbackup.verify.RestoreChecker;
import secondbackup.verify.RestoreDoubt;

/// Which gap each doubt about the place is into which copies are brought back: one for the place, not for every
/// cluster.
final class RestoreGaps {
    private RestoreGaps() {}

    static List<Gap> of(Inventory inventory, Estate estate) {
        return RestoreChecker.check(inventory, estate).stream()
                .filter(doubt -> !said(doubt, inventory))
                .map(doubt -> of(doubt, inventory))
                .toList();
    }

    /// An account that could not be read has a gap of its own, and so has an organization that could not be listed.
    private static boolean said(RestoreDoubt doubt, Inventory inventory) {
        return doubt instanceof RestoreDoubt.Unread(var vault, _)
                && switch (inventory.manifest()) {
                    case Manifest.NotListed _ -> true;
                    case Manifest.Listed listed ->
                            listed.accounts().stream().anyMatch(account -> is(account, vault))
                                    && inventory.accounts().stream()
                                            .filter(AccountView.Seen.class::isInstance)
                                            .noneMatch(view -> is(view.account(), vault));
                };
    }

    private static boolean is(MemberAccount account, Arn vault) {
        return account.id().value().equals(vault.accountText());
    }

    private static Gap of(RestoreDoubt doubt, Inventory inventory) {
        return switch (doubt) {
            case RestoreDoubt.NoPlace _ ->
                    new Gap.RestoreBlocked(new Subject.OfOrganization(), doubt);
            case RestoreDoubt.NoVault(var vault) -> blocked(vault, doubt, inventory);
            case RestoreDoubt.KeyNotEnabled(var vault, _) -> blocked(vault, doubt, inventory);
            case RestoreDoubt.TooFewZones(var vault, _) -> blocked(vault, doubt, inventory);
            case RestoreDoubt.NoRoom(var vault, _, _) -> blocked(vault, doubt, inventory);
            case RestoreDoubt.Unread(var vault, var cause) ->
                    new Gap.StateUnknown(
                            place(vault, inventory), "whether a copy could be restored", cause);
        };
    }

    private static Gap blocked(Arn vault, RestoreDoubt doubt, Inventory inventory) {
        return new Gap.RestoreBlocked(place(vault, inventory), doubt);
    }

    private static Subject place(Arn vault, Inventory inventory) {
        var id = new AccountId(vault.accountText());
        var account =
                inventory.accounts().stream()
                        .map(view -> view.account())
                        .filter(known -> known.id().equals(id))
                        .findFirst()
                        .orElse(new MemberAccount(id, "", "", List.of()));
        return new Subject.OfRegion(account, new Region(vault.regionText()));
    }
}
