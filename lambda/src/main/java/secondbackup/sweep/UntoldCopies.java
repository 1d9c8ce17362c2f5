package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.copy.FailureCause;
import secondbackup.copy.FailureClassifier;
import secondbackup.copy.Refusal;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.VaultView;

/// Whether copies may be on their way into a vault's account of which no job tells that somebody has read. Only the
/// snapshots that RDS is copying show them, and RDS lists all of an account, a hundred to the page. So they are counted
/// where jobs may not tell all:
///
/// 1. the sweep saw more snapshots being copied there than jobs were in progress that are not stuck, or could not count
///    them: a stuck job counts by its snapshot alone;
/// 2. a job is stuck that the sweep did not see;
/// 3. the jobs of a place could not be read;
/// 4. since the sweep, a copy was refused or failed for want of a slot.
final class UntoldCopies {
    private final Known known;
    private final FreshJobs fresh;
    private final List<Refusal> refused;
    private final Instant stuckBefore;

    /// @param refused what AWS had refused when the run began
    /// @param stuckBefore a job that was created before it, and is still in progress, is stuck
    UntoldCopies(Known known, FreshJobs fresh, List<Refusal> refused, Instant stuckBefore) {
        this.known = known;
        this.fresh = fresh;
        this.refused = refused;
        this.stuckBefore = stuckBefore;
    }

    /// @param seen the vault as the sweep saw it
    boolean possible(VaultView.Seen seen) {
        return !explained(seen) || stuckSince(seen.readAt()) || !fresh.readAll() || wanting();
    }

    private boolean explained(VaultView.Seen seen) {
        var then = seen.readAt();
        var inProgress =
                known.jobs()
                        .filter(job ->
                                job.targetVault().accountText().equals(seen.vault().accountText())
                                        && job.targetVault()
                                                .regionText()
                                                .equals(seen.vault().regionText()))
                        .filter(job ->
                                !stuck(job)
                                        && !job.createdAt().isAfter(then)
                                        && mayHaveRun(job, then))
                        .count();
        return seen.snapshotsCopying().isPresent()
                && seen.snapshotsCopying().getAsInt() <= inProgress;
    }

    private static boolean mayHaveRun(CopyJob job, Instant then) {
        return job.mayRun() || job.completedAt().filter(end -> end.isBefore(then)).isEmpty();
    }

    private boolean stuckSince(Instant then) {
        return known.jobs().anyMatch(job -> stuck(job) && job.createdAt().isAfter(then));
    }

    private boolean stuck(CopyJob job) {
        return job.mayRun() && job.createdAt().isBefore(stuckBefore);
    }

    /// A refusal is remembered until its order has found a slot.
    private boolean wanting() {
        var failed =
                known.learned().stream()
                        .flatMap(place -> place.jobs().stream())
                        .filter(CopyJob::failed)
                        .map(FailureClassifier::classify);
        var refusals =
                refused.stream()
                        .map(refusal ->
                                FailureClassifier.classify(refusal.code(), refusal.message()));
        return Stream.concat(failed, refusals).anyMatch(FailureCause.QUOTA::equals);
    }
}
