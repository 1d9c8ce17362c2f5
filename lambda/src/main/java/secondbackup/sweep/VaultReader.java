package secondbackup.sweep;

import java.time.Instant;
import java.util.OptionalInt;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// Port. Reads one vault in the vault account. Its edge is `aws.AwsVault`.
@FunctionalInterface
public interface VaultReader {
    VaultView read(Estate.Vault vault, Instant now);

    /// Counts anew the snapshots that are being copied.
    ///
    /// @param before the vault as it was seen
    /// @return empty where RDS could not be read
    default OptionalInt snapshotsCopying(VaultView.Seen before, Estate.Vault vault, Instant now) {
        return read(vault, now).copying();
    }
}
