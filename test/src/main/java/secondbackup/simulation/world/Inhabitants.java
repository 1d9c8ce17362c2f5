package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/// Who and what is in a file of a world, by the names that references use.
///
/// @param parents ids of the root and of all units
/// @param accounts ids
/// @param keys `account/region/id` and ARNs, those of blueprints included
/// @param vaults `account/region/name`, those of blueprints included
/// @param plans `account/region/name`, those of blueprints included
/// @param roles `account/name`, those of blueprints included
/// @param clusters `account/region/name`, those of later days included
record Inhabitants(
        Set<String> parents,
        Set<String> accounts,
        Set<String> keys,
        Set<String> vaults,
        Set<String> plans,
        Set<String> roles,
        Set<String> clusters) {

    Inhabitants(JsonNode file) {
        this(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        parents.add(file.at("/organization/root").asText());
        file.path("units").forEach(unit -> parents.add(unit.path("id").asText()));
        for (var account : file.path("accounts")) {
            accounts.add(account.path("id").asText());
            account(file.path("blueprints").path(account.path("blueprint").asText()), account);
        }
        file.path("oddities").forEach(this::later);
    }

    private void account(JsonNode blueprint, JsonNode account) {
        var id = account.path("id").asText();
        roles(id, blueprint);
        roles(id, account);
        for (var place : account.path("regions").properties()) {
            place(id + "/" + place.getKey(), place.getValue());
            place(id + "/" + place.getKey(), blueprint.path("regions").path("*"));
        }
        for (var place : blueprint.path("regions").properties()) {
            if (!place.getKey().equals("*")) {
                place(id + "/" + place.getKey(), place.getValue());
            }
        }
    }

    private void roles(String account, JsonNode of) {
        of.path("roles").forEach(role -> roles.add(account + "/" + role.path("name").asText()));
    }

    private void place(String where, JsonNode place) {
        for (var key : place.path("keys")) {
            key(where, key.path("id").asText());
        }
        place.path("vaults")
                .forEach(vault -> vaults.add(where + "/" + vault.path("name").asText()));
        place.path("plans")
                .forEach(plan -> plans.add(where + "/" + plan.at("/plan/BackupPlanName").asText()));
        place.path("clusters").forEach(cluster -> cluster(where, cluster));
    }

    private void key(String where, String id) {
        keys.add(where + "/" + id);
        var parts = where.split("/", 2);
        keys.add("arn:aws:kms:" + parts[1] + ":" + parts[0] + ":key/" + id);
    }

    private void cluster(String where, JsonNode cluster) {
        ClusterNames.of(cluster).forEach(name -> clusters.add(where + "/" + name));
    }

    private void later(JsonNode oddity) {
        var where = oddity.path("account").asText() + "/" + oddity.path("region").asText();
        switch (oddity.path("do").asText()) {
            case "createCluster" -> cluster(where, oddity.path("cluster"));
            case "renameCluster" -> clusters.add(where + "/" + oddity.path("name").asText());
            default -> {}
        }
    }

    boolean knowsKey(String where, String key) {
        return key.startsWith("arn:") ? keys.contains(key) : keys.contains(where + "/" + key);
    }
}
