package secondbackup.inventory;

import java.time.Instant;

/// The newest backup job of a cluster that has ended.
///
/// Source: AWS Backup API, `BackupJob` and `BackupJobState`, read 2026-11-27.
///
/// @param vault name of the vault that it was to fill
/// @param state as AWS Backup says it
/// @param category `MessageCategory`, or empty
/// @param message `StatusMessage`, or empty
public record BackupJob(
        String id,
        Arn cluster,
        String vault,
        String state,
        Instant createdAt,
        String category,
        String message) {

    /// A state that this version does not know is no success, and nothing that goes on.
    public boolean ended() {
        return switch (state) {
            case "CREATED", "PENDING", "RUNNING", "ABORTING" -> false;
            default -> true;
        };
    }

    /// Whether it ended without a point.
    public boolean failed() {
        return ended() && !state.equals("COMPLETED");
    }
}
