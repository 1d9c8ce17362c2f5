package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import secondbackup.inventory.Arn;

/// What stands for `${...}` in the documents of `policies/`. A text with a name of several things stands once for each of
/// them. `${aws:...}` is left to IAM.
///
/// @param values by name; none where the estate has no such thing, and the text then stands nowhere
public record Names(SortedMap<String, List<String>> values) {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z]+)\\}");

    /// The names that the estate gives.
    ///
    /// @param account what stands for the account that a document is for
    /// @param region what stands for its Region
    public static Names of(Estate estate, String account, String region) {
        var values = new TreeMap<String, List<String>>();
        values.put("account", List.of(account));
        values.put("region", List.of(region));
        values.put("organization", List.of(estate.organization()));
        values.put("managementAccount", List.of(estate.managementAccount().value()));
        values.put("controlAccount", List.of(estate.controlAccount().value()));
        values.put("homeRegion", List.of(estate.homeRegion().value()));
        values.put("sourceVault", List.of(estate.sourceVault()));
        values.put("rekeyVault", List.of(estate.rekeyVault().orElse("none")));
        values.put("surveyRole", List.of(estate.roles().survey()));
        values.put("copyRole", List.of(estate.roles().copy()));
        values.put("backupRole", List.of(estate.roles().backup()));
        values.put("vaultReaderRole", List.of(estate.roles().vaultReader()));
        values.put("reportBucket", List.of(estate.reportBucket()));
        values.put("slackSecret", List.of(estate.slackSecret()));
        values.put("vaultAccount", each(estate, vault -> vault.account().value()));
        values.put("vaultRegion", each(estate, vault -> vault.region().value()));
        values.put("vaultArn", each(estate, vault -> vault.arn().value()));
        values.put("vaultKey", each(estate, vault -> vault.key().map(Arn::value).orElse("*")));
        return new Names(values);
    }

    /// The same with other things under one name.
    public Names with(String name, List<String> things) {
        var others = new TreeMap<>(values);
        others.put(name, things);
        return new Names(others);
    }

    /// A document with the names filled in.
    ///
    /// Fails: IllegalArgumentException for a name that nobody knows.
    public JsonNode fill(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field -> copy.set(field.getKey(), fill(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> {
                    if (element.isTextual()) {
                        texts(element.asText()).forEach(copy::add);
                    } else {
                        copy.add(fill(element));
                    }
                });
                yield copy;
            }
            default -> node.isTextual() ? oneOrMore(texts(node.asText())) : node;
        };
    }

    private static JsonNode oneOrMore(List<String> texts) {
        if (texts.size() == 1) {
            return TextNode.valueOf(texts.getFirst());
        }
        var list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    /// The names in a text that nobody knows, as they stand there.
    List<String> unknown(String text) {
        return NAME.matcher(text)
                .results()
                .filter(name -> !values.containsKey(name.group(1)))
                .map(MatchResult::group)
                .toList();
    }

    /// One text for each thing that has the name.
    ///
    /// Fails: IllegalArgumentException for a name that nobody knows.
    List<String> texts(String text) {
        var name = NAME.matcher(text);
        if (!name.find()) {
            return List.of(text);
        }
        var things =
                Optional.ofNullable(values.get(name.group(1)))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "'"
                                                + text
                                                + "' in policies: expected one of the names "
                                                + values.keySet()));
        return things.stream()
                .flatMap(thing -> texts(text.replace(name.group(), thing)).stream())
                .distinct()
                .toList();
    }

    private static List<String> each(Estate estate, Function<Estate.Vault, String> part) {
        return estate.vaults().stream().map(part).distinct().toList();
    }
}
