package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads `policies/roster.json`, with the estate's names filled in.
final class RosterReader {
    static final String FILE = "roster.json";
    static final String SCHEMA = "roster.schema.json";

    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z]+)}");

    private RosterReader() {}

    /// Finds names that the estate does not have.
    static void check(CheckedFiles checked, JsonNode estate) {
        var known = names(estate);
        var entries =
                checked.document(FILE)
                        .map(roster -> PolicyDocuments.list(roster.path("principals")))
                        .orElse(List.of());
        for (var at = 0; at < entries.size(); at++) {
            for (var name : unknown(entries.get(at), known)) {
                checked.problem(
                        FILE
                                + " /principals/"
                                + at
                                + ": '"
                                + name
                                + "': expected one of "
                                + known.keySet());
            }
        }
    }

    private static List<String> unknown(JsonNode entry, SortedMap<String, List<String>> known) {
        return texts(entry).stream()
                .flatMap(text -> NAME.matcher(text).results())
                .filter(name -> !known.containsKey(name.group(1)))
                .map(MatchResult::group)
                .toList();
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

    private static Stream<Roster.Entry> entries(
            JsonNode entry, SortedMap<String, List<String>> names) {
        var trusts =
                PolicyDocuments.texts(entry.path("trusts")).stream()
                        .flatMap(trusted -> filled(trusted, names))
                        .toList();
        return filled(entry.path("principal").asText(), names)
                .map(principal -> new Roster.Entry(principal, trusts));
    }

    private static List<String> texts(JsonNode entry) {
        return Stream.concat(
                        Stream.of(entry.path("principal").asText()),
                        PolicyDocuments.texts(entry.path("trusts")).stream())
                .toList();
    }

    /// One text for each thing that has the name.
    private static Stream<String> filled(String text, SortedMap<String, List<String>> names) {
        var name = NAME.matcher(text);
        return name.find()
                ? names.getOrDefault(name.group(1), List.of()).stream()
                        .flatMap(thing -> filled(text.replace(name.group(), thing), names))
                : Stream.of(text);
    }

    private static SortedMap<String, List<String>> names(JsonNode estate) {
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
        return names;
    }
}
