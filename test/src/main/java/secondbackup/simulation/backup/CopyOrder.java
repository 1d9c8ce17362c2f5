package secondbackup.simulation.backup;

import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;

/// What a copy job is asked to do, by a call or by a plan's copy action.
///
/// @param deleteAfterDays null where no lifecycle is given; -1 for always
/// @param token idempotency token, or empty
/// @param planId plan whose copy action this is, or empty for on-demand copies
record CopyOrder(
        Vault source,
        RecoveryPoint point,
        String targetVaultArn,
        String roleArn,
        @Nullable Long deleteAfterDays,
        String token,
        String planId) {}
