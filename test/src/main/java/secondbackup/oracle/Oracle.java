package secondbackup.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.oracle.Truth.Reason;
import secondbackup.oracle.Truth.Told;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.world.SimulatedOrganization;

/// Knows what is true. Made at the world's start, whose vault it takes for the one that was promised.
public final class Oracle {
    private static final Duration RESTORE_TEST_MAX = Duration.ofDays(9);

    /// How long before its end the last copy must be told of.
    private static final Duration EXPIRY_NOTICE = Duration.ofDays(3);

    private final SimulatedOrganization world;
    private final Rules rules;
    private final Reach reach;
    private final Restores restores;
    private final String vaultPolicy;
    private final String keyPolicy;

    /// @param policies text by name, as in `policies/`
    public Oracle(SimulatedOrganization world, SortedMap<String, String> policies) {
        this.world = world;
        this.rules = new Rules(policies, world.organization());
        this.reach = new Reach(world, rules);
        this.restores = new Restores(world, rules, reach);
        this.vaultPolicy = vault().accessPolicy;
        this.keyPolicy = key().map(key -> key.policy).orElse("");
    }

    Reach reach() {
        return reach;
    }

    Rules rules() {
        return rules;
    }

    private Vault vault() {
        return world.vaults().find(rules.vault().path("arn").asText()).orElseThrow();
    }

    private Optional<Keys.Key> key() {
        return world.keys().find(vault().keyArn);
    }

    /// The truth about every Aurora cluster that somebody might want back, sorted by ARN.
    public List<Truth> all(Instant now) {
        return world.clusters().all().stream()
                .filter(Cluster::isAurora)
                .filter(cluster -> !restoreTest(cluster, now))
                .map(cluster -> of(cluster, now))
                .toList();
    }

    private static boolean restoreTest(Cluster cluster, Instant now) {
        var marked =
                cluster.name.startsWith("awsbackup-restore-test")
                        || cluster.tags.containsKey("awsbackup-restore-test");
        return marked && cluster.createdAt.plus(RESTORE_TEST_MAX).isAfter(now);
    }

    private Truth of(Cluster cluster, Instant now) {
        var truth = standing(cluster, now);
        return rules.planned(cluster.region) && rules.of(cluster).isPresent()
                ? truth.with(new Causes(world, rules, cluster, now).told(newest(cluster), restores))
                : truth;
    }

    private Truth standing(Cluster cluster, Instant now) {
        if (!rules.planned(cluster.region)) {
            return Truth.because(cluster, Reason.REGION_NOT_PLANNED);
        }
        var promised = rules.of(cluster);
        if (promised.isEmpty()) {
            return Truth.because(cluster, Reason.NO_RULE);
        }
        var newest = newest(cluster);
        if (newest.isEmpty()) {
            var young = now.isBefore(cluster.createdAt.plus(promised.get().ageMax()));
            return young
                    ? new Truth(cluster, new TreeSet<>(), true, Told.NOTHING)
                    : Truth.because(cluster, Reason.NO_COPY);
        }
        var reasons = vaultReasons(now);
        var point = newest.get();
        if (point.createdAt.plus(promised.get().ageMax()).isBefore(now)) {
            reasons.add(Reason.COPY_TOO_OLD);
        }
        if (point.expiresAt().filter(end -> !now.plus(EXPIRY_NOTICE).isBefore(end)).isPresent()
                && !world.backup().holds().hold(vault(), point)) {
            reasons.add(Reason.EXPIRES_SOON);
        }
        var days = point.deleteAfterDays;
        if (days != null && days < promised.get().days()) {
            reasons.add(Reason.KEPT_TOO_SHORT);
        }
        if (point.encrypted
                && !point.keyArn.equals(vault().keyArn)
                && !ownedByAws(point, cluster)) {
            reasons.add(Reason.KEY_UNSAFE);
        }
        return new Truth(cluster, reasons, false, Told.NOTHING);
    }

    /// Nobody can take away a key that AWS owns, whether or not AWS calls such a copy encrypted.
    private static boolean ownedByAws(RecoveryPoint point, Cluster cluster) {
        return point.keyArn.isEmpty() && cluster.encryption == Clusters.Encryption.SSE_RDS;
    }

    private SortedSet<Reason> vaultReasons(Instant now) {
        var reasons = new TreeSet<Reason>();
        var vault = vault();
        var lock = vault.lock;
        var lockAt = lock == null ? null : lock.lockAt();
        if (lockAt == null || now.isBefore(lockAt)) {
            reasons.add(Reason.LOCK_NOT_FINAL);
        }
        if (lock != null && !rules.bounds(lock.minRetentionDays(), lock.maxRetentionDays())) {
            reasons.add(Reason.LOCK_BOUNDS);
        }
        if (!vault.accessPolicy.equals(vaultPolicy)) {
            reasons.add(Reason.POLICY_CHANGED);
        }
        var unsafe =
                key().filter(key ->
                        key.state != Keys.State.ENABLED || !key.policy.equals(keyPolicy));
        if (unsafe.isPresent()) {
            reasons.add(Reason.KEY_UNSAFE);
        }
        return reasons;
    }

    /// The newest copy that one could go back to.
    private Optional<RecoveryPoint> newest(Cluster cluster) {
        return vault().points.values().stream()
                .filter(Oracle::usable)
                .filter(point -> isOf(point, cluster))
                .filter(point -> new Traces(world).lead(point, cluster))
                .max(Comparator.comparing(point -> point.createdAt));
    }

    /// By what the world itself remembers, which AWS shows nowhere.
    private boolean isOf(RecoveryPoint point, Cluster cluster) {
        return point.origin.equals(cluster.resourceId) && there(world, point);
    }

    /// Whether the snapshot behind a copy is there. An air-gapped vault's lies out of everybody's reach.
    static boolean there(SimulatedOrganization world, RecoveryPoint point) {
        return point.snapshotArn.isEmpty()
                || world.snapshots()
                        .find(point.snapshotArn)
                        .filter(found -> found.status.equals("available"))
                        .isPresent();
    }

    static boolean usable(RecoveryPoint point) {
        return point.status.equals("COMPLETED") || point.status.equals("AVAILABLE");
    }
}
