package secondbackup.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// Makes small organizations by chance: five accounts of the rehearsal's kind, bare, with other clusters, keys, switches
/// and oddities.
final class SmallWorlds {
    static final List<String> HOMES = List.of("111111111111", "444444444401", "444444444402");
    static final List<String> SOURCES = List.of("eu-west-1", "eu-north-1");
    static final String VAULT_ACCOUNT = "333333333333";
    static final String VAULT_REGION = "eu-central-1";
    static final String VAULT_KEY = "11111111-2222-3333-4444-555555555555";
    static final String PLAN = "second-backup-promise-0";
    private static final List<String> ACCOUNTS =
            List.of(HOMES.getFirst(), "222222222222", VAULT_ACCOUNT);
    private static final String ELSEWHERE = "us-east-1";

    private final Dice dice;
    private final SmallEstate estate;
    private final ObjectNode file;

    private SmallWorlds(Dice dice, SmallEstate estate) {
        this.dice = dice;
        this.estate = estate;
        this.file = (ObjectNode) SmallWorld.resource("/rehearsal/world.json");
    }

    /// @param days how long it will be lived in
    static World of(String name, Dice dice, SmallEstate estate, int days) {
        return WorldReader.read(name, new SmallWorlds(dice, estate).json(days).toString());
    }

    /// It begins so that the first sweep is due half an hour later.
    private JsonNode json(int days) {
        file.put("why", "A small organization made by chance.");
        file.put("start", "2026-10-19T02:30:00Z");
        var deployed = file.putArray("deployed");
        SmallOddities.ROLES.forEach(deployed::add);
        deployed.add("second-backup-vault-reader").add("second-backup");
        deployed.add(PLAN);
        if (!estate.airGapped()) {
            deployed.add(VAULT_KEY);
        }
        switches();
        var accounts = file.withArrayProperty("accounts");
        accounts.removeIf(account -> !ACCOUNTS.contains(account.path("id").asText()));
        ((ObjectNode) accounts.path(0)).putObject("regions");
        var unplanned = new TreeSet<String>();
        accounts.add(account("444444444401", "ou-root-products", unplanned));
        accounts.add(account("444444444402", "ou-root-platform", unplanned));
        var count = dice.between(5, 15);
        for (var number = 1; number <= count; number++) {
            cluster(accounts, "db-" + number);
        }
        var oddities = file.putArray("oddities");
        new SmallOddities(dice, file, days, estate, unplanned).all().forEach(oddities::add);
        return file;
    }

    private void switches() {
        var switches = file.putObject("switches");
        for (var component : Switches.class.getRecordComponents()) {
            var type = component.getType();
            if (type == boolean.class) {
                switches.put(component.getName(), dice.hits(0.5));
            } else if (type.isEnum()) {
                var answers = List.of(type.getEnumConstants());
                switches.put(component.getName(), dice.of(answers).toString());
            }
        }
        if (dice.hits(0.15)) {
            switches.putArray("pairsInTwoActions")
                    .addObject()
                    .put("from", dice.of(SOURCES))
                    .put("to", VAULT_REGION);
        }
    }

    /// @param unplanned gets the places whose plan goes at once
    private ObjectNode account(String id, String parent, Set<String> unplanned) {
        var account = file.objectNode().put("id", id).put("name", "member " + id.substring(10));
        account.put("parent", parent).put("blueprint", "member").putObject("regions");
        if (dice.hits(0.1)) {
            unplanned.add(id + dice.of(SOURCES));
        }
        return account;
    }

    private void cluster(ArrayNode accounts, String name) {
        var home = dice.of(HOMES);
        for (var account : accounts) {
            if (account.path("id").asText().equals(home)) {
                var regions = (ObjectNode) account.path("regions");
                var region = dice.hits(0.06) ? ELSEWHERE : dice.of(SOURCES);
                var place = regions.withObjectProperty(region);
                place.withArrayProperty("clusters").add(cluster(name, place));
            }
        }
    }

    private ObjectNode cluster(String name, ObjectNode place) {
        var cluster =
                file.objectNode()
                        .put("name", dice.hits(0.03) ? "awsbackup-restore-test-" + name : name);
        cluster.put("engine", dice.of(List.of("aurora-mysql", "aurora-postgresql")));
        if (dice.hits(0.04)) {
            cluster.put("engine", dice.of(List.of("neptune", "docdb")));
        }
        cluster.put("encryption", encryption(place));
        cluster.put("sizeGiB", dice.of(List.of(1, 20, 150, 800, 4_000)));
        cluster.put("growthGiBPerDay", dice.between(0, 5));
        cluster.put("createdAt", dice.hits(0.15) ? dice.between(0.0, 2.0) : 400);
        if (dice.hits(0.2)) {
            cluster.putObject("tags").put("backup-tier", "critical");
        }
        if (dice.hits(0.05)) {
            cluster.put("status", "stopped");
        }
        if (dice.hits(0.05)) {
            cluster.put("global", "world-" + name).put("secondary", dice.hits(0.5));
        }
        return cluster;
    }

    private String encryption(ObjectNode place) {
        var kind = dice.of(List.of("own", "own", "own", "other", "aws-managed", "sse-rds", "none"));
        if (kind.equals("own") || kind.equals("other")) {
            key(place.withArrayProperty("keys"), kind);
        }
        return kind;
    }

    private void key(ArrayNode keys, String id) {
        for (var key : keys) {
            if (key.path("id").asText().equals(id)) {
                return;
            }
        }
        keys.addObject()
                .put("id", id)
                .put("alias", id.toLowerCase(Locale.ROOT))
                .put("policy", keyPolicy(dice));
    }

    static String keyPolicy(Dice dice) {
        return dice.of(
                List.of(
                        "key-admits-vault-account",
                        "key-admits-vault-account",
                        "key-admits-organization",
                        "key-default"));
    }
}
