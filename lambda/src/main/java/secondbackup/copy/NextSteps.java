package secondbackup.copy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;

/// Finds the next step of one cluster.
public final class NextSteps {
    /// A copy that would live shorter is not worth a slot.
    private static final Duration LIFE_MIN = Duration.ofDays(2);

    /// Days that an intermediate, re-keyed point outlives its making, so that the second hop can be retried.
    private static final int REKEYED_DAYS = 3;

    /// Copies keep their source's creation date; to which precision, AWS does not say.
    static final Duration SAME_DATA = Duration.ofMinutes(1);

    private final Estate estate;
    private final Instant now;

    public NextSteps(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    public NextStep of(Guarded guarded, Promise promise) {
        var newest = newestPoint(guarded, promise);
        if (newest.isEmpty()) {
            return new NextStep.NothingToCopy();
        }
        var there = newestCopy(guarded);
        var asNewFrom = newest.get().capturedAt().minus(SAME_DATA);
        if (there.isPresent() && !there.get().capturedAt().isBefore(asNewFrom)) {
            return tierPoint(guarded, promise)
                    .map(point -> ofTier(guarded, promise, point))
                    .orElseGet(() -> new NextStep.UpToDate(there.get()));
        }
        return copy(guarded, promise, newest.get(), due(guarded, promise, there));
    }

    private NextStep ofTier(Guarded guarded, Promise promise, RecoveryPoint point) {
        var period = promise.tier(point.rule()).orElseThrow();
        return copy(guarded, promise, point, TierPoints.due(guarded, promise, period));
    }

    /// A point of a tier that was passed over when it was the newest.
    private Optional<RecoveryPoint> tierPoint(Guarded guarded, Promise promise) {
        var worth =
                TierPoints.of(guarded, promise).stream()
                        .filter(point -> copyable(point, promise))
                        .toList();
        return TierPoints.missing(worth, usableCopies(guarded).toList(), SAME_DATA);
    }

    private NextStep copy(Guarded guarded, Promise promise, RecoveryPoint point, Instant due) {
        var live = guarded.jobs().stream().filter(CopyJob::mayRun).findFirst();
        if (live.isPresent()) {
            return new NextStep.InProgress(live.get());
        }
        var days = promise.keptDays(point.rule());
        return switch (Routing.of(guarded, promise, estate)) {
            case Routing.Way.None(var key, var cause) -> new NextStep.NoRoute(key, cause);
            case Routing.Way.NotBuilt(var key, var cause) -> new NextStep.NoRoute(key, cause);
            case Routing.Way.Direct() -> toVault(guarded, point, days, due);
            case Routing.Way.Rekeyed(var vault) -> overRekeyVault(guarded, point, days, vault, due);
        };
    }

    /// Why no way leads to the vault, also where there is nothing to copy yet, or nothing deployed.
    public Optional<NextStep.NoRoute> obstacle(Guarded guarded, Promise promise) {
        return Routing.of(guarded, promise, estate) instanceof Routing.Way.None(var key, var cause)
                ? Optional.of(new NextStep.NoRoute(key, cause))
                : Optional.empty();
    }

    /// When the promise breaks if nothing more arrives. Without any copy, the cluster's birth counts.
    private static Instant due(Guarded guarded, Promise promise, Optional<VaultedCopy> newest) {
        return dataUpTo(guarded, newest).plus(promise.copyAgeMax());
    }

    private static Instant dataUpTo(Guarded guarded, Optional<VaultedCopy> newest) {
        return newest.map(VaultedCopy::capturedAt).orElse(guarded.cluster().createdAt());
    }

    /// When the data of the newest copy was taken. Without any copy, the cluster's birth counts.
    static Instant dataUpTo(Guarded guarded) {
        return dataUpTo(guarded, newestCopy(guarded));
    }

    Instant now() {
        return now;
    }

    private Optional<RecoveryPoint> newestPoint(Guarded guarded, Promise promise) {
        return guarded.points().stream()
                .filter(point -> copyable(point, promise))
                .max(
                        Comparator.comparing(RecoveryPoint::capturedAt)
                                .thenComparing(RecoveryPoint::arn));
    }

    /// Whether it is in a source vault, and its copy would live long enough.
    private boolean copyable(RecoveryPoint point, Promise promise) {
        var days = Duration.ofDays(promise.keptDays(point.rule()));
        return estate.isSourceVault(point.vault())
                && point.usable()
                && lives(point)
                && point.capturedAt().plus(days).minus(LIFE_MIN).isAfter(now);
    }

    private boolean lives(RecoveryPoint point) {
        return point.expiresAt().map(now::isBefore).orElse(true);
    }

    static Optional<VaultedCopy> newestCopy(Guarded guarded) {
        return usableCopies(guarded).max(Comparator.comparing(VaultedCopy::capturedAt));
    }

    static Stream<VaultedCopy> usableCopies(Guarded guarded) {
        return guarded.copies().stream()
                .filter(copy -> RecoveryPoint.usable(copy.status()))
                .filter(copy -> !(copy.snapshot() instanceof VaultedCopy.Snapshot.Absent));
    }

    private NextStep overRekeyVault(
            Guarded guarded, RecoveryPoint point, int days, String vault, Instant due) {
        var rekeyed =
                guarded.points().stream()
                        .filter(candidate -> estate.isRekeyVault(candidate.vault()))
                        .filter(candidate -> candidate.usable() && lives(candidate))
                        .filter(candidate -> sameData(candidate, point))
                        .min(Comparator.comparing(candidate -> !candidate.vault().equals(vault)));
        if (rekeyed.isPresent()) {
            return toVault(guarded, rekeyed.get(), days, due);
        }
        var target =
                estate.memberVault(guarded.account().id(), guarded.cluster().id().region(), vault);
        var age = Duration.between(point.capturedAt(), now).toDays() + 1;
        return step(guarded, point, target, Math.toIntExact(age) + REKEYED_DAYS, due);
    }

    static boolean sameData(RecoveryPoint one, RecoveryPoint other) {
        var apart = Duration.between(one.capturedAt(), other.capturedAt()).abs();
        return apart.compareTo(SAME_DATA) <= 0;
    }

    private NextStep toVault(Guarded guarded, RecoveryPoint point, int days, Instant due) {
        return step(guarded, point, guarded.vault().arn(), days, due);
    }

    private NextStep step(
            Guarded guarded, RecoveryPoint point, Arn target, int deleteAfterDays, Instant due) {
        var tries = new Tries(guarded.jobs(), point.arn(), target);
        var instead = tries.insteadOfAnother(now, lookedAt(guarded, target));
        if (instead.isPresent()) {
            return instead.get();
        }
        var token = token(point.arn(), target, deleteAfterDays, tries.count());
        var role = estate.roleArn(guarded.account().id(), estate.roles().backup());
        var order =
                new CopyOrder(
                        guarded.cluster().id(),
                        point.arn(),
                        point.vault(),
                        target,
                        role,
                        deleteAfterDays,
                        due,
                        token);
        return new NextStep.Due(order, target.equals(guarded.vault().arn()));
    }

    /// When the target was read: the vault by this sweep, a vault of the account itself just now.
    private Optional<Instant> lookedAt(Guarded guarded, Arn target) {
        return !target.equals(guarded.vault().arn())
                ? Optional.of(now)
                : guarded.vaultView() instanceof VaultView.Seen seen
                        ? Optional.of(seen.readAt())
                        : Optional.empty();
    }

    private static String token(Arn point, Arn target, int deleteAfterDays, int endedJobs) {
        try {
            var text = point + "|" + target + "|" + deleteAfterDays + "|" + endedJobs;
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
