package secondbackup.inventory;

import java.util.Comparator;
import java.util.List;

/// All that one sweep saw, and what it could not see.
public record Inventory(
        Manifest manifest,
        List<AccountView> accounts,
        List<VaultView> vaults,
        List<VaultAccount> vaultAccounts) {
    public Inventory {
        accounts =
                accounts.stream()
                        .sorted(Comparator.comparing((AccountView view) -> view.account().id()))
                        .toList();
        vaults = vaults.stream().sorted(Comparator.comparing(VaultView::vault)).toList();
        vaultAccounts =
                vaultAccounts.stream().sorted(Comparator.comparing(VaultAccount::account)).toList();
    }
}
