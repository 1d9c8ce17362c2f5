package secondbackup.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// The rehearsal's organization on its first day, with no more than one member account, `shop`, and two clusters in it,
/// each in a Region of its own. Nothing of ours is in it: [Day] deploys that.
public final class SmallWorld {
    public static final String MANAGEMENT = "111111111111";
    public static final String CONTROL = "222222222222";
    public static final String VAULT = "333333333333";
    public static final String SHOP = "444444444402";
    public static final String HOME = "eu-central-1";
    public static final String IRELAND = "eu-west-1";
    public static final String STOCKHOLM = "eu-north-1";
    public static final String VAULT_ARN =
            "arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup";
    public static final String ORDERS = "arn:aws:rds:eu-west-1:444444444402:cluster:orders";
    public static final String BASKET = "arn:aws:rds:eu-north-1:444444444402:cluster:basket";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACCOUNTS =
            List.of(MANAGEMENT, CONTROL, VAULT, "666666666666", SHOP);

    private SmallWorld() {}

    public static World world() {
        return read(bare());
    }

    public static World read(ObjectNode json) {
        return WorldReader.read("the small world", json.toString());
    }

    /// For whoever wants it otherwise. Backups begin three hours after the world, so that a test need not live through a
    /// whole day.
    public static ObjectNode bare() {
        var json = (ObjectNode) resource("/rehearsal/world.json");
        json.put("start", "2026-10-18T20:00:00Z");
        json.remove(List.of("oddities", "retiredVersions", "$schema"));
        var accounts = JSON.createArrayNode();
        for (var account : json.path("accounts")) {
            if (ACCOUNTS.contains(account.path("id").asText())) {
                accounts.add(account);
            }
        }
        json.set("accounts", accounts);
        for (var account : accounts) {
            for (var place : account.path("regions")) {
                ((ObjectNode) place).remove("clusters");
            }
        }
        var orders = cluster("orders", "shop");
        orders.putObject("tags").put("team", "shop");
        clusters(json, SHOP, IRELAND).add(orders);
        clusters(json, SHOP, STOCKHOLM).add(cluster("basket", "shop"));
        return json;
    }

    /// The same, and AWS otherwise.
    public static ObjectNode bare(Switches switches) {
        return bare().set("switches", JSON.valueToTree(switches));
    }

    /// The list of clusters of a place, made where it is missing.
    public static ArrayNode clusters(ObjectNode json, String account, String region) {
        for (var each : json.path("accounts")) {
            if (each.path("id").asText().equals(account)) {
                return ((ObjectNode) each.path("regions").path(region)).withArray("clusters");
            }
        }
        throw new IllegalArgumentException("no account " + account);
    }

    /// @param encryption as in a world's file
    public static ObjectNode cluster(String name, String encryption) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("engine", "aurora-postgresql")
                .put("encryption", encryption)
                .put("sizeGiB", 20)
                .put("growthGiBPerDay", 1)
                .put("createdAt", 400);
    }

    /// A file in `policies/`.
    public static JsonNode policies(String name) {
        return resource("/policies/" + name);
    }

    /// A JSON file of the class path.
    public static JsonNode resource(String name) {
        try (var stream = SmallWorld.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(stream, name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(json, bad);
        }
    }
}
