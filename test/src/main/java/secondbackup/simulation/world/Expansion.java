package secondbackup.simulation.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.TreeMap;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Switches;

/// Makes a world of a file that has been checked: blueprints laid out, names replaced, documents
/// looked up, defaults written down.
final class Expansion {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final ObjectNode file;
    private final Documents documents;
    private final Moments moments;
    private final Placeholders names;

    Expansion(JsonNode file) {
        this.file = file.deepCopy();
        this.documents = new Documents(this.file.path("policies"));
        this.moments = new Moments(file.path("start").asText());
        var values = new TreeMap<String, JsonNode>();
        file.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), Documents.value(value.getValue())));
        values.put("organization", file.at("/organization/id"));
        values.put("managementAccount", file.at("/organization/managementAccount"));
        this.names = new Placeholders(values);
    }

    World world() {
        file.put("start", moments.start().toString());
        switches();
        organization();
        units();
        accounts();
        holders("buckets");
        holders("secrets");
        list(file, "retiredVersions").forEach(version -> fallback(version, "region", "*"));
        list(file, "subnetGroups");
        new OddityExpansion(documents, moments, names).expand(list(file, "oddities"));
        try {
            return JSON.treeToValue(file, World.class);
        } catch (JsonProcessingException mistake) {
            throw new BadWorld("the schema of worlds lets through what cannot be read", mistake);
        }
    }

    private void switches() {
        ObjectNode all = JSON.valueToTree(Switches.likely());
        file.path("switches").properties().forEach(one -> all.set(one.getKey(), one.getValue()));
        file.set("switches", all);
    }

    private void organization() {
        var organization = (ObjectNode) file.path("organization");
        policies(organization, names);
        document(organization, "delegationPolicy", documents, names);
        for (var setting : List.of("crossAccountBackup", "trustedAccess", "organizationTrail")) {
            fallback(organization, setting, true);
        }
    }

    private void units() {
        list(file, "units").forEach(unit -> policies((ObjectNode) unit, names));
    }

    private void accounts() {
        var expansion = new AccountExpansion(file.path("blueprints"), documents, moments, names);
        for (var account : list(file, "accounts")) {
            expansion.expand((ObjectNode) account);
            fallback(account, "parent", file.at("/organization/root").asText());
            policies((ObjectNode) account, names.with("account", account.path("id").asText()));
        }
    }

    private void holders(String name) {
        for (var holder : list(file, name)) {
            var here =
                    names.with("account", holder.path("account").asText())
                            .with("region", holder.path("region").asText());
            document((ObjectNode) holder, "policy", documents, here);
            fallback(holder, "versioned", false);
        }
    }

    /// What has no service control policy named has the one that allows everything, as AWS attaches it.
    private void policies(ObjectNode holder, Placeholders here) {
        var texts = JSON.createArrayNode();
        list(holder, "policies").forEach(policy -> texts.add(documents.text(policy, here)));
        if (texts.isEmpty()) {
            texts.add(Organization.FULL_ACCESS);
        }
        holder.set("policies", texts);
    }

    static void document(ObjectNode holder, String field, Documents documents, Placeholders names) {
        holder.put(field, documents.text(holder.path(field), names));
    }

    /// A list, made where it is missing.
    static ArrayNode list(ObjectNode holder, String field) {
        return holder.withArrayProperty(field);
    }

    static void fallback(JsonNode holder, String field, String value) {
        if (!holder.has(field)) {
            ((ObjectNode) holder).put(field, value);
        }
    }

    static void fallback(JsonNode holder, String field, boolean value) {
        if (!holder.has(field)) {
            ((ObjectNode) holder).put(field, value);
        }
    }

    static void fallback(JsonNode holder, String field, double value) {
        if (!holder.has(field)) {
            ((ObjectNode) holder).put(field, value);
        }
    }
}
