package secondbackup.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

/// What daily backups and their copies leave behind, put into a world that has not lived so long: points of the last
/// days in the source vaults, copies in the vault, and the jobs that made them. A large organization's month would take
/// hours to live.
public final class History {
    private static final String SOURCE_VAULT = "second-backup-source";
    private static final String ROLE = "AWSBackup-second-backup";
    private static final long SOURCE_DAYS = 7;
    private static final long JOB_DAYS = 30;
    private static final long COPY_DAYS = 35;

    private final SimulatedOrganization world;
    private final Vault target;
    private final Instant newest;

    private History(SimulatedOrganization world, Vault target, Instant newest) {
        this.world = world;
        this.target = target;
        this.newest = newest;
    }

    /// Adds the history of every Aurora cluster whose account and Region has a source vault.
    ///
    /// @param vault ARN of the vault that holds the copies
    /// @param days of which there is a copy
    /// @param newest when the newest points were taken
    public static void add(SimulatedOrganization world, String vault, int days, Instant newest) {
        var history = new History(world, world.vaults().find(vault).orElseThrow(), newest);
        for (var source : world.vaults().all()) {
            if (source.name.startsWith(SOURCE_VAULT)) {
                world.clusters().in(source.account, source.region).stream()
                        .filter(Cluster::isAurora)
                        .forEach(cluster -> history.add(cluster, source, days));
            }
        }
    }

    private void add(Cluster cluster, Vault source, int days) {
        Stream.iterate(0, day -> day < days, day -> day + 1)
                .forEach(day -> add(cluster, source, Duration.ofDays(day)));
    }

    private void add(Cluster cluster, Vault source, Duration ago) {
        var at = newest.minus(ago);
        var original = snapshot(cluster, source, "job", at);
        var copy = snapshot(cluster, target, "copyjob", at);
        put(cluster, target, copy, COPY_DAYS);
        if (ago.toDays() < SOURCE_DAYS) {
            put(cluster, source, original, SOURCE_DAYS);
        }
        if (ago.toDays() < JOB_DAYS) {
            world.copyJobs().put(job(cluster, source, original, copy));
        }
    }

    private Snapshot snapshot(Cluster cluster, Vault vault, String kind, Instant at) {
        var snapshot =
                new Snapshot(
                        vault.account,
                        vault.region,
                        "awsbackup:" + kind + "-" + uuid(kind, cluster, at),
                        cluster.arn(),
                        cluster.resourceId,
                        cluster.engine,
                        cluster.engineVersion,
                        cluster.encryption,
                        vault.account.equals(cluster.account) ? cluster.keyArn : vault.keyArn,
                        at,
                        cluster.sizeBytesAt(at));
        snapshot.status = "available";
        snapshot.percentProgress = 100;
        snapshot.clusterCreatedAt = cluster.createdAt;
        return snapshot;
    }

    private String uuid(String kind, Cluster cluster, Instant at) {
        return world.chance().uuid("history", kind, cluster.arn(), at);
    }

    private void put(Cluster cluster, Vault vault, Snapshot snapshot, long days) {
        var point =
                new RecoveryPoint(
                        snapshot.arn(),
                        cluster.arn(),
                        "Aurora",
                        snapshot.createdAt,
                        role(cluster),
                        snapshot.keyArn,
                        snapshot.encryption != Encryption.NONE,
                        "COMPLETED");
        point.completedAt = snapshot.createdAt;
        point.deleteAfterDays = days;
        point.snapshotArn = snapshot.arn();
        point.origin = cluster.resourceId;
        point.createdBy = RecoveryPointCreator.builder().backupRuleName("daily").build();
        vault.points.put(point.arn, point);
        world.snapshots().put(snapshot);
    }

    private CopyJob job(Cluster cluster, Vault source, Snapshot original, Snapshot copy) {
        var begun = original.createdAt.plus(Duration.ofHours(1));
        var job =
                new CopyJob(
                        cluster.account,
                        cluster.region,
                        uuid("job of a copy", cluster, original.createdAt),
                        original.arn(),
                        source.arn(),
                        target.arn(),
                        cluster.arn(),
                        "Aurora",
                        role(cluster),
                        begun,
                        COPY_DAYS,
                        "");
        job.state = "COMPLETED";
        job.targetPointArn = copy.arn();
        job.startedAt = begun;
        job.completedAt = begun.plus(Duration.ofMinutes(20));
        job.origin = cluster.resourceId;
        return job;
    }

    private static String role(Cluster cluster) {
        return "arn:aws:iam::" + cluster.account + ":role/" + ROLE;
    }
}
