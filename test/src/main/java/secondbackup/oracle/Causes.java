package secondbackup.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.oracle.Truth.Cause;
import secondbackup.oracle.Truth.Told;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.world.SimulatedOrganization;

/// What goes wrong on the way of one cluster's copies, as the world knows it.
final class Causes {
    /// So far back a failed backup tells of the next one.
    private static final Duration BACKUPS = Duration.ofDays(8);

    private final SimulatedOrganization world;
    private final Rules rules;
    private final Cluster cluster;
    private final Instant now;
    private final List<CopyJob> jobs;
    private final TreeSet<Cause> causes = new TreeSet<>();
    private final TreeSet<String> never = new TreeSet<>();

    /// @param cluster one in a planned Region that a promise binds
    Causes(SimulatedOrganization world, Rules rules, Cluster cluster, Instant now) {
        this.world = world;
        this.rules = rules;
        this.cluster = cluster;
        this.now = now;
        this.jobs =
                world.copyJobs().all().stream()
                        .filter(job -> job.origin.equals(cluster.resourceId))
                        .sorted(Comparator.comparing(job -> job.createdAt))
                        .toList();
    }

    /// @param copy the newest good one
    /// @param restores the place where it would be restored
    Told told(Optional<RecoveryPoint> copy, Restores restores) {
        enrolled();
        known(Cause.COPY_STUCK, stuck());
        var arrived = newestPoint().isPresent() && arrived(copy);
        if (arrived) {
            never.add("CopyFailing");
        } else if (failed()) {
            causes.add(Cause.COPY_FAILED);
        }
        var due = newestPoint().isPresent() && !arrived && jobs.stream().allMatch(CopyJob::ended);
        new KeyCauses(world, rules, cluster).add(due, causes, never);
        known(Cause.SNAPSHOT_GONE, lost(copy));
        known(Cause.BACKUP_FAILED, backupFailed());
        known(Cause.UNENCRYPTED, cluster.encryption == Encryption.NONE);
        if (cluster.jumps.isEmpty()) {
            never.add("SizeJumped");
        }
        var version = copy.flatMap(good -> restores.version(good));
        version.ifPresent(known ->
                known(Cause.ENGINE_RETIRED, restores.retiring(cluster.engine, known, now)));
        var restorable =
                version.flatMap(known ->
                        restores.place()
                                .map(place -> place && restores.offers(cluster.engine, known)));
        return new Told(causes, never, restorable);
    }

    /// Told where it is true, and nowhere else.
    private void known(Cause cause, boolean is) {
        if (is) {
            causes.add(cause);
        } else {
            never.addAll(cause.gaps());
        }
    }

    private void enrolled() {
        var selected =
                world.backup().plans().in(cluster.account, cluster.region).stream()
                        .filter(plan -> !plan.deleted())
                        .anyMatch(plan -> plan.fills(rules::filled, cluster));
        var complete =
                rules.memberRoles().stream()
                        .allMatch(role -> world.roles().find(cluster.account, role).isPresent());
        if (!selected) {
            causes.add(Cause.NOT_SELECTED);
        }
        if (!complete) {
            causes.add(Cause.ROLES_MISSING);
        }
        if (selected && complete) {
            never.add("NotEnrolled");
        }
        known(
                Cause.OPTED_OUT,
                !world.settings().optedIn(cluster.account, cluster.region, "Aurora"));
    }

    /// Whether the newest backup that has ended, of those that AWS would list by this cluster's ARN, was none.
    private boolean backupFailed() {
        return world.backup().jobs().in(cluster.account, cluster.region).stream()
                .filter(job -> job.resourceArn.equals(cluster.arn()) && job.ended())
                .filter(job -> !job.createdAt.isBefore(cluster.createdAt))
                .filter(job -> job.createdAt.isAfter(now.minus(BACKUPS)))
                .filter(job -> rules.filled(job.vaultName))
                .max(Comparator.comparing(job -> job.createdAt))
                .filter(job -> !job.state.equals("COMPLETED"))
                .isPresent();
    }

    private boolean stuck() {
        return jobs.stream()
                .anyMatch(
                        job -> !job.ended() && job.createdAt.isBefore(now.minus(rules.copyMost())));
    }

    /// Whether the last try failed. Once its source point is gone, AWS tells nobody any more whose it was.
    private boolean failed() {
        return jobs.reversed().stream()
                .filter(CopyJob::ended)
                .findFirst()
                .filter(job -> job.state.equals("FAILED"))
                .flatMap(job ->
                        world.vaults()
                                .find(job.sourceVaultArn)
                                .filter(vault -> vault.points.containsKey(job.sourcePointArn)))
                .isPresent();
    }

    private Optional<RecoveryPoint> newestPoint() {
        return world.vaults().in(cluster.account, cluster.region).stream()
                .filter(vault -> rules.filled(vault.name))
                .flatMap(this::points)
                .filter(point -> point.expiresAt().map(now::isBefore).orElse(true))
                .max(Comparator.comparing(point -> point.createdAt));
    }

    private Stream<RecoveryPoint> points(Vault vault) {
        return vault.points.values().stream()
                .filter(Oracle::usable)
                .filter(point -> point.origin.equals(cluster.resourceId) && !point.continuous);
    }

    private boolean arrived(Optional<RecoveryPoint> copy) {
        var newest = newestPoint();
        return copy.isPresent()
                && newest.isPresent()
                && !copy.get().createdAt.isBefore(newest.get().createdAt);
    }

    /// Whether a copy newer than the newest good one has lost what is behind it.
    private boolean lost(Optional<RecoveryPoint> copy) {
        var since = copy.map(good -> good.createdAt).orElse(Instant.MIN);
        return world.vaults().find(rules.vault().path("arn").asText()).stream()
                .flatMap(this::points)
                .anyMatch(point -> point.createdAt.isAfter(since) && !Oracle.there(world, point));
    }
}
