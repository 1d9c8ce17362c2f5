package secondbackup.sweep;

import java.time.Instant;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// Port. Reads one vault in the vault account. Its edge is `aws.AwsVault`.
@FunctionalInterface
public interface VaultReader {
    VaultView read(Estate.Vault vault, Instant now);
}
