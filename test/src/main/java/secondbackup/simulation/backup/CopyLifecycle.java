package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.physics.Switches;

/// How long a copy is kept, and whether the target vault's lock admits that.
///
/// Source: AWS Backup Developer Guide, "Backup and tag copy" (copies keep their source's creation date; -1
/// inherits its expiry), and "AWS Backup Vault Lock", read 2026-11-22.
final class CopyLifecycle {
    private final Switches switches;

    CopyLifecycle(Switches switches) {
        this.switches = switches;
    }

    /// Days from the source's creation; null for always.
    static @Nullable Long days(CopyJob job, RecoveryPoint source) {
        var asked = job.deleteAfterDays;
        return asked == null || asked == -1 ? source.deleteAfterDays : asked;
    }

    Optional<CopyFailure> find(CopyScene scene, Instant now) {
        var lock = scene.target().lock;
        if (lock == null) {
            return Optional.empty();
        }
        var asked = scene.job().deleteAfterDays;
        var always = asked == null || asked == -1;
        var days = days(scene.job(), scene.point());
        // Asking for no end may be more than any maximum, whatever the copy would inherit.
        var endless = always && switches.endlessCopiesBreakMaximum();
        var tooLong =
                lock.maxRetentionDays() != null
                        && (endless
                                || days == null
                                || judged(days, scene, now) > lock.maxRetentionDays());
        var tooShort =
                lock.minRetentionDays() != null
                        && days != null
                        && judged(days, scene, now) < lock.minRetentionDays();
        return tooLong || tooShort
                ? Optional.of(CopyFailure.retentionOutsideLock())
                : Optional.empty();
    }

    private long judged(long days, CopyScene scene, Instant now) {
        var age = Duration.between(scene.point().createdAt, now).toDays();
        return switches.lockJudgesRemainingDays() ? days - age : days;
    }
}
