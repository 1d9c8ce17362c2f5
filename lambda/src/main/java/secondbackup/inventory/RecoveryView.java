package secondbackup.inventory;

import java.util.Optional;

/// What was seen of the account and Region into which copies are brought back.
public sealed interface RecoveryView {
    /// @param keyState state of the receiving vault's key, such as `Enabled`; empty where there is no such vault
    /// @param zones most Availability Zones that one of its DB subnet groups covers
    /// @param clusters DB clusters that it may have there, and has
    record Seen(Optional<String> keyState, int zones, Setup.Quota clusters)
            implements RecoveryView {}

    record Unreadable(String cause) implements RecoveryView {}
}
