package secondbackup.inventory;

import java.time.Instant;
import java.util.Optional;

/// One copy job as its source account lists it.
///
/// Source: AWS Backup API, `CopyJob`, read 2026-11-22.
///
/// @param point the point that is copied
/// @param targetPoint the copy, once there is one
/// @param state as AWS Backup says it
/// @param category `MessageCategory`, or empty
/// @param message `StatusMessage`, or empty
public record CopyJob(
        String id,
        Arn point,
        Arn sourceVault,
        Arn targetVault,
        Optional<Arn> targetPoint,
        Arn cluster,
        String state,
        Instant createdAt,
        Optional<Instant> completedAt,
        String category,
        String message) {

    public boolean live() {
        return state.equals("CREATED") || state.equals("RUNNING");
    }

    /// Whether it has, or may have, work to do: a state that this version does not know is no end.
    public boolean mayRun() {
        return !ended();
    }

    public boolean completed() {
        return state.equals("COMPLETED");
    }

    public boolean failed() {
        return state.equals("FAILED") || state.equals("PARTIAL");
    }

    public boolean ended() {
        return completed() || failed();
    }

    /// Whether this version knows the state.
    public boolean known() {
        return live() || ended();
    }
}
