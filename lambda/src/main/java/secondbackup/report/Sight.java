package secondbackup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// How far a sweep saw.
final class Sight {
    private final Inventory inventory;
    private final Estate estate;

    Sight(Inventory inventory, Estate estate) {
        this.inventory = inventory;
        this.estate = estate;
    }

    int accounts() {
        return inventory.accounts().size() + withoutPart().size();
    }

    int accountsUnseen() {
        return (int)
                        inventory.accounts().stream()
                                .filter(view ->
                                        !(view instanceof AccountView.Seen)
                                                && !(view instanceof AccountView.Excluded))
                                .count()
                + withoutPart().size();
    }

    int copies() {
        return (int)
                inventory.vaults().stream()
                        .filter(VaultView.Seen.class::isInstance)
                        .map(VaultView.Seen.class::cast)
                        .flatMap(vault -> vault.copies().stream())
                        .filter(copy -> RecoveryPoint.usable(copy.status()))
                        .count();
    }

    /// A sentence for everything that could not be seen.
    List<String> notSeen() {
        var sentences = new ArrayList<String>();
        if (inventory.manifest() instanceof Manifest.NotListed(_, _, var cause)) {
            sentences.add(
                    "The organization could not be listed, so nothing is known about any account: "
                            + PlainText.message(cause));
        }
        inventory.vaults().forEach(view -> ofVault(view).ifPresent(sentences::add));
        inventory.vaultAccounts().forEach(view -> ofVaultAccount(view).ifPresent(sentences::add));
        inventory.accounts().stream().flatMap(this::ofAccount).forEach(sentences::add);
        withoutPart()
                .forEach(account ->
                        sentences.add(
                                "Account " + Where.label(account) + " has no part in this sweep."));
        return sentences;
    }

    /// Accounts that the organization lists and the sweep brought nothing of.
    List<MemberAccount> withoutPart() {
        var seen = new TreeSet<AccountId>();
        inventory.accounts().forEach(view -> seen.add(view.account().id()));
        return switch (inventory.manifest()) {
            case Manifest.Listed listed ->
                    listed.accounts().stream()
                            .filter(account -> !seen.contains(account.id()))
                            .toList();
            case Manifest.NotListed _ -> List.of();
        };
    }

    private static Optional<String> ofVault(VaultView view) {
        return switch (view) {
            case VaultView.Absent _ -> Optional.empty();
            case VaultView.Unreadable(var vault, var cause) ->
                    Optional.of(
                            "Vault "
                                    + vault
                                    + " and every copy in it: "
                                    + PlainText.message(cause));
            case VaultView.Seen seen ->
                    seen.key() instanceof VaultView.VaultKey.Unreadable(var cause)
                            ? Optional.of(
                                    "The key of vault "
                                            + seen.vault()
                                            + ": "
                                            + PlainText.message(cause))
                            : Optional.empty();
        };
    }

    private static Optional<String> ofVaultAccount(VaultAccount view) {
        return switch (view) {
            case VaultAccount.Seen _, VaultAccount.Absent _ -> Optional.empty();
            case VaultAccount.Unreadable(var account, var cause) ->
                    Optional.of(
                            "Who can act in the vault's account "
                                    + account
                                    + ": "
                                    + PlainText.message(cause));
        };
    }

    private Stream<String> ofAccount(AccountView view) {
        var name = "Account " + Where.label(view.account());
        return switch (view) {
            case AccountView.Excluded _ -> Stream.of();
            case AccountView.Unreadable(_, var cause) ->
                    Stream.of(name + ": " + PlainText.message(cause));
            case AccountView.Inactive inactive ->
                    Stream.of(name + ": " + PlainText.message(inactive.cause()));
            case AccountView.Seen seen ->
                    seen.regions().stream()
                            .flatMap(region ->
                                    cause(region).stream()
                                            .map(cause ->
                                                    "Region "
                                                            + region.region()
                                                            + " of account "
                                                            + Where.label(seen.account())
                                                            + ": "
                                                            + PlainText.message(cause)));
        };
    }

    /// Why a Region was not seen, empty where it was, or where there was nothing to see.
    Optional<String> cause(RegionView view) {
        return switch (view) {
            case RegionView.Unreadable(_, var cause) -> Optional.of(cause);
            case RegionView.Closed(var region, var cause) ->
                    estate.sourceRegions().contains(region) ? Optional.of(cause) : Optional.empty();
            case RegionView.Source _, RegionView.Elsewhere _, RegionView.NotEnabled _ ->
                    Optional.empty();
        };
    }
}
