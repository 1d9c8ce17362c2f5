package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Reads a template's sections and the attributes of its resources. `Metadata` and `Description` are passed over: they
/// change nothing in AWS either.
///
/// Source: AWS CloudFormation User Guide, "CloudFormation template sections"; Template Reference, "Resource attribute
/// reference"; read 2026-11-27.
final class TemplateReader {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> SECTIONS =
            Set.of(
                    "AWSTemplateFormatVersion",
                    "Conditions",
                    "Description",
                    "Mappings",
                    "Metadata",
                    "Outputs",
                    "Parameters",
                    "Resources",
                    "Rules");
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "Condition",
                    "DeletionPolicy",
                    "DependsOn",
                    "Metadata",
                    "Properties",
                    "Type",
                    "UpdateReplacePolicy");

    private final String stack;
    private final List<String> problems;

    private TemplateReader(String stack, List<String> problems) {
        this.stack = stack;
        this.problems = problems;
    }

    /// @param problems where all that is wrong is added
    static Template read(String stack, String json, List<String> problems) {
        return new TemplateReader(stack, problems).read(json);
    }

    private Template read(String json) {
        var whole = parsed(json);
        whole.fieldNames()
                .forEachRemaining(name -> {
                    if (!SECTIONS.contains(name)) {
                        problems.add("stack " + stack + ": section " + name + " is unknown");
                    }
                });
        var resources = new LinkedHashMap<String, Declared>();
        section(whole, "Resources")
                .properties()
                .forEach(each ->
                        resources.put(each.getKey(), declared(each.getKey(), each.getValue())));
        if (resources.isEmpty()) {
            problems.add("stack " + stack + ": there are no Resources, but one is needed");
        }
        return new Template(
                section(whole, "Parameters"),
                section(whole, "Mappings"),
                section(whole, "Conditions"),
                section(whole, "Rules"),
                resources,
                section(whole, "Outputs"),
                whole);
    }

    private ObjectNode parsed(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            problems.add("stack " + stack + ": the template must be a JSON object");
        } catch (JsonProcessingException bad) {
            problems.add(
                    "stack " + stack + ": the template is no JSON: " + bad.getOriginalMessage());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode section(JsonNode whole, String name) {
        return object(whole.path(name), "stack " + stack + ", section " + name);
    }

    private ObjectNode object(JsonNode node, String where) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (!node.isMissingNode()) {
            problems.add(where + ": is " + node + ", but must be an object");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private Declared declared(String id, JsonNode node) {
        var where = "stack " + stack + ", resource " + id;
        var resource = object(node, where);
        resource.fieldNames()
                .forEachRemaining(name -> {
                    if (!ATTRIBUTES.contains(name)) {
                        problems.add(where + ": attribute " + name + " is unknown");
                    }
                });
        if (!resource.path("Type").isTextual()) {
            problems.add(where + ": Type is missing");
        }
        return new Declared(
                id,
                resource.path("Type").asText(),
                object(resource.path("Properties"), where + ", Properties"),
                names(resource.path("DependsOn")),
                resource.path("Condition").asText(),
                retention(resource, "DeletionPolicy", where),
                retention(resource, "UpdateReplacePolicy", where));
    }

    private static List<String> names(JsonNode dependsOn) {
        if (dependsOn.isTextual()) {
            return List.of(dependsOn.textValue());
        }
        var names = new ArrayList<String>();
        dependsOn.forEach(name -> names.add(name.asText()));
        return names;
    }

    private Retention retention(ObjectNode resource, String attribute, String where) {
        var written = resource.path(attribute);
        for (var retention : Retention.values()) {
            if (retention.written().equals(written.asText()) && allowed(attribute, retention)) {
                return retention;
            }
        }
        if (!written.isMissingNode()) {
            problems.add(where + ": " + attribute + " " + written + " is unknown");
        }
        return Retention.DELETE;
    }

    private static boolean allowed(String attribute, Retention retention) {
        return attribute.equals("DeletionPolicy") || retention != Retention.RETAIN_EXCEPT_ON_CREATE;
    }
}
