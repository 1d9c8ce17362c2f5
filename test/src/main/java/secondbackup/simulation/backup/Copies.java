package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;

/// Makes copy jobs and sees them through, by the clock.
public final class Copies implements CopyActions {
    private static final String OF_BACKUP_JOB = ":awsbackup:job-";

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(10);
    private static final long SOONEST_SECONDS = 20;
    private static final long LATEST_SECONDS = 120;

    private final CopyWorld world;
    private final CopyTroubles troubles;
    private final CopyQueue queue;
    private final CopyEvents events;

    public Copies(CopyWorld world, CopyTroubles troubles) {
        this.world = world;
        this.troubles = troubles;
        events = new CopyEvents(world);
        var role = new CopyRole(world);
        var keys = new CopyKeys(world);
        var checks = new CopyChecks(world, role, keys);
        var sharing = new CopySharing(world, role);
        var run = new CopyRun(world, checks, keys, sharing, troubles);
        queue = new CopyQueue(world, checks, run);
    }

    CopyWorld world() {
        return world;
    }

    @Override
    public void start(
            RecoveryPoint point,
            Vault source,
            String targetVaultArn,
            @Nullable Long deleteAfterDays,
            String roleArn,
            String planId) {
        order(new CopyOrder(source, point, targetVaultArn, roleArn, deleteAfterDays, "", planId));
    }

    @Override
    public boolean running(String account, String resourceArn) {
        return world.jobs().running(account, resourceArn);
    }

    /// Makes a job. Nothing but its shape has been checked: what is wrong fails the job, soon after.
    CopyJob order(CopyOrder order) {
        var job =
                new CopyJob(
                        order.source().account,
                        order.source().region,
                        id(order),
                        order.point().arn,
                        order.source().arn(),
                        order.targetVaultArn(),
                        order.point().resourceArn,
                        order.point().resourceType,
                        order.roleArn(),
                        world.now(),
                        order.deleteAfterDays(),
                        order.token());
        job.origin = order.point().origin;
        if (!order.planId().isEmpty()) {
            job.planId = order.planId();
            job.createdBy = order.point().createdBy;
            job.backupJobId = backupJobId(order.point().arn);
        }
        world.jobs().put(job);
        events.changed(job);
        var seconds =
                world.chance().between(SOONEST_SECONDS, LATEST_SECONDS, "copy begins", job.id);
        attempt(job, Duration.ofSeconds(seconds));
        return job;
    }

    private void attempt(CopyJob job, Duration delay) {
        world.time()
                .after(
                        delay,
                        "AWS Backup takes up copy " + job.id,
                        () -> {
                            if (troubles.delays(job, world.now())) {
                                attempt(job, BETWEEN_TRIES);
                            } else {
                                queue.enter(job);
                            }
                        });
    }

    private static String backupJobId(String pointArn) {
        var at = pointArn.indexOf(OF_BACKUP_JOB);
        return at < 0
                ? ""
                : pointArn.substring(at + OF_BACKUP_JOB.length()).toUpperCase(Locale.ROOT);
    }

    /// Upper-case, as AWS shows the ids of copy jobs.
    private String id(CopyOrder order) {
        for (var number = 0; ; number++) {
            var id =
                    world.chance()
                            .uuid(
                                    "copy job",
                                    order.source().arn(),
                                    order.point().arn,
                                    order.targetVaultArn(),
                                    world.now(),
                                    number)
                            .toUpperCase(Locale.ROOT);
            if (world.jobs().find(id).isEmpty()) {
                return id;
            }
        }
    }
}
