package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import secondbackup.simulation.backup.CopyJobs.CopyJob;

/// What goes wrong inside AWS, and nobody outside can help: ordered by whoever plays the world.
///
/// Each trouble concerns the jobs that its predicate picks, from now on until [#calm].
public final class CopyTroubles {
    private record Failing(Predicate<CopyJob> which, CopyFailure failure) {}

    private record Delayed(Predicate<CopyJob> which, Duration delay) {}

    private final List<Predicate<CopyJob>> stuck = new ArrayList<>();
    private final List<Failing> failing = new ArrayList<>();
    private final List<Delayed> delayed = new ArrayList<>();

    /// Their copies run and run, and keep their slots.
    public void stick(Predicate<CopyJob> which) {
        stuck.add(which);
    }

    /// Their copies fail on the way.
    ///
    /// @param category such as `FATAL_ERROR`
    /// @param message such as `An internal error occurred.`
    public void fail(Predicate<CopyJob> which, String category, String message) {
        failing.add(new Failing(which, new CopyFailure(category, message)));
    }

    /// They stay `CREATED` while AWS tries again: up to two hours by itself, longer when its people must
    /// look.
    ///
    /// Source: AWS Backup Developer Guide, "Backup and tag copy", Copy job retry, read 2026-11-22.
    public void createdStays(Predicate<CopyJob> which, Duration delay) {
        delayed.add(new Delayed(which, delay));
    }

    /// All is well again. What was stuck goes on within the hour.
    public void calm() {
        stuck.clear();
        failing.clear();
        delayed.clear();
    }

    boolean sticks(CopyJob job) {
        return stuck.stream().anyMatch(which -> which.test(job));
    }

    Optional<CopyFailure> failure(CopyJob job) {
        return failing.stream()
                .filter(trouble -> trouble.which().test(job))
                .map(Failing::failure)
                .findFirst();
    }

    boolean delays(CopyJob job, Instant now) {
        return delayed.stream()
                .filter(trouble -> trouble.which().test(job))
                .anyMatch(trouble -> now.isBefore(job.createdAt.plus(trouble.delay())));
    }
}
