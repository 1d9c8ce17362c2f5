package secondbackup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the text of `policies/`.
///
/// Fails: [BadPolicies], one message that names every problem of every file.
public final class PolicyReader {
    /// A field that stands twice has two values, and nobody sees which one counts.
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String ESTATE = "estate.json";
    private static final String PROMISES = "backup/";

    private final SortedMap<String, String> files;
    private final List<String> problems = new ArrayList<>();
    private final SortedMap<String, JsonNode> documents = new TreeMap<>();

    private PolicyReader(SortedMap<String, String> files) {
        this.files = files;
    }

    /// @param files text by name, such as `estate.json` and `backup/every-cluster.json`
    public static Policies read(SortedMap<String, String> files) {
        return new PolicyReader(files).read();
    }

    private Policies read() {
        var estateSchema = schema("schema/estate.schema.json");
        var promiseSchema = schema("schema/promise.schema.json");
        if (!files.containsKey(ESTATE)) {
            problems.add(ESTATE + ": missing; expected the layout of the estate");
        }
        files.keySet().stream()
                .filter(name -> name.equals(ESTATE))
                .forEach(name -> check(name, estateSchema));
        files.keySet().stream()
                .filter(name -> name.startsWith(PROMISES) && name.endsWith(".json"))
                .forEach(name -> check(name, promiseSchema));
        var estate = Optional.ofNullable(documents.get(ESTATE));
        estate.ifPresent(document -> EstateReader.check(document, files, problems));
        var promises = new TreeMap<>(documents);
        promises.remove(ESTATE);
        promises.forEach((name, document) -> PromiseReader.check(name, document, estate, problems));
        if (!problems.isEmpty()) {
            throw new BadPolicies(problems);
        }
        var rules =
                promises.entrySet().stream()
                        .map(entry -> PromiseReader.read(entry.getKey(), entry.getValue()))
                        .toList();
        return new Policies(EstateReader.read(estate.orElseThrow(), files), rules);
    }

    private Optional<Schema> schema(String name) {
        var text = files.get(name);
        if (text == null) {
            problems.add(name + ": missing; expected a JSON Schema");
            return Optional.empty();
        }
        return Optional.of(new Schema(text));
    }

    private void check(String name, Optional<Schema> schema) {
        try {
            var document = JSON.readTree(files.get(name));
            var found = schema.map(known -> known.problems(name, document)).orElse(List.of());
            problems.addAll(found);
            if (found.isEmpty()) {
                documents.put(name, document);
            }
        } catch (JsonProcessingException bad) {
            problems.add(name + ": no JSON: " + bad.getOriginalMessage());
        }
    }
}
