package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Something that a template's text points to.
///
/// @param attribute of `Fn::GetAtt`, or empty for `Ref`
record Reference(String target, String attribute) {
    /// `${Name}` or `${Name.Attribute}`; `${!Literal}` is none.
    static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)\\}");

    static final Pattern LITERAL = Pattern.compile("\\$\\{!([^}]*)\\}");

    /// All in an expression, in the order in which they stand there.
    static List<Reference> in(JsonNode node) {
        var found = new ArrayList<Reference>();
        collect(node, found);
        return found;
    }

    private static void collect(JsonNode node, List<Reference> found) {
        if (node.isObject() && node.size() == 1) {
            var name = node.fieldNames().next();
            var argument = node.path(name);
            switch (name) {
                case "Ref" -> found.add(new Reference(argument.asText(), ""));
                case "Fn::GetAtt" -> found.add(attribute(argument));
                case "Fn::Sub" -> substituted(argument, found);
                default -> collect(argument, found);
            }
            return;
        }
        node.forEach(each -> collect(each, found));
    }

    static Reference attribute(JsonNode argument) {
        if (argument.isTextual()) {
            return named(argument.textValue());
        }
        return new Reference(argument.path(0).asText(), argument.path(1).asText());
    }

    /// @param name such as `Role` or `Role.Arn`
    static Reference named(String name) {
        var parts = name.split("\\.", 2);
        return new Reference(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    private static void substituted(JsonNode argument, List<Reference> found) {
        var own = argument.isArray() ? argument.path(1) : argument.path("none");
        own.forEach(each -> collect(each, found));
        var text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        VARIABLE.matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .filter(name -> !own.has(name))
                .forEach(name -> found.add(named(name)));
    }
}
