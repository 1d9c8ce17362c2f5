package secondbackup.sweep;

import java.time.Instant;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// Port. Reads one vault in the vault account. Its edge is `aws.AwsVault`.
@FunctionalInterface
public interface VaultReader {
    VaultView read(Estate.Vault vault, Instant now);

    /// Reads anew what changes by the hour: the copies, and the snapshots that are being copied. Lock, policy
    /// and key stay as they were seen.
    default VaultView renewed(Estate.Vault vault, VaultView.Seen before, Instant now) {
        return read(vault, now);
    }
}
