package secondbackup.doctor;

import java.util.List;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Estate;

/// Which of our roles an account must have, and the file each is made from.
public record OurRoles(Estate estate) {
    /// Names of the roles that are looked for in an account. No member StackSet reaches a vault account.
    public List<String> in(AccountId account) {
        var names = estate.roles();
        return holdsAVault(account)
                ? List.of(names.survey(), names.vaultReader())
                : List.of(names.survey(), names.copy(), names.backup());
    }

    private boolean holdsAVault(AccountId account) {
        return estate.vaults().stream().anyMatch(vault -> vault.account().equals(account));
    }

    String file(String role) {
        var names = estate.roles();
        if (role.equals(names.survey())) {
            return "survey-role.json";
        }
        if (role.equals(names.copy())) {
            return "copy-starter.json";
        }
        return role.equals(names.backup()) ? "backup-role.json" : "vault-reader.json";
    }

    String fix(AccountId account, String role) {
        return holdsAVault(account)
                ? "In vault account " + account + ", deploy the vault stack again."
                : "From management account "
                        + estate.managementAccount()
                        + ", deploy the member roles' StackSet to account "
                        + account
                        + (account.equals(estate.managementAccount())
                                ? " (no StackSet reaches the management account: deploy its stack there alone)."
                                : ".");
    }
}
