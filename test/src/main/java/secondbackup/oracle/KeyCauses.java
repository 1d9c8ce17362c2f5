package secondbackup.oracle;

import java.util.List;
import java.util.Set;
import secondbackup.oracle.Truth.Cause;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.iam.Principal.ServiceLinkedRole;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.world.SimulatedOrganization;

/// Whether a cluster's key stands in its copies' way.
final class KeyCauses {
    private static final List<String> LEND = List.of("kms:DescribeKey", "kms:CreateGrant");
    private static final String GAP = "KeyNotShareable";

    private final SimulatedOrganization world;
    private final Rules rules;
    private final Cluster cluster;

    KeyCauses(SimulatedOrganization world, Rules rules, Cluster cluster) {
        this.world = world;
        this.rules = rules;
        this.cluster = cluster;
    }

    /// @param due whether a copy could be started now, but for the key
    void add(boolean due, Set<Cause> causes, Set<String> never) {
        if (cluster.account.equals(vaultAccount())) {
            return;
        }
        if (cluster.encryption == Encryption.NONE && !airGapped()) {
            never.add(GAP);
        }
        world.keys()
                .find(cluster.keyArn)
                .filter(key -> key.manager == Keys.Manager.CUSTOMER)
                .filter(key -> key.account.equals(cluster.account))
                .ifPresent(key -> add(key, due, causes, never));
    }

    private void add(Keys.Key key, boolean due, Set<Cause> causes, Set<String> never) {
        var route = rules.of(cluster).orElseThrow().route();
        if (key.state != Keys.State.ENABLED) {
            causes.add(Cause.KEY_DISABLED);
        } else if (admits(key)) {
            if (rekeys() || !route.equals("rekeyed")) {
                never.add(GAP);
            }
        } else if (due && (route.equals("direct") || !rekeys())) {
            causes.add(Cause.KEY_REFUSES);
        }
    }

    private boolean rekeys() {
        return world.vaults().in(cluster.account, cluster.region).stream()
                .anyMatch(vault -> rules.rekeys(vault.name));
    }

    /// Whether the receiver may lend the key to Amazon RDS and take the data out from under it.
    private boolean admits(Keys.Key key) {
        return uses(key, LEND)
                && (uses(key, List.of("kms:ReEncryptFrom")) || uses(key, List.of("kms:Decrypt")));
    }

    private boolean uses(Keys.Key key, List<String> actions) {
        var receiver =
                new ServiceLinkedRole(
                        vaultAccount(), "AWSServiceRoleForBackup", "backup.amazonaws.com");
        var via = "rds." + key.region + ".amazonaws.com";
        return world.keys().use(receiver, key.arn(), actions, via).allowed();
    }

    private String vaultAccount() {
        return rules.vault().path("arn").asText().split(":", 6)[4];
    }

    private boolean airGapped() {
        return world.vaults()
                .find(rules.vault().path("arn").asText())
                .filter(vault -> vault.kind == Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT)
                .isPresent();
    }
}
