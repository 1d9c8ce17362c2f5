package secondbackup.sweep;

import java.time.Instant;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.VaultAccount;

/// Port. Reads who can act in a vault's account. Its edge is `aws.AwsVaultAccount`.
@FunctionalInterface
public interface VaultAccountReader {
    VaultAccount read(AccountId account, Instant now);
}
