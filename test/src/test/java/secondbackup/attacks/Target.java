package secondbackup.attacks;

import java.util.Comparator;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.world.SimulatedOrganization;

/// What is attacked: a vault, its newest point, the snapshot behind it, and the key that encrypts that.
///
/// @param snapshot name of the snapshot, or empty where it lies in an account of AWS's own
/// @param keyArn empty where the key is AWS's own
record Target(
        String account,
        String region,
        String vault,
        String vaultArn,
        String point,
        String snapshot,
        String keyArn) {

    static Target of(SimulatedOrganization world, Vault vault) {
        var newest =
                vault.points.values().stream()
                        .filter(point ->
                                point.status.equals("COMPLETED")
                                        || point.status.equals("AVAILABLE"))
                        .max(
                                Comparator.comparing((RecoveryPoint point) -> point.createdAt)
                                        .thenComparing(point -> point.arn))
                        .orElseThrow(() -> new IllegalStateException("no point in " + vault.arn()));
        var snapshot = newest.snapshotArn.replaceFirst("^.*:cluster-snapshot:", "");
        var key =
                world.snapshots()
                        .find(newest.snapshotArn)
                        .flatMap(found -> world.keys().find(found.keyArn))
                        .filter(found -> found.manager == Keys.Manager.CUSTOMER);
        return new Target(
                vault.account,
                vault.region,
                vault.name,
                vault.arn(),
                newest.arn,
                snapshot,
                key.map(Keys.Key::arn).orElse(""));
    }
}
