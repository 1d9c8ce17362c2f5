package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import secondbackup.simulation.backup.RestoreJobs.RestoreJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Restoring.Wish;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.AwsError;

/// How a restore job runs: AWS Backup takes the role that it was handed, and asks Amazon RDS for a cluster with that
/// role's rights. The cluster has no instance yet. No event is sent: nothing listens for one.
///
/// Source: AWS Backup Developer Guide, "Restoring an Amazon Aurora cluster", "Restore testing" (messages on roles);
/// AWS Managed Policy Reference, `AWSBackupServiceRolePolicyForRestores`; read 2026-11-27.
final class RestoreRun {
    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(1);
    private static final String RESTORE = "rds:RestoreDBClusterFromSnapshot";

    private final Surroundings around;
    private final Vaults vaults;

    RestoreRun(Surroundings around, Vaults vaults) {
        this.around = around;
        this.vaults = vaults;
    }

    void accept(RestoreJob job) {
        var delay = around.chance().between(1, BEGINS_WITHIN.toSeconds(), "restore", job.id);
        after(Duration.ofSeconds(delay), job, "begins", () -> begin(job));
    }

    private void begin(RestoreJob job) {
        if (!ServiceRole.assumable(around, job.roleArn, job.account, job.region)) {
            fail(job, "IAM Role " + job.roleArn + " cannot be assumed by AWS Backup");
            return;
        }
        var point = vaults.find(job.vaultArn).map(vault -> vault.points.get(job.pointArn));
        var snapshot = point.flatMap(this::snapshot);
        if (snapshot.isEmpty()) {
            fail(job, "The recovery point " + job.pointArn + " is no longer available.");
            return;
        }
        var refusal = refusal(job, snapshot.get());
        if (refusal.isPresent()) {
            fail(job, refusal.get());
            return;
        }
        restore(job, snapshot.get());
    }

    private Optional<Snapshot> snapshot(RecoveryPoint point) {
        return around.snapshots()
                .find(
                        point.snapshotArn.isEmpty()
                                ? AirGap.snapshotArn(point.arn)
                                : point.snapshotArn);
    }

    /// Of a snapshot in AWS's own hands the role needs no right.
    private Optional<String> refusal(RestoreJob job, Snapshot snapshot) {
        var resources =
                snapshot.account.equals(AirGap.ACCOUNT)
                        ? List.of(cluster(job))
                        : List.of(cluster(job), snapshot.arn());
        for (var resource : resources) {
            var role = ServiceRole.passed(job.roleArn, job.account);
            var right = AccessRequest.of(RESTORE, resource);
            if (around.access().decide(role, job.region, right)
                    instanceof Decision.Denied(var message)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static String cluster(RestoreJob job) {
        var name = job.metadata.getOrDefault("dbclusteridentifier", "");
        return "arn:aws:rds:" + job.region + ":" + job.account + ":cluster:" + name;
    }

    private void restore(RestoreJob job, Snapshot snapshot) {
        var wish =
                new Wish(
                        ServiceRole.passed(job.roleArn, job.account),
                        job.account,
                        job.region,
                        job.metadata.getOrDefault("dbclusteridentifier", ""),
                        job.metadata.getOrDefault("engine", ""),
                        job.metadata.getOrDefault("engineversion", ""),
                        job.metadata.getOrDefault("kmskeyid", ""));
        try {
            var made = around.restoring().of(snapshot, wish);
            job.status = "RUNNING";
            follow(job, made);
        } catch (AwsError refused) {
            fail(job, refused.message());
        }
    }

    private void follow(RestoreJob job, Cluster made) {
        if (made.status.equals("available")) {
            job.createdArn = made.arn();
            job.status = "COMPLETED";
            job.completedAt = around.time().instant();
        } else {
            after(LOOKS_AGAIN, job, "looks again", () -> follow(job, made));
        }
    }

    private void fail(RestoreJob job, String why) {
        job.status = "FAILED";
        job.message = why;
        job.completedAt = around.time().instant();
    }

    private void after(Duration span, RestoreJob job, String what, Runnable then) {
        around.time().after(span, "restore job " + job.id + " " + what, then);
    }
}
