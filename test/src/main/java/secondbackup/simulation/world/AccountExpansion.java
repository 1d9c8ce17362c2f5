package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Lays a blueprint out over an account.
record AccountExpansion(
        JsonNode blueprints, Documents documents, Moments moments, Placeholders names) {
    /// Long enough ago that nobody takes the account for a new one.
    private static final double JOINED_DAYS_AGO = 365;

    private static final String ACCESS_ROLE = "OrganizationAccountAccessRole";

    /// There from the first use of each service on, unless the account is said to lack it.
    /// Source: AWS Backup Developer Guide and Amazon RDS User Guide, "Using service-linked roles", read 2026-11-22.
    private static final SequencedMap<String, String> SERVICE_LINKED =
            new TreeMap<>(
                    Map.of(
                            "AWSServiceRoleForBackup", "backup.amazonaws.com",
                            "AWSServiceRoleForRDS", "rds.amazonaws.com"));

    void expand(ObjectNode account) {
        var id = account.path("id").asText();
        var here = names.with("account", id);
        var blueprint = blueprints.path(account.path("blueprint").asText());
        var without = new TreeSet<String>();
        account.path("without").forEach(lacking -> without.add(lacking.asText()));
        Expansion.fallback(account, "email", id + "@example.com");
        Expansion.fallback(account, "state", "ACTIVE");
        moments.write(account, "joinedAt", -1, JOINED_DAYS_AGO);
        Expansion.list(account, "enabledRegions");
        Expansion.list(account, "users");
        account.path("users").forEach(user -> user((ObjectNode) user));
        account.set("roles", roles(blueprint, account, without, here));
        account.set("places", places(blueprint, account, without, here));
    }

    private ArrayNode roles(
            JsonNode blueprint, JsonNode account, TreeSet<String> without, Placeholders here) {
        var byName = new TreeMap<String, ObjectNode>();
        given(account, here)
                .filter(role -> !without.contains(role.path("name").asText()))
                .forEach(role -> byName.put(role.path("name").asText(), role));
        for (var role : blueprint.path("roles")) {
            if (!without.contains(role.path("name").asText())) {
                byName.put(role.path("name").asText(), role.deepCopy());
            }
        }
        account.path("roles")
                .forEach(role -> byName.put(role.path("name").asText(), role.deepCopy()));
        var roles = JsonNodeFactory.instance.arrayNode();
        byName.values().forEach(role -> roles.add(role(role, here)));
        return roles;
    }

    /// What AWS puts into an account. The access role is in every account that the organization made, never in the
    /// management account.
    ///
    /// Source: AWS Organizations User Guide, "Accessing member accounts in an organization", read 2026-11-22.
    private static Stream<ObjectNode> given(JsonNode account, Placeholders here) {
        var roles = SERVICE_LINKED.entrySet().stream().map(AccountExpansion::serviceLinked);
        var management = here.fill("${managementAccount}").equals(account.path("id").asText());
        return management ? roles : Stream.concat(roles, Stream.of(access()));
    }

    private static ObjectNode serviceLinked(Map.Entry<String, String> role) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", role.getKey())
                .put("path", "/aws-service-role/" + role.getValue() + "/")
                .set("trust", trust("Service", role.getValue()));
    }

    private static ObjectNode access() {
        var role = JsonNodeFactory.instance.objectNode().put("name", ACCESS_ROLE);
        role.putObject("policies").put("AdministratorAccess", "full-aws-access");
        return role.set("trust", trust("AWS", "arn:aws:iam::${managementAccount}:root"));
    }

    private static ObjectNode trust(String kind, String principal) {
        var trust = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        var statement = trust.putArray("Statement").addObject();
        statement.put("Effect", "Allow").put("Action", "sts:AssumeRole");
        statement.putObject("Principal").put(kind, principal);
        return trust;
    }

    private static void user(ObjectNode user) {
        Expansion.fallback(user, "path", "/");
        if (!user.has("accessKeys")) {
            user.putObject("accessKeys");
        }
    }

    private ObjectNode role(ObjectNode role, Placeholders here) {
        Expansion.fallback(role, "path", "/");
        Expansion.document(role, "trust", documents, here);
        var policies = JsonNodeFactory.instance.objectNode();
        role.path("policies")
                .properties()
                .forEach(policy ->
                        policies.put(policy.getKey(), documents.text(policy.getValue(), here)));
        role.set("policies", policies);
        return role;
    }

    private ArrayNode places(
            JsonNode blueprint, JsonNode account, TreeSet<String> without, Placeholders here) {
        var regions = new TreeSet<String>();
        account.path("regions").fieldNames().forEachRemaining(regions::add);
        blueprint.path("regions").fieldNames().forEachRemaining(regions::add);
        regions.remove("*");
        var places = JsonNodeFactory.instance.arrayNode();
        for (var region : regions) {
            var place = new PlaceExpansion(documents, moments, here.with("region", region));
            var own = account.path("regions").path(region);
            if (!own.isMissingNode()) {
                place.add(blueprint.path("regions").path("*"));
            }
            place.add(blueprint.path("regions").path(region));
            place.drop(region, without);
            place.add(own);
            places.add(place.finished(region));
        }
        return places;
    }
}
