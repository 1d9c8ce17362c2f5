package secondbackup.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import secondbackup.simulation.world.World;

/// Organizations of a chosen size, alike in everything else: the small world's own accounts without a cluster, and
/// accounts with clusters in one source Region each, under one key, which admits the vault account.
final class Estates {
    /// The management, the control, the vault and the recovery account, and the shop.
    static final int OWN_ACCOUNTS = 5;

    /// Four organizational units and the root.
    static final int UNITS = 5;

    static final int REGIONS = 17;
    static final int SOURCE_REGIONS = 2;

    private Estates() {}

    /// @param accounts with clusters
    static World of(int accounts, int clustersEach) {
        var json = SmallWorld.bare();
        SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND).removeAll();
        SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.STOCKHOLM).removeAll();
        for (var number = 0; number < accounts; number++) {
            var account = json.withArrayProperty("accounts").addObject();
            account.put("id", account(number)).put("name", "team " + number);
            account.put("parent", "ou-root-platform").put("blueprint", "member");
            clusters(account, clustersEach);
        }
        return SmallWorld.read(json);
    }

    static String account(int number) {
        return String.valueOf(500_000_000_000L + number);
    }

    private static void clusters(ObjectNode account, int many) {
        var regions = account.putObject("regions");
        regions.putObject(SmallWorld.STOCKHOLM);
        var ireland = regions.putObject(SmallWorld.IRELAND);
        ireland.putArray("keys")
                .addObject()
                .put("id", "team")
                .put("policy", "key-admits-vault-account");
        ireland.putArray("clusters")
                .add(SmallWorld.cluster("db", "team").put("count", many).put("sizeGiB", 1));
    }
}
