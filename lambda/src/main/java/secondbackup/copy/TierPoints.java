package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;
import secondbackup.policy.Tier;

/// Points whose copies are kept longer than the rest. The newest point may have been copied without them, so each of
/// them is looked for in the vault by itself.
final class TierPoints {
    private TierPoints() {}

    /// Those of a tier that the cluster's promise has.
    static List<RecoveryPoint> of(Guarded guarded, Promise promise) {
        return guarded.points().stream()
                .filter(point -> promise.tier(point.rule()).isPresent())
                .toList();
    }

    /// The newest of some points that the vault has no copy of.
    static Optional<RecoveryPoint> missing(
            List<RecoveryPoint> points, List<VaultedCopy> copies, Duration sameData) {
        return points.stream()
                .filter(point -> copies.stream().noneMatch(copy -> same(copy, point, sameData)))
                .max(Comparator.comparing(RecoveryPoint::capturedAt));
    }

    static boolean same(VaultedCopy copy, RecoveryPoint point, Duration sameData) {
        var apart = Duration.between(copy.capturedAt(), point.capturedAt()).abs();
        return apart.compareTo(sameData) <= 0;
    }

    /// Copies on which the tiers' deadlines hang.
    static Stream<VaultedCopy> newestCopies(Guarded guarded, Promise promise) {
        return promise.tiers().keySet().stream()
                .flatMap(period -> newestCopy(guarded, promise, period).stream());
    }

    /// When a tier breaks if nothing more arrives. Without any copy of it, the cluster's birth counts.
    static Instant due(Guarded guarded, Promise promise, Tier.Period period) {
        return newestCopy(guarded, promise, period)
                .map(VaultedCopy::capturedAt)
                .orElse(guarded.cluster().createdAt())
                .plus(promise.tierAgeMax(period));
    }

    private static Optional<VaultedCopy> newestCopy(
            Guarded guarded, Promise promise, Tier.Period period) {
        return NextSteps.usableCopies(guarded)
                .filter(copy -> copy.keptFor(promise.days(period)))
                .max(Comparator.comparing(VaultedCopy::capturedAt));
    }
}
