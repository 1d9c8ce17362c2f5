package secondbackup.attacks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.world.SimulatedOrganization;

/// Puts back what an attack changed, for the next one to find the world as it was.
final class Remedy {
    private final List<Runnable> steps = new ArrayList<>();

    private Remedy() {}

    /// Remembers how things stand.
    static Remedy of(SimulatedOrganization world) {
        var remedy = new Remedy();
        remedy.vaults(world);
        remedy.holds(world);
        remedy.keys(world);
        remedy.snapshots(world);
        remedy.clusters(world);
        remedy.organization(world);
        remedy.voices(world);
        remedy.roles(world);
        return remedy;
    }

    void apply() {
        steps.forEach(Runnable::run);
    }

    private void vaults(SimulatedOrganization world) {
        for (var vault : world.vaults().all()) {
            var lock = vault.lock;
            var policy = vault.accessPolicy;
            steps.add(() -> {
                vault.lock = lock;
                vault.accessPolicy = policy;
            });
            for (var point : vault.points.values().stream().filter(Remedy::whole).toList()) {
                points(world, vault, point);
            }
        }
    }

    private static boolean whole(RecoveryPoint point) {
        return point.status.equals("COMPLETED") || point.status.equals("AVAILABLE");
    }

    /// What has expired meanwhile stays away.
    private void points(SimulatedOrganization world, Vault vault, RecoveryPoint point) {
        var days = point.deleteAfterDays;
        var status = point.status;
        steps.add(() -> {
            point.deleteAfterDays = days;
            var end = days == null ? Instant.MAX : point.createdAt.plus(Duration.ofDays(days));
            if (world.time().instant().isBefore(end)) {
                point.status = status;
                vault.points.put(point.arn, point);
            }
        });
    }

    private void holds(SimulatedOrganization world) {
        for (var account : world.organization().accounts.keySet()) {
            for (var hold : world.backup().holds().in(account, SmallWorld.HOME)) {
                var cancelledAt = hold.cancelledAt;
                steps.add(() -> hold.cancelledAt = cancelledAt);
            }
        }
    }

    private void keys(SimulatedOrganization world) {
        for (var key : world.keys().all()) {
            var state = key.state;
            var policy = key.policy;
            var deletionAt = key.deletionAt;
            steps.add(() -> {
                key.state = state;
                key.policy = policy;
                key.deletionAt = deletionAt;
            });
        }
    }

    private void snapshots(SimulatedOrganization world) {
        steps.add(() ->
                world.snapshots().all().stream()
                        .filter(snapshot -> snapshot.id.startsWith("mallory"))
                        .forEach(world.snapshots()::remove));
        for (var snapshot : world.snapshots().all()) {
            var shared = new TreeSet<>(snapshot.sharedWith);
            steps.add(() -> {
                snapshot.sharedWith.clear();
                snapshot.sharedWith.addAll(shared);
                if (world.vaults().all().stream()
                        .flatMap(vault -> vault.points.values().stream())
                        .anyMatch(point -> point.snapshotArn.equals(snapshot.arn()))) {
                    world.snapshots().put(snapshot);
                }
            });
        }
    }

    private void clusters(SimulatedOrganization world) {
        var before = new ArrayList<>(world.clusters().all());
        steps.add(() ->
                world.clusters().all().stream()
                        .filter(cluster -> !before.contains(cluster))
                        .forEach(world.clusters()::remove));
    }

    private void organization(SimulatedOrganization world) {
        var organization = world.organization();
        var policies = new TreeMap<>(organization.policies);
        var accounts = new TreeMap<>(organization.accounts);
        steps.add(() -> {
            organization.policies.clear();
            organization.policies.putAll(policies);
            organization.accounts.putAll(accounts);
            organization.outsiders.keySet().removeAll(accounts.keySet());
        });
        accounts.values()
                .forEach(account -> {
                    var state = account.state;
                    steps.add(() -> account.state = state);
                });
    }

    private void voices(SimulatedOrganization world) {
        for (var rule : world.machinery().buses().rules()) {
            var enabled = rule.enabled;
            steps.add(() -> rule.enabled = enabled);
        }
        for (var alarm : world.machinery().alarms().all()) {
            var enabled = alarm.actionsEnabled;
            steps.add(() -> alarm.actionsEnabled = enabled);
        }
        for (var topic : world.machinery().topics().all()) {
            var subscriptions = new TreeMap<>(topic.subscriptions);
            var filters = new TreeMap<>(topic.filters);
            steps.add(() -> {
                topic.subscriptions.putAll(subscriptions);
                topic.filters.clear();
                topic.filters.putAll(filters);
            });
        }
        for (var trail : world.trails().all) {
            var logging = trail.logging;
            steps.add(() -> trail.logging = logging);
        }
    }

    private void roles(SimulatedOrganization world) {
        for (var account : world.organization().accounts.keySet()) {
            var before = world.roles().of(account);
            steps.add(() ->
                    world.roles().of(account).stream()
                            .filter(role -> !before.contains(role))
                            .forEach(role -> world.roles().remove(account, role.name)));
            for (var role : before) {
                var trust = role.trustPolicy;
                var policies = new TreeMap<>(role.policies);
                steps.add(() -> {
                    role.trustPolicy = trust;
                    role.policies.clear();
                    role.policies.putAll(policies);
                });
            }
        }
    }
}
