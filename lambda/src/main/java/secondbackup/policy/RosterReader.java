package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads `policies/roster.json`, with the estate's names filled in.
final class RosterReader {
    static final String FILE = "roster.json";
    static final String SCHEMA = "roster.schema.json";

    private RosterReader() {}

    /// Finds names that the estate does not have.
    static void check(CheckedFiles checked, JsonNode estate) {
        var known = names(estate);
        var entries =
                checked.document(FILE)
                        .map(roster -> PolicyDocuments.list(roster.path("principals")))
                        .orElse(List.of());
        for (var at = 0; at < entries.size(); at++) {
            var unknown =
                    texts(entries.get(at)).stream()
                            .flatMap(text -> known.unknown(text).stream())
                            .toList();
            for (var name : unknown) {
                checked.problem(
                        FILE
                                + " /principals/"
                                + at
                                + ": '"
                                + name
                                + "': expected one of "
                                + known.values().keySet());
            }
        }
    }

    /// Of a roster that has been checked.
    static Roster read(CheckedFiles checked) {
        var names = names(checked.document(PolicyReader.ESTATE).orElseThrow());
        var principals = checked.document(FILE).orElseThrow().path("principals");
        return new Roster(
                PolicyDocuments.list(principals).stream()
                        .flatMap(entry -> entries(entry, names))
                        .toList());
    }

    private static Stream<Roster.Entry> entries(JsonNode entry, Names names) {
        var trusts =
                PolicyDocuments.texts(entry.path("trusts")).stream()
                        .flatMap(trusted -> names.texts(trusted).stream())
                        .toList();
        return names.texts(entry.path("principal").asText()).stream()
                .map(principal -> new Roster.Entry(principal, trusts));
    }

    private static List<String> texts(JsonNode entry) {
        return Stream.concat(
                        Stream.of(entry.path("principal").asText()),
                        PolicyDocuments.texts(entry.path("trusts")).stream())
                .toList();
    }

    private static Names names(JsonNode estate) {
        var names = new TreeMap<String, List<String>>();
        for (var account : List.of("managementAccount", "controlAccount")) {
            names.put(account, PolicyDocuments.texts(estate.path(account)));
        }
        names.put("surveyRole", PolicyDocuments.texts(estate.at("/roles/survey")));
        names.put("vaultReaderRole", PolicyDocuments.texts(estate.at("/roles/vaultReader")));
        names.put(
                "person",
                PolicyDocuments.texts(estate.at("/recovery/people")).stream()
                        .map(person -> person.replaceFirst("^[^/]*:user/", ""))
                        .toList());
        return new Names(names);
    }
}
