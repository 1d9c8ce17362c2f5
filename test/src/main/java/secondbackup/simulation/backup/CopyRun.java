package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// One copy from its first byte to its last.
///
/// Ten minutes and an hour for each TiB, give or take a fifth: not documented beyond "can take hours".
/// Source: Amazon Aurora User Guide, "DB cluster snapshot copying", read 2026-11-22.
final class CopyRun {
    private static final int STEPS = 10;
    private static final double BYTES_PER_TEBIBYTE = 1L << 40;
    private static final Duration STUCK_LOOKS_AGAIN = Duration.ofHours(1);

    private final CopyWorld world;
    private final CopyChecks checks;
    private final CopyKeys keys;
    private final CopySharing sharing;
    private final CopyResult result;
    private final CopyTroubles troubles;
    private final CopyEvents events;
    private final List<Runnable> whenEnded = new ArrayList<>();

    CopyRun(
            CopyWorld world,
            CopyChecks checks,
            CopyKeys keys,
            CopySharing sharing,
            CopyTroubles troubles) {
        this.world = world;
        this.checks = checks;
        this.keys = keys;
        this.sharing = sharing;
        this.troubles = troubles;
        result = new CopyResult(world);
        events = new CopyEvents(world);
    }

    void whenEnded(Runnable action) {
        whenEnded.add(action);
    }

    /// Begins a job that every check has passed and that holds its slot from now on.
    void start(CopyJob job) {
        var scene = checks.scene(job).orElseThrow();
        job.state = "RUNNING";
        job.startedAt = world.now();
        sharing.share(scene);
        var draft = result.begin(scene);
        events.changed(job);
        later(job, draft, duration(job, scene.snapshot()).dividedBy(STEPS), 1);
    }

    void fail(CopyJob job, CopyFailure failure) {
        job.state = "FAILED";
        job.messageCategory = failure.category();
        job.message = failure.message();
        end(job);
    }

    private Duration duration(CopyJob job, Snapshot snapshot) {
        var minutes = 10 + 60 * (snapshot.sizeBytes / BYTES_PER_TEBIBYTE);
        var share = 0.8 + 0.4 * world.chance().fraction("duration of copy", job.id);
        return Duration.ofSeconds((long) (minutes * share * 60));
    }

    private void later(CopyJob job, CopyDraft draft, Duration step, int number) {
        world.time().after(step, "copy " + job.id, () -> advance(job, draft, step, number));
    }

    private void advance(CopyJob job, CopyDraft draft, Duration step, int number) {
        if (troubles.sticks(job)) {
            world.time()
                    .after(
                            STUCK_LOOKS_AGAIN,
                            "stuck copy " + job.id,
                            () -> advance(job, draft, step, number));
            return;
        }
        var failure = troubles.failure(job).or(() -> loss(job));
        if (failure.isPresent()) {
            result.discard(draft);
            sharing.unshare(job, draft.sourceSnapshotArn(), draft.sharedWith());
            fail(job, failure.get());
        } else if (number < STEPS) {
            draft.snapshot().percentProgress = 100 / STEPS * number;
            later(job, draft, step, number + 1);
        } else {
            finish(job, draft);
        }
    }

    /// What the copy reads and writes can go while it runs; so can the keys.
    private Optional<CopyFailure> loss(CopyJob job) {
        return checks.missing(job).or(() -> checks.scene(job).flatMap(keys::closed));
    }

    private void finish(CopyJob job, CopyDraft draft) {
        result.complete(draft);
        if (!sharing.unshare(job, draft.sourceSnapshotArn(), draft.sharedWith())) {
            fail(job, CopyFailure.stillShared());
            return;
        }
        job.state = "COMPLETED";
        job.messageCategory = "SUCCESS";
        job.targetPointArn = draft.point().arn;
        end(job);
    }

    private void end(CopyJob job) {
        job.completedAt = world.now();
        events.changed(job);
        whenEnded.forEach(Runnable::run);
    }
}
