package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Checks that what happens later happens to something.
record OddityReferences(JsonNode file, Inhabitants inhabitants, List<Problem> problems) {

    void check() {
        for (var index = 0; index < file.path("oddities").size(); index++) {
            check("/oddities/" + index, file.path("oddities").get(index));
        }
    }

    private void check(String pointer, JsonNode oddity) {
        var account = oddity.path("account").asText();
        var where = account + "/" + oddity.path("region").asText();
        if (oddity.has("account")) {
            expect(inhabitants.accounts(), account, pointer + "/account", "an account");
        }
        if (oddity.path("cluster").isTextual()) {
            var name = where + "/" + oddity.path("cluster").asText();
            expect(inhabitants.clusters(), name, pointer + "/cluster", "a cluster of " + where);
        } else {
            new PlaceReferences(file, inhabitants, problems)
                    .key(pointer + "/cluster", where, oddity.path("cluster"));
        }
        var key = oddity.path("key").asText();
        if (!key.isEmpty() && !inhabitants.knowsKey(where, key) && !deployedLater(key)) {
            add(pointer + "/key", "a key of " + where);
        }
        named(pointer, oddity, "vault", where, inhabitants.vaults());
        named(pointer, oddity, "plan", where, inhabitants.plans());
        named(pointer, oddity, "role", account, inhabitants.roles());
        if (oddity.has("parent")) {
            var parent = oddity.path("parent").asText();
            expect(inhabitants.parents(), parent, pointer + "/parent", "the root or a unit");
        }
        if (oddity.has("target")) {
            var targets = new TreeSet<>(inhabitants.parents());
            targets.addAll(inhabitants.accounts());
            var target = oddity.path("target").asText();
            expect(targets, target, pointer + "/target", "the root, a unit or an account");
        }
    }

    private void named(
            String pointer, JsonNode oddity, String field, String where, Set<String> known) {
        if (oddity.has(field)) {
            var name = oddity.path(field).asText();
            if (!deployedLater(name)) {
                expect(
                        known,
                        where + "/" + name,
                        pointer + "/" + field,
                        "a " + field + " of " + where);
            }
        }
    }

    private boolean deployedLater(String name) {
        for (var deployed : file.path("deployed")) {
            if (deployed.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void expect(Set<String> known, String name, String pointer, String what) {
        if (!known.contains(name)) {
            add(pointer, what);
        }
    }

    private void add(String pointer, String what) {
        problems.add(Problem.at(pointer, file.at(pointer), "expected " + what + ", in this world"));
    }
}
