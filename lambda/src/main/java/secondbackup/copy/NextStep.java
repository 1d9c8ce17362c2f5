package secondbackup.copy;

import java.time.Instant;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.VaultedCopy;

/// What one cluster needs next on its way to the vault.
public sealed interface NextStep {
    /// The vault has a copy of the newest point.
    record UpToDate(VaultedCopy newest) implements NextStep {}

    /// There is no recovery point that could be copied.
    record NothingToCopy() implements NextStep {}

    /// AWS runs one job per cluster, and one is in progress, or is called completed while its copy could
    /// not be seen yet.
    record InProgress(CopyJob job) implements NextStep {}

    /// The last try failed for a reason that may pass.
    record TryAgainLater(CopyJob failed, FailureCause cause, Instant at) implements NextStep {}

    /// The last try failed for a reason that people must change, or too often; or jobs were called completed
    /// and no good copy came of them.
    record Failed(CopyJob failed, FailureCause cause) implements NextStep {}

    /// No route leads past the cluster's key.
    ///
    /// @param key empty where the cluster has none that is known
    record NoRoute(Optional<Arn> key, String cause) implements NextStep {}

    /// A copy is due.
    ///
    /// @param toVault whether this hop ends in the vault, and so needs one of its slots
    record Due(CopyOrder order, boolean toVault) implements NextStep {}
}
