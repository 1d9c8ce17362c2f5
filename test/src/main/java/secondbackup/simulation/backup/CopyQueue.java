package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import secondbackup.simulation.backup.CopyJobs.CopyJob;

/// The jobs that wait for their resource, or for a slot: oldest first.
///
/// One job of a resource runs at a time. A second waits, as the Aurora guide says of copies of one source,
/// and as AWS Backup must for a rule of five copy actions; or it fails, as one of AWS Backup's messages has
/// it. Beyond thirty to one Region they fail in any case.
/// Source: Amazon Aurora User Guide, "DB cluster snapshot copying"; AWS Backup Developer Guide, "AWS Backup
/// quotas" (concurrent jobs per resource, cross-account copies of the same resource), read 2026-11-22.
final class CopyQueue {
    private static final int SAME_RESOURCE = 30;
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

    private final CopyWorld world;
    private final CopyChecks checks;
    private final CopySlots slots;
    private final CopyRun run;
    private final TreeSet<CopyJob> waiting = new TreeSet<>(CopyJobs.BY_AGE);
    private boolean admitting;
    private boolean looksAgain;

    CopyQueue(CopyWorld world, CopyChecks checks, CopyRun run) {
        this.world = world;
        this.checks = checks;
        this.run = run;
        slots = new CopySlots(world);
        run.whenEnded(this::admit);
    }

    void enter(CopyJob job) {
        var objection = crowd(job).or(() -> checks.find(job));
        if (objection.isPresent()) {
            run.fail(job, objection.get());
        } else {
            waiting.add(job);
            admit();
        }
    }

    /// Starts whatever can start, oldest first.
    private void admit() {
        if (admitting) {
            return;
        }
        admitting = true;
        for (var job : List.copyOf(waiting)) {
            var copied = world.jobs().running(job.account, job.resourceArn);
            var backedUp = backedUp(job);
            if ((copied || backedUp) && world.switches().secondCopyFails()) {
                waiting.remove(job);
                run.fail(job, CopyFailure.tooManyForResource());
            } else if (backedUp) {
                lookAgainLater();
            } else if (!copied) {
                admit(job);
            }
        }
        admitting = false;
    }

    private void admit(CopyJob job) {
        if (slots.free(job)) {
            waiting.remove(job);
            checks.find(job).ifPresentOrElse(why -> run.fail(job, why), () -> run.start(job));
            return;
        }
        switch (world.switches().sixthCopy()) {
            case QUEUES -> {}
            case FAILS -> {
                waiting.remove(job);
                run.fail(job, CopyFailure.tooManySnapshots(slots.limit(job)));
            }
        }
    }

    private Optional<CopyFailure> crowd(CopyJob job) {
        var alike =
                world.jobs().unfinished().stream()
                        .filter(CopyJob::crossesAccounts)
                        .filter(other -> other.resourceArn.equals(job.resourceArn))
                        .filter(other -> other.targetRegion().equals(job.targetRegion()))
                        .count();
        return job.crossesAccounts() && alike > SAME_RESOURCE
                ? Optional.of(CopyFailure.tooManyForResource())
                : Optional.empty();
    }

    private boolean backedUp(CopyJob job) {
        return world.vaults().in(job.account, job.region).stream()
                .flatMap(vault -> vault.points.values().stream())
                .filter(point -> point.status.equals("CREATING"))
                .filter(point -> point.arn.contains(":awsbackup:job-"))
                .anyMatch(point -> point.resourceArn.equals(job.resourceArn));
    }

    /// A backup that ends tells nobody here.
    private void lookAgainLater() {
        if (!looksAgain) {
            looksAgain = true;
            world.time()
                    .after(
                            BETWEEN_TRIES,
                            "copy jobs that wait for their resource try again",
                            () -> {
                                looksAgain = false;
                                admit();
                            });
        }
    }
}
