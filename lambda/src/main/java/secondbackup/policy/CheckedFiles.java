package secondbackup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The text of `policies/`, each file checked against the schema of its kind, with everything that is wrong.
final class CheckedFiles {
    /// A field that stands twice has two values, and nobody sees which one counts.
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final SortedMap<String, String> files;
    private final SortedMap<String, JsonNode> sound = new TreeMap<>();
    private final SortedSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    /// @param files text by name, such as `estate.json` and `backup/every-cluster.json`
    CheckedFiles(SortedMap<String, String> files) {
        this.files = files;
    }

    /// Checks one file that must be there.
    void one(String name, String schema) {
        var known = schema(schema);
        if (files.containsKey(name)) {
            check(name, known);
        } else {
            problems.add(name + ": missing; expected what schema/" + schema + " describes");
        }
    }

    /// Checks one file that may be left out.
    void optional(String name, String schema) {
        if (files.containsKey(name)) {
            check(name, schema(schema));
        }
    }

    /// Checks every file of a folder, such as `backup/`.
    void folder(String folder, String schema) {
        var known = schema(schema);
        files.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(".json"))
                .forEach(name -> check(name, known));
    }

    /// A file that fits its schema; empty where it is missing or does not.
    Optional<JsonNode> document(String name) {
        return Optional.ofNullable(sound.get(name));
    }

    /// The files of a folder that fit their schema, by name.
    SortedMap<String, JsonNode> documents(String folder) {
        var found = new TreeMap<>(sound);
        found.keySet().removeIf(name -> !name.startsWith(folder));
        return Collections.unmodifiableSortedMap(found);
    }

    /// Finds files of which no schema says what they are: nothing reads them, whatever their author meant.
    void strangers() {
        files.keySet().stream()
                .filter(name -> !known.contains(name) && !name.startsWith("schema/"))
                .forEach(name -> problems.add(name + ": expected a file that a schema describes"));
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /// Fails: [BadPolicies] when anything was wrong.
    void failIfWrong() {
        if (!problems.isEmpty()) {
            throw new BadPolicies(problems);
        }
    }

    private Optional<Schema> schema(String name) {
        var text = files.get("schema/" + name);
        if (text == null) {
            problems.add("schema/" + name + ": missing; expected a JSON Schema");
            return Optional.empty();
        }
        return Optional.of(new Schema(text));
    }

    /// What was checked already is not said to be wrong a second time.
    private void check(String name, Optional<Schema> schema) {
        if (!known.add(name)) {
            return;
        }
        try {
            var document = JSON.readTree(files.get(name));
            var found = schema.map(known -> known.problems(name, document)).orElse(List.of());
            problems.addAll(found);
            if (found.isEmpty()) {
                sound.put(name, document);
            }
        } catch (JsonProcessingException bad) {
            problems.add(name + ": no JSON: " + bad.getOriginalMessage());
        }
    }
}
