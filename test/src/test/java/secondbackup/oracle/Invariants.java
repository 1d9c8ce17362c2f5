package secondbackup.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.RightsAsked.Right;
import secondbackup.simulation.world.SimulatedOrganization;

/// What must never happen, whatever else does.
final class Invariants {
    private record Kept(Instant expiresAt) {}

    private final SimulatedOrganization world;
    private final String vault;
    private final int slots;
    private final SortedMap<String, Kept> kept = new TreeMap<>();
    private final SortedSet<Right> lacking = new TreeSet<>();
    private final int accounts;

    Invariants(SimulatedOrganization world, SmallEstate estate) {
        this.world = world;
        this.vault = estate.estate().at("/vaults/0/arn").asText();
        this.accounts = world.organization().accounts.size();
        this.slots = estate.estate().at("/vaults/0/copySlots").asInt();
    }

    /// What has happened all the same, a sentence each.
    List<String> broken() {
        var broken = new ArrayList<String>();
        jobs(broken);
        vault(broken);
        rights(broken);
        world.server().unanswered().forEach(call -> broken.add("nobody answers " + call));
        world.server()
                .failure()
                .ifPresent(mistake -> broken.add("the simulation failed: " + mistake));
        return broken;
    }

    /// Whoever has a role of ours may do what it does with it: what is forbidden is forbidden by somebody else's policy.
    /// Nobody may follow an account that has left the organization.
    private void rights(List<String> broken) {
        var left = world.organization().accounts.size() < accounts;
        for (var right : world.access().asked().lacking()) {
            var follows = left && right.action().equals("sts:AssumeRole");
            if (there(right.principal()) && !follows && lacking.add(right)) {
                broken.add(right.principal() + " lacks the right to " + right.action());
            }
        }
    }

    /// Whether it is a role that nobody has removed.
    private boolean there(String principal) {
        var name = principal.substring(principal.lastIndexOf('/') + 1);
        return principal.contains(":role/")
                && world.roles().find(principal.split(":", 6)[4], name).isPresent();
    }

    private void jobs(List<String> broken) {
        var live = world.copyJobs().unfinished();
        var seen = new TreeSet<String>();
        for (var job : live) {
            if (!seen.add(job.sourcePointArn + " into " + job.targetVaultArn)) {
                broken.add(
                        "two live copy jobs of "
                                + job.sourcePointArn
                                + " into "
                                + job.targetVaultArn);
            }
        }
        var intoVault =
                live.stream().filter((CopyJob job) -> job.targetVaultArn.equals(vault)).count();
        if (intoVault > slots) {
            broken.add(intoVault + " live copy jobs into a vault of " + slots + " slots");
        }
    }

    private void vault(List<String> broken) {
        var points = world.vaults().find(vault).map((Vault found) -> found.points).orElseThrow();
        var now = world.time().instant();
        kept.forEach((arn, before) -> {
            var point = points.get(arn);
            if (point == null && now.isBefore(before.expiresAt())) {
                broken.add("copy " + arn + " is gone before " + before.expiresAt());
            } else if (point != null && end(point).isBefore(before.expiresAt())) {
                broken.add("copy " + arn + " is kept shorter than before: " + end(point));
            }
        });
        points.forEach((arn, point) -> {
            if (point.status.equals("COMPLETED") || point.status.equals("AVAILABLE")) {
                kept.put(arn, new Kept(end(point)));
            }
        });
    }

    private static Instant end(RecoveryPoint point) {
        return point.expiresAt().orElse(Instant.MAX);
    }
}
