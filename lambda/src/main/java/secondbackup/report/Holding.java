package secondbackup.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Guarded;
import secondbackup.verify.CopyChecker;

/// What one cluster has in the vault: the moments that people can go back to.
///
/// @param copies good copies
/// @param oldestAt when the data of the oldest of them was taken
/// @param moments when the data of each was taken, the newest first, [#MOMENTS_MAX] at most
/// @param sizeBytes size of the cluster's volume, empty where nobody knows
/// @param copying copy jobs of the cluster into the vault that are in progress
public record Holding(
        int copies,
        Optional<Instant> oldestAt,
        List<Instant> moments,
        OptionalLong sizeBytes,
        int copying) {
    /// What is older is counted, and its beginning told.
    public static final int MOMENTS_MAX = 100;

    public Holding {
        moments = List.copyOf(moments);
    }

    static Holding none(OptionalLong sizeBytes) {
        return new Holding(0, Optional.empty(), List.of(), sizeBytes, 0);
    }

    static Holding of(Guarded guarded) {
        var good =
                guarded.copies().stream()
                        .filter(CopyChecker::restorable)
                        .map(VaultedCopy::capturedAt)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        var copying =
                guarded.jobs().stream()
                        .filter(CopyJob::live)
                        .filter(job -> job.targetVault().equals(guarded.vault().arn()))
                        .count();
        return new Holding(
                good.size(),
                good.isEmpty() ? Optional.empty() : Optional.of(good.getLast()),
                good.stream().limit(MOMENTS_MAX).toList(),
                guarded.cluster().sizeBytes(),
                Math.toIntExact(copying));
    }
}
