package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a world names must be in it. Looks at the file as it is, so that it works on files that the schema
/// refuses too.
final class References {
    private static final Set<String> DOCUMENTS =
            new TreeSet<>(List.of("policy", "trust", "accessPolicy", "delegationPolicy"));

    private static final Set<String> MOMENTS =
            new TreeSet<>(List.of("start", "at", "createdAt", "joinedAt", "lockAt"));

    private final JsonNode file;
    private final Inhabitants inhabitants;
    private final List<Problem> problems = new ArrayList<>();

    References(JsonNode file) {
        this.file = file;
        this.inhabitants = new Inhabitants(file);
    }

    List<Problem> problems() {
        units();
        accounts();
        buckets();
        new OddityReferences(file, inhabitants, problems).check();
        documents("", file, new Documents(file.path("policies")));
        values();
        placeholders();
        moments("", file);
        return List.copyOf(problems);
    }

    private void expect(boolean right, String pointer, String expected) {
        if (!right) {
            problems.add(Problem.at(pointer, file.at(pointer), expected));
        }
    }

    private void units() {
        var seen = new TreeSet<String>();
        for (var index = 0; index < file.path("units").size(); index++) {
            var pointer = "/units/" + index;
            var unit = file.at(pointer);
            expect(seen.add(unit.path("id").asText()), pointer + "/id", "expected another unit id");
            expect(
                    inhabitants.parents().contains(unit.path("parent").asText())
                            && !unit.path("parent").equals(unit.path("id")),
                    pointer + "/parent",
                    "expected the root or a unit of this world");
        }
    }

    private void accounts() {
        var seen = new TreeSet<String>();
        for (var index = 0; index < file.path("accounts").size(); index++) {
            var pointer = "/accounts/" + index;
            var account = file.at(pointer);
            expect(
                    seen.add(account.path("id").asText()),
                    pointer + "/id",
                    "expected an account id that no other account has");
            expect(
                    !account.has("parent")
                            || inhabitants.parents().contains(account.path("parent").asText()),
                    pointer + "/parent",
                    "expected the root or a unit of this world");
            expect(
                    !account.has("blueprint")
                            || file.path("blueprints").has(account.path("blueprint").asText()),
                    pointer + "/blueprint",
                    "expected the name of a blueprint of this world");
            new PlaceReferences(file, inhabitants, problems).check(pointer);
        }
        expect(
                seen.contains(file.at("/organization/managementAccount").asText()),
                "/organization/managementAccount",
                "expected an account of this world");
    }

    private void buckets() {
        for (var list : List.of("buckets", "secrets")) {
            for (var index = 0; index < file.path(list).size(); index++) {
                var pointer = "/" + list + "/" + index + "/account";
                expect(
                        inhabitants.accounts().contains(file.at(pointer).asText()),
                        pointer,
                        "expected an account of this world");
            }
        }
    }

    private void documents(String pointer, JsonNode node, Documents documents) {
        for (var field : node.properties()) {
            var here = pointer + "/" + field.getKey();
            var value = field.getValue();
            if (here.equals("/policies")) {
                continue;
            }
            if (DOCUMENTS.contains(field.getKey())) {
                document(here, value, documents);
            } else if (field.getKey().equals("policies")) {
                each(here, value, documents);
            } else {
                documents(here, value, documents);
            }
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            documents(pointer + "/" + index, node.get(index), documents);
        }
    }

    private void each(String pointer, JsonNode list, Documents documents) {
        if (list instanceof ObjectNode named) {
            named.properties()
                    .forEach(policy ->
                            document(
                                    pointer + "/" + policy.getKey(), policy.getValue(), documents));
        }
        for (var index = 0; list.isArray() && index < list.size(); index++) {
            document(pointer + "/" + index, list.get(index), documents);
        }
    }

    private void document(String pointer, JsonNode value, Documents documents) {
        documents
                .objection(value)
                .ifPresent(words -> problems.add(Problem.at(pointer, value, words)));
    }

    /// The schema knows the shape of an instant, not the calendar.
    private void moments(String pointer, JsonNode node) {
        for (var field : node.properties()) {
            var here = pointer + "/" + field.getKey();
            if (MOMENTS.contains(field.getKey()) && !Moments.legible(field.getValue())) {
                problems.add(Problem.at(here, field.getValue(), "expected a date that exists"));
            }
            moments(here, field.getValue());
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            moments(pointer + "/" + index, node.get(index));
        }
    }

    private void values() {
        file.path("values")
                .properties()
                .forEach(value ->
                        expect(
                                Documents.value(value.getValue()).isValueNode(),
                                "/values/" + value.getKey(),
                                "expected a text, or a resource on the class path and a pointer to"
                                        + " a text or number in it"));
    }

    private void placeholders() {
        var known =
                new TreeSet<>(List.of("account", "region", "organization", "managementAccount"));
        file.path("values").fieldNames().forEachRemaining(known::add);
        Placeholders.unknown("", file, known)
                .forEach((pointer, name) ->
                        problems.add(
                                Problem.at(
                                        pointer,
                                        file.at(pointer),
                                        name
                                                + " is unknown, expected "
                                                + String.join(", ", known))));
    }
}
