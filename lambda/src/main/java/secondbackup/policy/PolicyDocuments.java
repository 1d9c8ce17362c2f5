package secondbackup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// IAM policy documents, compared by what they mean: the order of statements, actions and principals, one
/// or a list of one, and statement ids make no difference.
///
/// Source: IAM User Guide, "IAM JSON policy elements reference", read 2026-11-22.
public final class PolicyDocuments {
    /// What says one thing twice, or more than one thing, is not compared.
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PolicyDocuments() {}

    public static boolean sameMeaning(String one, String other) {
        var first = statements(one);
        return first.isPresent() && first.equals(statements(other));
    }

    /// How documents that hold together differ from one.
    ///
    /// @param missing ids of its statements that none of them has
    /// @param added statements of theirs that it has not, as JSON, or a text that is no policy document
    public record Change(List<String> missing, List<String> added) {
        public Change {
            missing = List.copyOf(missing);
            added = List.copyOf(added);
        }

        public boolean none() {
            return missing.isEmpty() && added.isEmpty();
        }
    }

    /// Fails: IllegalArgumentException when what is wanted is no policy document.
    ///
    /// @param found documents of which each adds to the others
    public static Change change(List<String> found, String wanted) {
        var added = new TreeMap<String, String>();
        for (var text : found) {
            read(text)
                    .ifPresentOrElse(
                            document ->
                                    list(document.path("Statement"))
                                            .forEach(statement ->
                                                    added.put(
                                                            variables(document)
                                                                    + canonical(statement),
                                                            statement.toString())),
                            () -> added.put(text, text));
        }
        var missing = new ArrayList<String>();
        var document =
                read(wanted)
                        .orElseThrow(() -> new IllegalArgumentException("no policy: " + wanted));
        for (var statement : list(document.path("Statement"))) {
            if (added.remove(variables(document) + canonical(statement)) == null) {
                missing.add(statement.path("Sid").asText());
            }
        }
        return new Change(missing, List.copyOf(added.values()));
    }

    /// Statements in their canonical form, empty where the text is no policy document.
    private static Optional<List<String>> statements(String text) {
        return read(text)
                .map(document ->
                        list(document.path("Statement")).stream()
                                .map(statement -> variables(document) + canonical(statement))
                                .distinct()
                                .sorted()
                                .toList());
    }

    /// The version decides whether `${...}` is a variable or just text; nothing else hangs on it.
    private static String variables(JsonNode document) {
        return document.toString().contains("${") ? document.path("Version").asText() : "";
    }

    /// The document as JSON, empty where the text is none.
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// One or a list of one are the same in a policy document.
    static List<JsonNode> list(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        var elements = new ArrayList<JsonNode>();
        node.forEach(elements::add);
        return elements;
    }

    static List<String> texts(JsonNode node) {
        return list(node).stream().map(JsonNode::asText).toList();
    }

    private static String canonical(JsonNode statement) {
        var parts = new TreeMap<String, Object>();
        for (var part : statement.properties()) {
            switch (part.getKey()) {
                case "Sid" -> {}
                case "Action", "NotAction" ->
                        parts.put(part.getKey(), quoted(lowerCase(part.getValue())));
                case "Principal", "NotPrincipal" ->
                        parts.put(part.getKey(), principals(part.getValue()));
                case "Condition" -> parts.put(part.getKey(), conditions(part.getValue()));
                default -> parts.put(part.getKey(), quoted(texts(part.getValue())));
            }
        }
        return parts.toString();
    }

    /// In quotes, so that a list of two and one text with a comma in it differ.
    private static Set<String> quoted(List<String> texts) {
        var quoted = new TreeSet<String>();
        texts.forEach(text -> quoted.add(TextNode.valueOf(text).toString()));
        return quoted;
    }

    private static List<String> lowerCase(JsonNode actions) {
        return texts(actions).stream().map(action -> action.toLowerCase(Locale.ROOT)).toList();
    }

    /// `"*"` and `{"AWS": "*"}` are the same, and so are an account's number and its root's ARN.
    private static Map<String, Set<String>> principals(JsonNode node) {
        var found = new TreeMap<String, Set<String>>();
        if (node instanceof ObjectNode object) {
            for (var kind : object.properties()) {
                var names = texts(kind.getValue()).stream().map(PolicyDocuments::principal);
                found.put(kind.getKey(), quoted(names.toList()));
            }
        } else {
            found.put("AWS", quoted(texts(node)));
        }
        return found;
    }

    static String principal(String name) {
        return name.matches("\\d{12}") ? "arn:aws:iam::" + name + ":root" : name;
    }

    private static Map<String, Map<String, Set<String>>> conditions(JsonNode node) {
        var found = new TreeMap<String, Map<String, Set<String>>>();
        for (var operator : node.properties()) {
            var keys = new TreeMap<String, Set<String>>();
            for (var key : operator.getValue().properties()) {
                keys.computeIfAbsent(key.getKey().toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                        .addAll(quoted(texts(key.getValue())));
            }
            found.put(operator.getKey(), keys);
        }
        return found;
    }
}
