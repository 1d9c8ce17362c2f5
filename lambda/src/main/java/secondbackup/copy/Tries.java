package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;

/// The ended jobs that copied one point into one vault, and what they say about trying once more.
final class Tries {
    private static final int FAILED_MAX = 6;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /// A copy that did not arrive, or whose snapshot went missing, is made anew once; after that it would
    /// only cost slots.
    private static final int COMPLETED_MAX = 2;

    /// A copy may be listed this much later than its job is called completed.
    private static final Duration SETTLING = Duration.ofMinutes(15);

    private final List<CopyJob> ended;

    Tries(List<CopyJob> jobs, Arn point, Arn target) {
        this.ended =
                jobs.stream()
                        .filter(job ->
                                job.point().equals(point)
                                        && job.targetVault().equals(target)
                                        && job.ended())
                        .toList();
    }

    int count() {
        return ended.size();
    }

    /// What stands instead of another try. Empty where it is time for one.
    ///
    /// @param lookedAt when the target was read; empty where it could not be
    Optional<NextStep> insteadOfAnother(Instant now, Optional<Instant> lookedAt) {
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        return ended.getLast().completed()
                ? afterCompletion(ended.getLast(), lookedAt)
                : afterFailure(ended.getLast(), now);
    }

    private Optional<NextStep> afterCompletion(CopyJob last, Optional<Instant> lookedAt) {
        var settledAt = endOf(last).plus(SETTLING);
        if (lookedAt.filter(at -> !at.isBefore(settledAt)).isEmpty()) {
            return Optional.of(new NextStep.InProgress(last));
        }
        return ended.stream().filter(CopyJob::completed).count() < COMPLETED_MAX
                ? Optional.empty()
                : Optional.of(new NextStep.Failed(last, FailureCause.UNKNOWN));
    }

    private Optional<NextStep> afterFailure(CopyJob last, Instant now) {
        var failures = Math.toIntExact(ended.stream().filter(CopyJob::failed).count());
        var cause = FailureClassifier.classify(last);
        if (cause.permanent() || failures >= FAILED_MAX) {
            return Optional.of(new NextStep.Failed(last, cause));
        }
        var at = endOf(last).plus(PAUSE.multipliedBy(1L << (failures - 1)));
        return now.isBefore(at)
                ? Optional.of(new NextStep.TryAgainLater(last, cause, at))
                : Optional.empty();
    }

    private static Instant endOf(CopyJob job) {
        return job.completedAt().orElse(job.createdAt());
    }
}
