package secondbackup.simulation.backup;

import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;

/// Starts the copy that a rule of a plan asks for, once its backup is complete, and knows which resources are
/// being copied.
///
/// Source: AWS Backup API model, CopyAction, 2026-11-22.
public interface CopyActions {
    /// @param deleteAfterDays null where the rule sets no lifecycle: the copy then follows its source's
    /// @param roleArn role of the selection that made the backup
    void start(
            RecoveryPoint point,
            Vault source,
            String targetVaultArn,
            @Nullable Long deleteAfterDays,
            String roleArn,
            String planId);

    /// Whether a copy of a resource runs that this account ordered.
    boolean running(String account, String resourceArn);
}
