package secondbackup.simulation.backup;

import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import software.amazon.awssdk.services.backup.model.CalculatedLifecycle;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/// Retention as AWS Backup's API asks for it and shows it.
///
/// Source: AWS Backup API model, Lifecycle; AWS Backup Developer Guide, "UpdateRecoveryPointLifecycle", read
/// 2026-11-22. Cold storage is ignored for types that lack it, as all clusters do.
final class Lifecycles {
    private static final long MOST_DAYS = 36_500;
    private static final long ALWAYS = -1;

    private Lifecycles() {}

    /// @return null where the point is kept always
    /// Fails: `InvalidParameterValueException`.
    static @Nullable Long days(@Nullable Lifecycle lifecycle) {
        var days = lifecycle == null ? null : lifecycle.deleteAfterDays();
        if (days == null || days == ALWAYS) {
            return null;
        }
        if (days < 1 || days > MOST_DAYS) {
            throw BackupErrors.invalidValue(
                    "DeleteAfterDays must be between 1 and " + MOST_DAYS + " but is " + days);
        }
        return days;
    }

    static @Nullable Lifecycle shown(@Nullable Long deleteAfterDays) {
        return deleteAfterDays == null
                ? null
                : Lifecycle.builder().deleteAfterDays(deleteAfterDays).build();
    }

    static @Nullable CalculatedLifecycle calculated(RecoveryPoint point) {
        return point.expiresAt()
                .map(at -> CalculatedLifecycle.builder().deleteAt(at).build())
                .orElse(null);
    }
}
