package secondbackup.inventory;

import java.time.Instant;
import java.util.Optional;

/// One recovery point in a vault of a source account.
///
/// @param vault name of the vault it lies in
/// @param cluster ARN of the cluster it was taken of
/// @param resourceId `DbClusterResourceId` of the snapshot behind it; empty where RDS did not say
/// @param engineVersion of the cluster at that moment; empty where RDS did not say
/// @param capturedAt when the data was taken; a copy keeps its source's
/// @param expiresAt empty where it is kept for ever
/// @param status as AWS Backup says it
/// @param rule name of the backup plan's rule that took it; empty where none did, and for a copy
public record RecoveryPoint(
        Arn arn,
        String vault,
        Arn cluster,
        String resourceId,
        String engineVersion,
        Instant capturedAt,
        Optional<Instant> expiresAt,
        String status,
        String rule) {

    /// Both words are in use for a finished point of a snapshot.
    ///
    /// Source: AWS Backup API, `RecoveryPointStatus`, and the Developer Guide's event samples, read
    /// 2026-11-22.
    public static boolean usable(String status) {
        return status.equals("COMPLETED") || status.equals("AVAILABLE");
    }

    public boolean usable() {
        return usable(status);
    }

    /// Continuous points cannot be copied.
    ///
    /// Source: AWS Backup API, `StartCopyJob`, read 2026-11-22.
    public boolean snapshot() {
        return arn.resource().startsWith("cluster-snapshot:");
    }
}
