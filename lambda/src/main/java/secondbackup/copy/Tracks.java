package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;

/// Makes the [Track] of each cluster from what was seen of it. A cluster that nothing can be copied of, before people
/// have done something, has none: it takes no slot.
final class Tracks {
    /// What is assumed where fewer than two points were seen.
    private static final Duration EVERY = Duration.ofDays(1);

    private static final Duration EVERY_MIN = Duration.ofHours(1);
    private static final Duration SAME_DATA = Duration.ofMinutes(1);
    private static final int NEWEST = 8;

    private final Durations durations;
    private final Duration seenAfter;

    /// @param clusters all whose copies may tell of others'
    Tracks(List<Guarded> clusters) {
        this.durations = Durations.of(clusters);
        this.seenAfter =
                clusters.stream()
                        .flatMap(Tracks::startedAfter)
                        .min(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
    }

    /// How long after its data was taken each of the newest copies was started. The least of all clusters is how long points
    /// take to be seen; the rest is waiting for a slot.
    private static Stream<Duration> startedAfter(Guarded guarded) {
        var points =
                guarded.points().stream()
                        .collect(
                                Collectors.toMap(
                                        RecoveryPoint::arn,
                                        RecoveryPoint::capturedAt,
                                        (one, _) -> one));
        return Durations.telling(guarded)
                .filter(job -> points.containsKey(job.point()))
                .map(job -> Duration.between(points.get(job.point()), job.createdAt()));
    }

    Optional<Track> of(Guarded guarded, Promise promise, NextStep step) {
        return switch (step) {
            case NextStep.NothingToCopy _, NextStep.NoRoute _, NextStep.Failed _ ->
                    Optional.empty();
            case NextStep.UpToDate _, NextStep.TryAgainLater _, NextStep.Due _ ->
                    track(guarded, promise, Optional.empty());
            case NextStep.InProgress(var job) ->
                    job.targetVault().equals(guarded.vault().arn())
                            ? track(guarded, promise, Optional.of(job.createdAt()))
                            : track(guarded, promise, Optional.empty());
        };
    }

    private Optional<Track> track(Guarded guarded, Promise promise, Optional<Instant> startedAt) {
        var length = durations.of(guarded).length();
        var copiedAt = NextSteps.dataUpTo(guarded);
        var captured = captured(guarded);
        return Optional.of(
                new Track(
                        guarded.cluster().id(),
                        promise.copyAgeMax(),
                        length,
                        copiedAt,
                        captured.isEmpty() ? copiedAt : captured.getLast(),
                        every(captured),
                        seenAfter,
                        startedAt.map(start -> start.plus(length))));
    }

    /// The newest few points: they tell how often new ones come.
    static List<RecoveryPoint> telling(Guarded guarded) {
        var usable = guarded.points().stream().filter(RecoveryPoint::usable).toList();
        return usable.subList(Math.max(0, usable.size() - NEWEST), usable.size());
    }

    /// When their data was taken, oldest first, each moment once: a re-keyed point has its source's.
    private static List<Instant> captured(Guarded guarded) {
        var all = telling(guarded).stream().map(RecoveryPoint::capturedAt).toList();
        return IntStream.range(0, all.size())
                .filter(index ->
                        index == all.size() - 1 || apart(all, index).compareTo(SAME_DATA) > 0)
                .mapToObj(all::get)
                .toList();
    }

    /// The usual time between two points, so that one taken by hand does not tell of more to come.
    private static Duration every(List<Instant> captured) {
        var gaps =
                IntStream.range(0, captured.size() - 1)
                        .mapToObj(index -> apart(captured, index))
                        .sorted()
                        .toList();
        var usual = gaps.isEmpty() ? EVERY : gaps.get(gaps.size() / 2);
        return usual.compareTo(EVERY_MIN) < 0 ? EVERY_MIN : usual;
    }

    private static Duration apart(List<Instant> moments, int index) {
        return Duration.between(moments.get(index), moments.get(index + 1));
    }
}
