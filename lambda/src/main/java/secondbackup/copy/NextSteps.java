package secondbackup.copy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
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

    private static final int TRIES_MAX = 6;
    private static final Duration PAUSE = Duration.ofMinutes(10);

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
        if (there.isPresent() && !there.get().capturedAt().isBefore(newest.get().capturedAt())) {
            return new NextStep.UpToDate(there.get());
        }
        var live = guarded.jobs().stream().filter(CopyJob::live).findFirst();
        if (live.isPresent()) {
            return new NextStep.InProgress(live.get());
        }
        var due = due(guarded, promise, there);
        return switch (Routing.of(guarded, promise, estate)) {
            case Routing.Way.None(var key, var cause) -> new NextStep.NoRoute(key, cause);
            case Routing.Way.Direct() -> toVault(guarded, promise, newest.get(), due);
            case Routing.Way.Rekeyed(var vault) ->
                    overRekeyVault(guarded, promise, newest.get(), vault, due);
        };
    }

    /// When the promise breaks if nothing more arrives. Without any copy, the cluster's birth counts.
    private static Instant due(Guarded guarded, Promise promise, Optional<VaultedCopy> newest) {
        return newest.map(VaultedCopy::capturedAt)
                .orElse(guarded.cluster().createdAt())
                .plus(promise.copyAgeMax());
    }

    private Optional<RecoveryPoint> newestPoint(Guarded guarded, Promise promise) {
        var worthFrom = now.minus(Duration.ofDays(promise.retentionDays())).plus(LIFE_MIN);
        return guarded.points().stream()
                .filter(point -> point.vault().equals(estate.sourceVault()))
                .filter(RecoveryPoint::usable)
                .filter(point -> point.expiresAt().map(now::isBefore).orElse(true))
                .filter(point -> point.capturedAt().isAfter(worthFrom))
                .max(
                        Comparator.comparing(RecoveryPoint::capturedAt)
                                .thenComparing(RecoveryPoint::arn));
    }

    private static Optional<VaultedCopy> newestCopy(Guarded guarded) {
        return guarded.copies().stream()
                .filter(copy -> RecoveryPoint.usable(copy.status()))
                .filter(copy -> !(copy.snapshot() instanceof VaultedCopy.Snapshot.Absent))
                .max(Comparator.comparing(VaultedCopy::capturedAt));
    }

    private NextStep overRekeyVault(
            Guarded guarded, Promise promise, RecoveryPoint point, String vault, Instant due) {
        var rekeyed =
                guarded.points().stream()
                        .filter(candidate -> candidate.vault().equals(vault) && candidate.usable())
                        .filter(candidate -> candidate.capturedAt().equals(point.capturedAt()))
                        .findFirst();
        if (rekeyed.isPresent()) {
            return toVault(guarded, promise, rekeyed.get(), due);
        }
        var target =
                estate.memberVault(guarded.account().id(), guarded.cluster().id().region(), vault);
        var age = Duration.between(point.capturedAt(), now).toDays() + 1;
        return step(guarded, point, target, Math.toIntExact(age) + REKEYED_DAYS, due);
    }

    private NextStep toVault(Guarded guarded, Promise promise, RecoveryPoint point, Instant due) {
        return step(guarded, point, guarded.vault().arn(), promise.retentionDays(), due);
    }

    private NextStep step(
            Guarded guarded, RecoveryPoint point, Arn target, int deleteAfterDays, Instant due) {
        var ended =
                guarded.jobs().stream()
                        .filter(job ->
                                job.point().equals(point.arn())
                                        && job.targetVault().equals(target)
                                        && job.ended())
                        .toList();
        var failed = ended.stream().filter(CopyJob::failed).toList();
        if (!failed.isEmpty() && failed.getLast().equals(ended.getLast())) {
            var again = afterFailure(failed);
            if (again.isPresent()) {
                return again.get();
            }
        }
        var token = token(point.arn(), target, deleteAfterDays, ended.size());
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

    /// Empty where it is time to try again.
    private Optional<NextStep> afterFailure(List<CopyJob> failed) {
        var last = failed.getLast();
        var cause = FailureClassifier.classify(last);
        if (cause.permanent() || failed.size() >= TRIES_MAX) {
            return Optional.of(new NextStep.Failed(last, cause));
        }
        var pause = PAUSE.multipliedBy(1L << (failed.size() - 1));
        var at = last.completedAt().orElse(last.createdAt()).plus(pause);
        return now.isBefore(at)
                ? Optional.of(new NextStep.TryAgainLater(last, cause, at))
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
