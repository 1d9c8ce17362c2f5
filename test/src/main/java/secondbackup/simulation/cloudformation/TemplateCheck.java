package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/// Compares a template with what is known here: types, properties, attributes, functions, and what they refer to.
final class TemplateCheck {
    private static final Set<String> PSEUDO =
            Set.of(
                    "AWS::AccountId",
                    "AWS::NoValue",
                    "AWS::Partition",
                    "AWS::Region",
                    "AWS::StackId",
                    "AWS::StackName",
                    "AWS::URLSuffix");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "Fn::FindInMap",
                    "Fn::GetAtt",
                    "Fn::If",
                    "Fn::ImportValue",
                    "Fn::Join",
                    "Fn::Select",
                    "Fn::Split",
                    "Fn::Sub");
    private static final Set<String> OUTPUT = Set.of("Condition", "Description", "Export", "Value");

    private final String stack;
    private final Template template;
    private final ResourceTypes types;
    private final List<String> problems;

    TemplateCheck(String stack, Template template, ResourceTypes types, List<String> problems) {
        this.stack = stack;
        this.template = template;
        this.types = types;
        this.problems = problems;
    }

    void run() {
        template.resources().values().forEach(this::resource);
        for (var output : template.outputs().properties()) {
            var where = "stack " + stack + ", output " + output.getKey();
            output.getValue()
                    .fieldNames()
                    .forEachRemaining(name -> known(OUTPUT, name, where, "field"));
            condition(output.getValue().path("Condition").asText(), where);
            expression(output.getValue().path("Value"), where);
            expression(output.getValue().path("Export"), where);
        }
    }

    private void resource(Declared declared) {
        var where = "stack " + stack + ", resource " + declared.logicalId();
        condition(declared.condition(), where);
        declared.dependsOn()
                .forEach(name -> {
                    if (!template.resources().containsKey(name)) {
                        problems.add(
                                where + ": DependsOn names " + name + ", which is no resource");
                    }
                });
        var type = types.find(declared.type());
        if (type.isEmpty()) {
            if (!declared.type().isEmpty()) {
                problems.add(where + ": resource type " + declared.type() + " is unknown");
            }
            return;
        }
        var shape = type.get().shape();
        var of = where + " (" + declared.type() + ")";
        for (var property : declared.properties().properties()) {
            var named = of + ", property " + property.getKey();
            if (!shape.knows(property.getKey())) {
                problems.add(named + ": is unknown; known are " + shape.properties());
            }
            structure(shape, property.getKey(), property.getValue(), named);
            expression(property.getValue(), named);
        }
        shape.required().stream()
                .filter(name -> !declared.properties().has(name))
                .forEach(name -> problems.add(of + ", property " + name + ": is missing"));
    }

    private void condition(String name, String where) {
        if (!name.isEmpty() && !template.conditions().has(name)) {
            problems.add(where + ": condition " + name + " is unknown");
        }
    }

    /// Both branches of `Fn::If` are looked into.
    private void structure(Shape shape, String path, JsonNode value, String where) {
        var names = shape.structures().get(path);
        if (names == null) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> structure(shape, path, each, where));
        } else if (value.has("Fn::If")) {
            structure(shape, path, value.path("Fn::If").path(1), where);
            structure(shape, path, value.path("Fn::If").path(2), where);
        } else if (value.isObject() && !function(value)) {
            for (var each : value.properties()) {
                known(names, each.getKey(), where, "field");
                structure(
                        shape,
                        path + "." + each.getKey(),
                        each.getValue(),
                        where + "." + each.getKey());
            }
        }
    }

    private void known(Set<String> names, String name, String where, String what) {
        if (!names.contains(name)) {
            problems.add(where + ": " + what + " " + name + " is unknown; known are " + names);
        }
    }

    private static boolean function(JsonNode value) {
        return value.size() == 1
                && (value.has("Ref") || value.fieldNames().next().startsWith("Fn::"));
    }

    private void expression(JsonNode value, String where) {
        functions(value, where);
        for (var reference : Reference.in(value)) {
            if (reference.attribute().isEmpty()) {
                ref(reference.target(), where);
            } else {
                attribute(reference, where);
            }
        }
    }

    private void functions(JsonNode value, String where) {
        value.properties()
                .forEach(each -> {
                    if (each.getKey().startsWith("Fn::") && !FUNCTIONS.contains(each.getKey())) {
                        problems.add(
                                where + ": intrinsic function " + each.getKey() + " is unknown");
                    }
                    functions(each.getValue(), where);
                });
        if (value.isArray()) {
            value.forEach(each -> functions(each, where));
        }
        if (value.has("Fn::If")) {
            condition(value.path("Fn::If").path(0).asText(), where);
        }
    }

    private void ref(String name, String where) {
        if (!PSEUDO.contains(name)
                && !template.parameters().has(name)
                && !template.resources().containsKey(name)) {
            problems.add(where + ": Ref " + name + " names nothing");
        }
    }

    private void attribute(Reference reference, String where) {
        var target = template.resources().get(reference.target());
        if (target == null) {
            problems.add(
                    where + ": Fn::GetAtt names " + reference.target() + ", which is no resource");
            return;
        }
        types.find(target.type())
                .filter(type -> !type.shape().attributes().contains(reference.attribute()))
                .ifPresent(type ->
                        problems.add(
                                where
                                        + ": attribute "
                                        + reference.attribute()
                                        + " of "
                                        + reference.target()
                                        + " ("
                                        + type.name()
                                        + ") is unknown; known are "
                                        + type.shape().attributes()));
    }
}
