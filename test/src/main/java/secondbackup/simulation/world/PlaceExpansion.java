package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.kms.KeyPolicies;

/// What an account has in one Region: its own things on top of its blueprint's.
final class PlaceExpansion {
    private static final List<String> LISTS = List.of("keys", "vaults", "plans", "clusters");
    private static final double CREATED_DAYS_AGO = 30;
    private static final double SIZE_GIB = 100;

    private final Documents documents;
    private final Moments moments;
    private final Placeholders names;
    private final ObjectNode place = JsonNodeFactory.instance.objectNode();

    PlaceExpansion(Documents documents, Moments moments, Placeholders names) {
        this.documents = documents;
        this.moments = moments;
        this.names = names;
        LISTS.forEach(place::putArray);
        place.putObject("optIn");
    }

    void add(JsonNode more) {
        for (var name : LISTS) {
            var list = (ArrayNode) place.path(name);
            more.path(name).forEach(item -> list.add(names.fill(item)));
        }
        ((ObjectNode) place.path("optIn")).setAll(object(more.path("optIn")));
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    /// Takes away what the account lacks.
    void drop(String region, Set<String> without) {
        drop(without, "plan:" + region, "plans");
        drop(without, "vaults:" + region, "vaults");
        drop(without, "keys:" + region, "keys");
        if (without.contains("optIn:" + region)) {
            place.putObject("optIn");
        }
    }

    private void drop(Set<String> without, String name, String list) {
        if (without.contains(name)) {
            place.putArray(list);
        }
    }

    ObjectNode finished(String region) {
        place.put("region", region);
        place.path("keys").forEach(key -> key((ObjectNode) key));
        place.path("vaults").forEach(vault -> vault((ObjectNode) vault));
        place.path("plans").forEach(plan -> Expansion.list((ObjectNode) plan, "selections"));
        var clusters = JsonNodeFactory.instance.arrayNode();
        for (var cluster : place.path("clusters")) {
            for (var name : ClusterNames.of(cluster)) {
                ObjectNode one = cluster.deepCopy();
                one.put("name", name);
                complete(one, moments);
                clusters.add(one);
            }
        }
        place.set("clusters", clusters);
        return place;
    }

    private void key(ObjectNode key) {
        Expansion.fallback(key, "alias", "");
        Expansion.fallback(key, "manager", "CUSTOMER");
        Expansion.fallback(key, "state", "ENABLED");
        key.put("policy", key.has("policy") ? text(key, "policy") : standard(key));
    }

    private String standard(JsonNode key) {
        var account = names.fill("${account}");
        var alias = key.path("alias").asText();
        return key.path("manager").asText().equals("AWS")
                ? KeyPolicies.awsManaged(
                        account, names.fill("${region}"), alias.replaceFirst("^aws/", ""))
                : KeyPolicies.standard(account);
    }

    private String text(JsonNode holder, String field) {
        return documents.text(holder.path(field), names);
    }

    private void vault(ObjectNode vault) {
        Expansion.fallback(vault, "kind", "standard");
        Expansion.fallback(vault, "key", "");
        vault.put("accessPolicy", text(vault, "accessPolicy"));
        if (vault.path("lock") instanceof ObjectNode lock) {
            var at = lockAt(lock, vault.path("kind").asText());
            lock.put("lockAt", at == null ? null : at.toString());
        }
    }

    /// An air-gapped vault is locked for good from its first moment.
    /// Source: AWS Backup Developer Guide, "Logically air-gapped vault", read 2026-11-22.
    private @Nullable Instant lockAt(JsonNode lock, String kind) {
        if (lock.has("lockAt")) {
            return new Moments(lock.path("lockAt").asText()).start();
        }
        if (lock.has("changeableForDays")) {
            var days = lock.path("changeableForDays").asLong();
            return moments.start().plus(Duration.ofDays(days));
        }
        return kind.equals("air-gapped") ? moments.start() : null;
    }

    static void complete(ObjectNode cluster, Moments moments) {
        moments.write(cluster, "createdAt", -1, CREATED_DAYS_AGO);
        Expansion.fallback(cluster, "engineVersion", "");
        Expansion.fallback(cluster, "sizeGiB", SIZE_GIB);
        Expansion.fallback(cluster, "growthGiBPerDay", 0.0);
        if (!cluster.has("tags")) {
            cluster.putObject("tags");
        }
        Expansion.fallback(cluster, "global", "");
        Expansion.fallback(cluster, "secondary", false);
        Expansion.fallback(cluster, "cloneGroup", "");
        Expansion.fallback(cluster, "status", "available");
        if (!cluster.has("instances")) {
            cluster.put("instances", 1);
        }
    }
}
