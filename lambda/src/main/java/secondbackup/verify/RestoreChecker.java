package secondbackup.verify;

import java.util.ArrayList;
import java.util.List;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// Whether the place into which copies are brought back has what a restore needs. That the recovery role may use the
/// vault's key follows from the key's policy, which is compared with ours, see [VaultChecker].
///
/// Source: Aurora User Guide, "Restoring from a DB cluster snapshot" and "Working with a DB cluster in a VPC" (a DB
/// subnet group covers at least two Availability Zones), read 2026-11-27.
public final class RestoreChecker {
    private static final int ZONES_MIN = 2;

    private RestoreChecker() {}

    /// Where no vault could be read, there is no copy to bring back, and nothing is said.
    public static List<RestoreDoubt> check(Inventory inventory, Estate estate) {
        if (inventory.vaults().stream().noneMatch(VaultView.Seen.class::isInstance)) {
            return List.of();
        }
        return estate.recoveryVault()
                .map(vault -> check(vault, inventory))
                .orElse(List.of(new RestoreDoubt.NoPlace()));
    }

    private static List<RestoreDoubt> check(Arn vault, Inventory inventory) {
        return switch (view(vault, inventory)) {
            case RecoveryView.Unreadable(var cause) ->
                    List.of(new RestoreDoubt.Unread(vault, cause));
            case RecoveryView.Seen seen -> check(vault, seen);
        };
    }

    /// As the survey of the account saw it.
    public static RecoveryView view(Arn vault, Inventory inventory) {
        var account =
                inventory.accounts().stream()
                        .filter(one -> one.account().id().value().equals(vault.accountText()))
                        .findFirst();
        if (account.isEmpty()) {
            return new RecoveryView.Unreadable(
                    "account " + vault.accountText() + " is not among those that were read");
        }
        return switch (account.get()) {
            case AccountView.Excluded _ -> new RecoveryView.Unreadable("the account is excluded");
            case AccountView.Unreadable(_, var cause) -> new RecoveryView.Unreadable(cause);
            case AccountView.Inactive inactive -> new RecoveryView.Unreadable(inactive.cause());
            case AccountView.Seen seen ->
                    seen.recovery()
                            .orElse(new RecoveryView.Unreadable("this sweep has not read it"));
        };
    }

    private static List<RestoreDoubt> check(Arn vault, RecoveryView.Seen seen) {
        var doubts = new ArrayList<RestoreDoubt>();
        if (seen.keyState().isEmpty()) {
            doubts.add(new RestoreDoubt.NoVault(vault));
        }
        seen.keyState()
                .filter(state -> !state.equals("Enabled"))
                .ifPresent(state -> doubts.add(new RestoreDoubt.KeyNotEnabled(vault, state)));
        if (seen.zones() < ZONES_MIN) {
            doubts.add(new RestoreDoubt.TooFewZones(vault, seen.zones()));
        }
        var clusters = seen.clusters();
        if (clusters.free() == 0) {
            doubts.add(new RestoreDoubt.NoRoom(vault, clusters.used(), clusters.max()));
        }
        return List.copyOf(doubts);
    }
}
