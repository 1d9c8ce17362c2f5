package secondbackup.cdk.recovery;

import java.util.LinkedHashMap;
import secondbackup.cdk.parts.Parts;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Estate;
import software.constructs.Construct;

/// Adds what the estate has for recovery: nothing without a recovery account.
public final class RecoveryStacks {
    private RecoveryStacks() {}

    public static void add(Construct scope, Parts parts) {
        parts.deployment()
                .recovery()
                .ifPresent(recovery -> {
                    new RecoveryStack(scope, parts, recovery);
                    vaultSides(scope, parts);
                });
    }

    /// One for each vault account; its number is in the name where there are several.
    private static void vaultSides(Construct scope, Parts parts) {
        var first = new LinkedHashMap<AccountId, Estate.Vault>();
        parts.estate().vaults().forEach(vault -> first.putIfAbsent(vault.account(), vault));
        first.forEach((account, vault) -> {
            var suffix = first.size() == 1 ? "" : "-" + account;
            new RecoveryVaultSideStack(scope, RecoveryVaultSideStack.NAME + suffix, parts, vault);
        });
    }
}
