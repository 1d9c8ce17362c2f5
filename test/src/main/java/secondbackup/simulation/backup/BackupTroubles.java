package secondbackup.simulation.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import secondbackup.simulation.backup.BackupJobs.BackupJob;

/// What goes wrong inside AWS with backup jobs: ordered by whoever plays the world, until [#calm].
public final class BackupTroubles {
    private record Failing(Predicate<BackupJob> which, BackupFailure failure) {}

    private final List<Predicate<BackupJob>> stuck = new ArrayList<>();
    private final List<Failing> failing = new ArrayList<>();

    /// Their snapshots never finish; AWS Backup gives them up when the completion window ends.
    public void stick(Predicate<BackupJob> which) {
        stuck.add(which);
    }

    /// Their backups fail on the way.
    ///
    /// @param category such as `FATAL_ERROR`
    /// @param message such as `An internal error occurred.`
    public void fail(Predicate<BackupJob> which, String category, String message) {
        failing.add(new Failing(which, new BackupFailure(category, message)));
    }

    /// All is well again. What was stuck goes on within the hour.
    public void calm() {
        stuck.clear();
        failing.clear();
    }

    boolean sticks(BackupJob job) {
        return stuck.stream().anyMatch(which -> which.test(job));
    }

    Optional<BackupFailure> failure(BackupJob job) {
        return failing.stream()
                .filter(trouble -> trouble.which().test(job))
                .map(Failing::failure)
                .findFirst();
    }
}
