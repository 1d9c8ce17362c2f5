package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.copy.FailureCause;
import secondbackup.copy.FailureClassifier;
import secondbackup.copy.Refusal;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.policy.Policies;
import secondbackup.policy.Tier;

/// Whether copies may be on their way into a vault's account of which no job tells that somebody has read. Only the
/// snapshots that RDS is copying show them, and RDS lists all of an account, a hundred to the page. So they are counted
/// where jobs may not tell all:
///
/// 1. the sweep saw more snapshots being copied there than jobs were in progress, or could not count them;
/// 2. a job is stuck that the sweep did not see;
/// 3. the jobs of a place could not be read;
/// 4. since the sweep, a copy was refused or failed for want of a slot;
/// 5. plans copy by themselves, in places that nobody reads for it.
///
/// A stuck job counts by its snapshot alone. Whether there is one, the sweep's count tells until the next sweep.
final class UntoldCopies {
    private final Known known;
    private final FreshJobs fresh;
    private final List<Refusal> refused;
    private final Policies policies;
    private final Instant stuckBefore;

    /// @param refused what AWS had refused when the run began
    /// @param stuckBefore a job that was created before it, and is still in progress, is stuck
    UntoldCopies(
            Known known,
            FreshJobs fresh,
            List<Refusal> refused,
            Policies policies,
            Instant stuckBefore) {
        this.known = known;
        this.fresh = fresh;
        this.refused = refused;
        this.policies = policies;
        this.stuckBefore = stuckBefore;
    }

    /// @param seen the vault as the sweep saw it
    boolean possible(VaultView.Seen seen) {
        return seen.snapshotsCopying().isEmpty()
                || unexplained(seen) > stuck(seen).count()
                || stuck(seen).anyMatch(job -> job.createdAt().isAfter(seen.readAt()))
                || !fresh.readAll()
                || wanting()
                || plansCopy();
    }

    /// Slots that stuck jobs hold by their snapshots, as far as the sweep tells.
    int held(VaultView.Seen seen) {
        return Math.toIntExact(Math.clamp(unexplained(seen), 0, stuck(seen).count()));
    }

    /// Snapshots that the sweep saw being copied beyond the jobs that were in progress and are not stuck.
    private long unexplained(VaultView.Seen seen) {
        var then = seen.readAt();
        var explaining =
                into(seen)
                        .filter(job -> !isStuck(job))
                        .filter(job -> !job.createdAt().isAfter(then) && mayHaveRun(job, then));
        return seen.snapshotsCopying().orElse(0) - explaining.count();
    }

    private boolean plansCopy() {
        return policies.rules().stream()
                .flatMap(rule -> rule.tiers().stream())
                .anyMatch(Tier::floorCopy);
    }

    /// Jobs into the vault's account and Region that make a snapshot there: those into an air-gapped vault make none.
    private Stream<CopyJob> into(VaultView.Seen seen) {
        var vault = seen.vault();
        var airGapped =
                policies.estate().vaults().stream()
                        .filter(other -> other.kind() == VaultView.Kind.AIR_GAPPED)
                        .map(Estate.Vault::arn)
                        .toList();
        return known.jobs()
                .filter(job -> !airGapped.contains(job.targetVault()))
                .filter(job -> job.targetVault().accountText().equals(vault.accountText()))
                .filter(job -> job.targetVault().regionText().equals(vault.regionText()));
    }

    private static boolean mayHaveRun(CopyJob job, Instant then) {
        return job.mayRun() || job.completedAt().filter(end -> end.isBefore(then)).isEmpty();
    }

    private Stream<CopyJob> stuck(VaultView.Seen seen) {
        return into(seen).filter(this::isStuck);
    }

    private boolean isStuck(CopyJob job) {
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
