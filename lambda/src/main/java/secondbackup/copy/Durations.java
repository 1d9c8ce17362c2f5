package secondbackup.copy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import secondbackup.inventory.CopyJob;
import secondbackup.policy.Guarded;

/// How long each cluster's next copy into its vault will take: the median of its own newest copies; where it has
/// none, that of the clusters nearest in size, in proportion to the size; where these are too few, an assumption.
///
/// A copy takes as long as its whole volume needs: Aurora snapshots are always full, and so are their copies.
/// Source: AWS Backup Developer Guide, "Feature availability by resource" (footnote on incremental backups),
/// read 2026-11-27. AWS states no throughput, so the assumption is ours and rather slow.
///
/// The length runs from the job's `CreationDate` to its `CompletionDate`: time that AWS let it queue is time
/// that it held a slot of ours.
/// Source: AWS Backup API, `CopyJob`, read 2026-11-27.
public final class Durations {
    /// What is assumed of a cluster without a known size.
    public static final Duration ASSUMED = Duration.ofHours(1);

    /// What is assumed where nobody's throughput was measured.
    static final long ASSUMED_BYTES_AN_HOUR = 100L << 30;

    /// No copy job is done sooner: AWS shares, copies and unshares the snapshot.
    static final Duration LEAST = Duration.ofMinutes(10);

    static final int NEWEST = 5;
    private static final int NEAREST = 5;
    private static final int NEAREST_MIN = 3;
    private static final double SECONDS_AN_HOUR = 3_600;

    /// What an expected length rests on.
    public enum Basis {
        OWN_COPIES,
        COPIES_NEAR_IN_SIZE,
        ASSUMPTION
    }

    public record Expected(Duration length, Basis basis) {}

    private record Measured(long sizeBytes, Duration length) {
        /// How far apart two sizes are, as a factor of at least one.
        double apart(long size) {
            var one = Math.max(1, sizeBytes);
            var other = Math.max(1, size);
            return (double) Math.max(one, other) / Math.min(one, other);
        }

        double secondsFor(long size) {
            return length.toSeconds() * ((double) Math.max(1, size) / Math.max(1, sizeBytes));
        }
    }

    private final List<Measured> measured;

    private Durations(List<Measured> measured) {
        this.measured = measured;
    }

    /// @param clusters all whose copies may tell of others'
    public static Durations of(List<Guarded> clusters) {
        return new Durations(clusters.stream().flatMap(Durations::measured).toList());
    }

    private static Stream<Measured> measured(Guarded guarded) {
        var size = guarded.cluster().sizeBytes();
        var own = own(guarded);
        return size.isEmpty() || own.isEmpty()
                ? Stream.of()
                : Stream.of(new Measured(size.getAsLong(), median(own)));
    }

    public Expected of(Guarded guarded) {
        var own = own(guarded);
        return own.isEmpty()
                ? bySize(guarded.cluster().sizeBytes())
                : expected(median(own), Basis.OWN_COPIES);
    }

    private Expected bySize(OptionalLong size) {
        if (size.isEmpty()) {
            return expected(ASSUMED, Basis.ASSUMPTION);
        }
        var bytes = size.getAsLong();
        if (measured.size() < NEAREST_MIN) {
            var seconds = bytes * SECONDS_AN_HOUR / ASSUMED_BYTES_AN_HOUR;
            return expected(Duration.ofSeconds(Math.round(seconds)), Basis.ASSUMPTION);
        }
        var near =
                measured.stream()
                        .sorted(Comparator.comparingDouble(one -> one.apart(bytes)))
                        .limit(NEAREST)
                        .map(one -> Duration.ofSeconds(Math.round(one.secondsFor(bytes))))
                        .toList();
        return expected(median(near), Basis.COPIES_NEAR_IN_SIZE);
    }

    private static Expected expected(Duration length, Basis basis) {
        return new Expected(length.compareTo(LEAST) < 0 ? LEAST : length, basis);
    }

    private static List<Duration> own(Guarded guarded) {
        return telling(guarded)
                .map(job -> Duration.between(job.createdAt(), job.completedAt().orElseThrow()))
                .toList();
    }

    /// The newest few jobs that tell how long a copy takes: completed, and into the vault itself.
    static Stream<CopyJob> telling(Guarded guarded) {
        return guarded.jobs().reversed().stream()
                .filter(job -> job.completed() && job.completedAt().isPresent())
                .filter(job -> job.targetVault().equals(guarded.vault().arn()))
                .limit(NEWEST);
    }

    /// The upper one of two in the middle.
    private static Duration median(List<Duration> lengths) {
        return lengths.stream().sorted().toList().get(lengths.size() / 2);
    }
}
