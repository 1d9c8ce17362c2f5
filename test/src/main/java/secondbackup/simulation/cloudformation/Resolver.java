package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves intrinsic functions. An object with a name that begins with `Fn::` and is not known here is an error.
///
/// Source: AWS CloudFormation Template Reference, "Intrinsic function reference", read 2026-11-27.
///
/// Fails: IllegalArgumentException naming the function.
record Resolver(Values values) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// @return a missing node for `AWS::NoValue`
    JsonNode of(JsonNode expression) {
        if (expression.isArray()) {
            return list(expression);
        }
        if (!expression.isObject()) {
            return expression;
        }
        var name = expression.isEmpty() ? "" : expression.fieldNames().next();
        if (expression.size() == 1 && (name.equals("Ref") || name.startsWith("Fn::"))) {
            return function(name, expression.path(name));
        }
        return object(expression);
    }

    private ArrayNode list(JsonNode expression) {
        var list = JSON.arrayNode();
        for (var each : expression) {
            var value = of(each);
            if (!value.isMissingNode()) {
                list.add(value);
            }
        }
        return list;
    }

    ObjectNode object(JsonNode expression) {
        var object = JSON.objectNode();
        for (var each : expression.properties()) {
            if (each.getKey().startsWith("Fn::")) {
                throw new IllegalArgumentException(
                        each.getKey() + " must stand alone, but is among others");
            }
            var value = of(each.getValue());
            if (!value.isMissingNode()) {
                object.set(each.getKey(), value);
            }
        }
        return object;
    }

    private JsonNode function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" ->
                    argument.asText().equals("AWS::NoValue")
                            ? MissingNode.getInstance()
                            : values.ref(argument.asText());
            case "Fn::GetAtt" -> attribute(Reference.attribute(argument));
            case "Fn::Sub" -> JSON.textNode(substituted(argument));
            case "Fn::Join" -> JSON.textNode(joined(size(name, argument, 2)));
            case "Fn::Select" -> selected(size(name, argument, 2));
            case "Fn::Split" -> split(size(name, argument, 2));
            case "Fn::If" -> chosen(size(name, argument, 3));
            case "Fn::FindInMap" -> mapped(size(name, argument, 3));
            case "Fn::ImportValue" -> JSON.textNode(values.imported(text(argument)));
            default ->
                    throw new IllegalArgumentException(
                            "intrinsic function " + name + " is unknown");
        };
    }

    private static JsonNode size(String name, JsonNode argument, int size) {
        if (!argument.isArray() || argument.size() != size) {
            throw new IllegalArgumentException(
                    name + " takes a list of " + size + ", but has " + argument);
        }
        return argument;
    }

    private JsonNode attribute(Reference reference) {
        return JSON.textNode(values.attribute(reference.target(), reference.attribute()));
    }

    private String text(JsonNode expression) {
        var value = of(expression);
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException("a string is needed, but there is " + value);
        }
        return value.asText();
    }

    private String substituted(JsonNode argument) {
        var text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        var own = argument.isArray() ? argument.path(1) : MissingNode.getInstance();
        var filled = replaced(Reference.VARIABLE, text, name -> variable(name, own));
        return replaced(Reference.LITERAL, filled, name -> "${" + name + "}");
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> by) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(by.apply(match.group(1).strip())));
    }

    private String variable(String name, JsonNode own) {
        if (own.has(name)) {
            return text(own.path(name));
        }
        var reference = Reference.named(name);
        return reference.attribute().isEmpty()
                ? text(JSON.objectNode().put("Ref", name))
                : values.attribute(reference.target(), reference.attribute());
    }

    private String joined(JsonNode argument) {
        var joined = new StringBuilder();
        var between = "";
        for (var each : each("Fn::Join", of(argument.path(1)))) {
            joined.append(between).append(text(each));
            between = text(argument.path(0));
        }
        return joined.toString();
    }

    private static JsonNode each(String name, JsonNode list) {
        if (!list.isArray()) {
            throw new IllegalArgumentException(name + " needs a list, but there is " + list);
        }
        return list;
    }

    private JsonNode selected(JsonNode argument) {
        var list = each("Fn::Select", of(argument.path(1)));
        var index = text(argument.path(0));
        var found =
                index.matches("\\d{1,6}")
                        ? list.path(Integer.parseInt(index))
                        : MissingNode.getInstance();
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("Fn::Select finds no " + index + " in " + list);
        }
        return found;
    }

    private ArrayNode split(JsonNode argument) {
        var list = JSON.arrayNode();
        var between = Pattern.quote(text(argument.path(0)));
        for (var part : text(argument.path(1)).split(between, -1)) {
            list.add(part);
        }
        return list;
    }

    private JsonNode chosen(JsonNode argument) {
        return of(argument.path(values.condition(argument.path(0).asText()) ? 1 : 2));
    }

    private JsonNode mapped(JsonNode argument) {
        return values.mapped(
                text(argument.path(0)), text(argument.path(1)), text(argument.path(2)));
    }
}
