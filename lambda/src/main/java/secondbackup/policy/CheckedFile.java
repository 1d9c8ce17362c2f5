package secondbackup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// One file of `policies/` that may be left out, checked by its schema.
final class CheckedFile {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private CheckedFile() {}

    /// Empty where there is no such file.
    ///
    /// Fails: [BadPolicies], one message that names every problem.
    ///
    /// @param files text by name
    /// @param schema name of its schema in `schema/`
    static Optional<JsonNode> read(SortedMap<String, String> files, String name, String schema) {
        var text = files.get(name);
        if (text == null) {
            return Optional.empty();
        }
        var rules = files.get("schema/" + schema);
        if (rules == null) {
            throw new BadPolicies(
                    List.of("schema/" + schema + ": missing; expected a JSON Schema"));
        }
        try {
            var document = JSON.readTree(text);
            refuse(new Schema(rules).problems(name, document));
            return Optional.of(document);
        } catch (JsonProcessingException bad) {
            throw new BadPolicies(List.of(name + ": no JSON: " + bad.getOriginalMessage()));
        }
    }

    static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new BadPolicies(problems);
        }
    }
}
