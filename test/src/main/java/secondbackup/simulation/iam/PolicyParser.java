package secondbackup.simulation.iam;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads policy documents, and refuses whatever it does not understand.
///
/// Source: IAM User Guide, "IAM JSON policy element reference" and "Grammar of the IAM JSON policy language",
/// read 2026-11-22.
final class PolicyParser {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final SortedSet<String> ELEMENTS =
            new TreeSet<>(List.of("Version", "Id", "Statement"));
    private static final SortedSet<String> STATEMENT_ELEMENTS =
            new TreeSet<>(
                    List.of(
                            "Sid",
                            "Effect",
                            "Action",
                            "NotAction",
                            "Resource",
                            "NotResource",
                            "Principal",
                            "NotPrincipal",
                            "Condition"));

    private PolicyParser() {}

    /// Fails: IllegalArgumentException naming what cannot be understood.
    static Policy parse(String json, PolicyKind kind) {
        var document = read(json);
        only(document, ELEMENTS);
        var version = document.path("Version").asText("2008-10-17");
        if (!version.equals("2012-10-17") && json.contains("${")) {
            throw new IllegalArgumentException(
                    "Version " + version + " has no policy variables: " + json);
        }
        var statements = new ArrayList<Statement>();
        var keys = new TreeSet<String>();
        for (var node : items(document.path("Statement"))) {
            var statement = statement(node, kind);
            statements.add(statement);
            keys.addAll(strange(statement));
        }
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("policy without a Statement: " + json);
        }
        return new Policy(statements, keys);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("policy is not JSON: " + json, failure);
        }
    }

    private static Statement statement(JsonNode node, PolicyKind kind) {
        only(node, STATEMENT_ELEMENTS);
        var allow = allows(node);
        var principals = StatementPrincipals.of(node, kind, allow);
        return new Statement(
                allow,
                actions(node),
                node.has("NotAction"),
                resources(node, kind),
                node.has("NotResource"),
                principals,
                node.has("NotPrincipal"),
                conditions(node.path("Condition")));
    }

    private static boolean allows(JsonNode node) {
        var effect = node.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new IllegalArgumentException("Effect must be Allow or Deny: " + node);
        }
        return effect.equals("Allow");
    }

    private static List<String> actions(JsonNode node) {
        var actions = new ArrayList<String>();
        for (var action : either(node, "Action", "NotAction")) {
            if (!action.equals("*") && !action.matches("[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+")) {
                throw new IllegalArgumentException("Action " + action + " is not service:action");
            }
            actions.add(Glob.pattern(action.toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(actions);
    }

    private static List<Template> resources(JsonNode node, PolicyKind kind) {
        var named = node.has("Resource") || node.has("NotResource");
        if (kind == PolicyKind.TRUST && named) {
            throw new IllegalArgumentException("a trust policy has no Resource: " + node);
        }
        if (kind != PolicyKind.IDENTITY && !named) {
            return List.of();
        }
        var resources = new ArrayList<Template>();
        for (var resource : either(node, "Resource", "NotResource")) {
            if (!Glob.isArn(resource)) {
                throw new IllegalArgumentException("Resource " + resource + " is no ARN and not *");
            }
            resources.add(Template.of(resource, true));
        }
        return List.copyOf(resources);
    }

    private static List<Condition> conditions(JsonNode node) {
        var conditions = new ArrayList<Condition>();
        for (var operator : node.properties()) {
            for (var key : operator.getValue().properties()) {
                conditions.add(
                        Condition.of(operator.getKey(), key.getKey(), texts(key.getValue())));
            }
        }
        return List.copyOf(conditions);
    }

    private static SortedSet<String> strange(Statement statement) {
        var keys = new TreeSet<String>();
        statement.resources().forEach(resource -> keys.addAll(resource.keys()));
        for (var condition : statement.conditions()) {
            keys.add(condition.key());
            condition.values().forEach(value -> keys.addAll(value.keys()));
        }
        keys.removeIf(ConditionKeys::known);
        return keys;
    }

    /// The values of whichever of two elements is there.
    ///
    /// Fails: IllegalArgumentException where both or neither are.
    static List<String> either(JsonNode node, String element, String opposite) {
        if (node.has(element) == node.has(opposite)) {
            throw new IllegalArgumentException(
                    "need either " + element + " or " + opposite + ": " + node);
        }
        var values = texts(node.has(element) ? node.path(element) : node.path(opposite));
        if (values.isEmpty()) {
            throw new IllegalArgumentException(element + " must not be empty: " + node);
        }
        return values;
    }

    static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        for (var item : items(node)) {
            if (!item.isValueNode() || item.isNull()) {
                throw new IllegalArgumentException("expected text in a policy: " + item);
            }
            texts.add(item.asText());
        }
        return List.copyOf(texts);
    }

    private static List<JsonNode> items(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        return node.isArray() ? List.copyOf(node.valueStream().toList()) : List.of(node);
    }

    private static void only(JsonNode node, SortedSet<String> elements) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("expected an object in a policy: " + node);
        }
        for (var element : node.properties()) {
            if (!elements.contains(element.getKey())) {
                throw new IllegalArgumentException(
                        "policy element " + element.getKey() + " is not known: " + node);
            }
        }
    }
}
