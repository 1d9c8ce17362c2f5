package secondbackup.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.world.SimulatedOrganization;

/// Knows whether a copy could be restored, where the world itself knows it and a report could.
final class Restores {
    private static final Duration NOTICE = Duration.ofDays(90);
    private static final int ZONES_MIN = 2;

    private final SimulatedOrganization world;
    private final Rules rules;
    private final Reach reach;

    Restores(SimulatedOrganization world, Rules rules, Reach reach) {
        this.world = world;
        this.rules = rules;
        this.reach = reach;
    }

    /// Engine version of a copy; empty where its snapshot is in AWS's own hands.
    Optional<String> version(RecoveryPoint copy) {
        return world.snapshots()
                .find(copy.snapshotArn)
                .map((Snapshot snapshot) -> snapshot.engineVersion);
    }

    boolean offers(String engine, String version) {
        return world.engineVersions()
                .offers(part(rules.vault().path("arn").asText(), 3), engine, version);
    }

    boolean retiring(String engine, String version, Instant now) {
        return !offers(engine, version)
                || world.engineVersions()
                        .supportEndsAt(engine, version)
                        .filter(end -> !now.plus(NOTICE).isBefore(end))
                        .isPresent();
    }

    /// Whether the place into which copies are brought back has what a restore needs; empty where nobody could look.
    Optional<Boolean> place() {
        var arn = rules.recoveryVault();
        if (arn.isEmpty()) {
            return Optional.of(false);
        }
        var account = part(arn, 4);
        var region = part(arn, 3);
        return reach.account(account) && reach.region(account, region)
                ? Optional.of(vault(arn) && zones(account, region) && room(account, region))
                : Optional.empty();
    }

    private boolean vault(String arn) {
        return world.vaults()
                .find(arn)
                .flatMap(vault -> world.keys().find(vault.keyArn))
                .filter(key -> key.state == Keys.State.ENABLED)
                .isPresent();
    }

    private boolean zones(String account, String region) {
        return world.subnetGroups().in(account, region).stream()
                .anyMatch(group -> group.zones().stream().distinct().count() >= ZONES_MIN);
    }

    private boolean room(String account, String region) {
        return world.clusters().in(account, region).size()
                < world.clusters().quota(account, region);
    }

    private static String part(String arn, int index) {
        return arn.split(":", 6)[index];
    }
}
