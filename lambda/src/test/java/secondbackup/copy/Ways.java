package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import secondbackup.Sample;

/// Tracks of clusters that have a point a day and a promise of 36 hours.
final class Ways {
    static final Instant NOW = Sample.NOW;

    private Ways() {}

    /// A copy is due: the newest point was taken two hours ago.
    ///
    /// @param due time from now until the promise breaks
    static Track due(String name, Duration length, Duration due) {
        return track(name, length, due, NOW.minus(Duration.ofHours(2)), Optional.empty());
    }

    /// The newest point is in the vault.
    static Track upToDate(String name, Duration length, Duration due) {
        var copiedAt = NOW.plus(due).minus(Duration.ofHours(36));
        return track(name, length, due, copiedAt, Optional.empty());
    }

    static Track copying(String name, Duration length, Duration due, Instant until) {
        return track(name, length, due, NOW.minus(Duration.ofHours(2)), Optional.of(until));
    }

    private static Track track(
            String name, Duration length, Duration due, Instant pointAt, Optional<Instant> until) {
        return new Track(
                Sample.cluster(name).id(),
                Duration.ofHours(36),
                length,
                NOW.plus(due).minus(Duration.ofHours(36)),
                pointAt,
                Duration.ofDays(1),
                Duration.ZERO,
                until);
    }

    /// Its points are seen so long after their data was taken.
    static Track seenAfter(Track track, Duration after) {
        return new Track(
                track.cluster(),
                track.copyAgeMax(),
                track.duration(),
                track.copiedAt(),
                track.pointAt(),
                track.every(),
                after,
                track.copyingUntil());
    }

    /// That many alike.
    static List<Track> alike(int count, Duration length, Duration due) {
        return IntStream.range(0, count)
                .mapToObj(number -> due("c" + number, length, due))
                .toList();
    }

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
