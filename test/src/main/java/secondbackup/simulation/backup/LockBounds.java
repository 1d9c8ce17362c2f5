package secondbackup.simulation.backup;

import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.Lock;

/// Whether a lock lets a new point in. Points that were there before it are not judged.
///
/// A lifecycle without an end is longer than any maximum; AWS's pages do not say so in words.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock", read 2026-11-22.
final class LockBounds {
    private LockBounds() {}

    static boolean admits(@Nullable Lock lock, @Nullable Long deleteAfterDays) {
        if (lock == null) {
            return true;
        }
        var least = lock.minRetentionDays();
        var most = lock.maxRetentionDays();
        var days = deleteAfterDays == null ? Long.MAX_VALUE : deleteAfterDays;
        return (least == null || days >= least) && (most == null || days <= most);
    }
}
