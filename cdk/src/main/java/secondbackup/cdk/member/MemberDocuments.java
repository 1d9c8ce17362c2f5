package secondbackup.cdk.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import secondbackup.policy.Estate;

/// Documents of `policies/` as a template holds them: the estate's names in the place of `${...}`, and the account that
/// the template will stand in where they say `${account}`. A list's element that names a vault stands once for each.
final class MemberDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, String> files;
    private final Estate estate;

    MemberDocuments(SortedMap<String, String> files, Estate estate) {
        this.files = files;
        this.estate = estate;
    }

    /// @param name such as `rights/survey-role.json`
    JsonNode read(String name) {
        var text =
                Optional.ofNullable(files.get(name))
                        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
        try {
            return filled(JSON.readTree(text));
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(name + " is no JSON", bad);
        }
    }

    /// The same as plain maps and lists, for a resource's property.
    static Object plain(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    private JsonNode filled(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field -> copy.set(field.getKey(), filled(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> elements(element).map(this::filled).forEach(copy::add));
                yield copy;
            }
            default -> node.isTextual() ? text(node.asText()) : node;
        };
    }

    private Stream<JsonNode> elements(JsonNode element) {
        return element.isTextual() && element.asText().contains("${vault")
                ? estate.vaults().stream()
                        .map(vault -> of(vault, element.asText()))
                        .distinct()
                        .map(JsonNodeFactory.instance::textNode)
                : Stream.of(element);
    }

    private static String of(Estate.Vault vault, String text) {
        return text.replace("${vaultAccount}", vault.account().value())
                .replace("${vaultArn}", vault.arn().value());
    }

    private JsonNode text(String text) {
        var named =
                text.replace("${organization}", estate.organization())
                        .replace("${controlAccount}", estate.controlAccount().value())
                        .replace("${homeRegion}", estate.homeRegion().value())
                        .replace("${surveyRole}", estate.roles().survey())
                        .replace("${copyRole}", estate.roles().copy())
                        .replace("${backupRole}", estate.roles().backup())
                        .replace("${rekeyVault}", estate.rekeyVault().orElse("none"))
                        .replace("${account}", "${AWS::AccountId}");
        var unknown = named.replace("${AWS::AccountId}", "");
        if (unknown.contains("${")) {
            throw new IllegalArgumentException(
                    "'" + text + "': expected names of the estate in ${...}");
        }
        return named.equals(unknown)
                ? JsonNodeFactory.instance.textNode(named)
                : JsonNodeFactory.instance.objectNode().put("Fn::Sub", named);
    }

    /// Files of the roles that every member account has.
    static List<String> roles() {
        return List.of(
                "rights/backup-role.json",
                "rights/copy-starter.json",
                "rights/member-events.json",
                "rights/survey-role.json");
    }
}
