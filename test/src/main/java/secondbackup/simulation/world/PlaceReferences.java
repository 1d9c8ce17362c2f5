package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;

/// Checks what one account has in its Regions.
record PlaceReferences(JsonNode file, Inhabitants inhabitants, List<Problem> problems) {

    void check(String account) {
        var id = file.at(account).path("id").asText();
        for (var place : file.at(account).path("regions").properties()) {
            var pointer = account + "/regions/" + place.getKey();
            var where = id + "/" + place.getKey();
            vaults(pointer, where, place.getValue());
            clusters(pointer, where, place.getValue());
        }
        blueprint(account, id);
    }

    /// A blueprint's vault must find its key in every account that uses it.
    private void blueprint(String account, String id) {
        var name = file.at(account).path("blueprint").asText();
        for (var place : file.path("blueprints").path(name).path("regions").properties()) {
            var pointer = "/blueprints/" + name + "/regions/" + place.getKey();
            if (place.getKey().equals("*")) {
                for (var region : file.at(account).path("regions").properties()) {
                    vaults(pointer, id + "/" + region.getKey(), place.getValue());
                }
            } else {
                vaults(pointer, id + "/" + place.getKey(), place.getValue());
            }
        }
    }

    private void vaults(String pointer, String where, JsonNode place) {
        for (var index = 0; index < place.path("vaults").size(); index++) {
            var vault = place.path("vaults").get(index);
            var here = pointer + "/vaults/" + index;
            var key = vault.path("key").asText();
            if (key.isEmpty() && !vault.path("kind").asText().equals("air-gapped")) {
                add(here + "/key", vault.path("key"), "a standard vault needs a key");
            } else if (!key.isEmpty() && !key.startsWith("aws/") && !known(where, key)) {
                add(here + "/key", vault.path("key"), "expected a key of " + where);
            }
            lock(here, vault);
        }
    }

    private void lock(String pointer, JsonNode vault) {
        var lock = vault.path("lock");
        if (vault.path("kind").asText().equals("air-gapped")
                && !(lock.has("min") && lock.has("max"))) {
            add(pointer + "/lock", lock, "an air-gapped vault needs a lock with min and max");
        }
        if (lock.has("lockAt") && lock.has("changeableForDays")) {
            add(pointer + "/lock", lock, "expected either lockAt or changeableForDays");
        }
        if (lock.has("max") && lock.path("max").asLong() < lock.path("min").asLong()) {
            add(pointer + "/lock/max", lock.path("max"), "expected no less than min");
        }
    }

    private void clusters(String pointer, String where, JsonNode place) {
        var seen = new TreeSet<String>();
        for (var index = 0; index < place.path("clusters").size(); index++) {
            var cluster = place.path("clusters").get(index);
            var here = pointer + "/clusters/" + index;
            for (var name : ClusterNames.of(cluster)) {
                if (!seen.add(name)) {
                    add(here + "/name", cluster.path("name"), "expected a name of its own");
                }
            }
            key(here, where, cluster);
        }
    }

    /// @param pointer of the cluster
    void key(String pointer, String where, JsonNode cluster) {
        var encryption = cluster.path("encryption").asText();
        var kinds = List.of("none", "sse-rds", "aws-managed", "");
        if (!kinds.contains(encryption) && !known(where, encryption)) {
            add(
                    pointer + "/encryption",
                    cluster.path("encryption"),
                    "expected none, sse-rds, aws-managed or a key of " + where);
        }
    }

    /// Placeholders in ARNs can only be judged when they are filled.
    private boolean known(String where, String key) {
        var parts = where.split("/", 2);
        var filled = key.replace("${account}", parts[0]).replace("${region}", parts[1]);
        return filled.contains("${") || inhabitants.knowsKey(where, filled);
    }

    private void add(String pointer, JsonNode value, String expected) {
        var problem = Problem.at(pointer, value, expected);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
