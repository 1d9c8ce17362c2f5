package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import secondbackup.simulation.targets.JsonPath;

/// The rules of a Choice state.
///
/// Source: AWS Step Functions Developer Guide, "Choice workflow state" (comparison operators), read 2026-11-27.
///
/// @param data what `$` is
/// @param context what `$$` is
record Choices(JsonNode data, JsonNode context) {
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "(String|Numeric|Timestamp|Boolean)"
                            + "(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(Path)?");
    private static final List<String> OTHERS =
            List.of(
                    "StringMatches",
                    "IsNull",
                    "IsPresent",
                    "IsNumeric",
                    "IsString",
                    "IsBoolean",
                    "IsTimestamp");
    private static final List<String> LOGIC = List.of("And", "Or", "Not");

    /// What is wrong with a rule; empty where nothing.
    static List<String> objections(JsonNode rule, boolean outermost) {
        var unknown =
                rule.properties().stream()
                        .map(field -> field.getKey())
                        .filter(name -> !known(name))
                        .filter(name -> !(outermost && List.of("Next", "Comment").contains(name)))
                        .map(name -> "choice field " + name + " is not known here");
        var inner =
                LOGIC.stream()
                        .map(rule::path)
                        .flatMap(node ->
                                node.isArray()
                                        ? node.valueStream()
                                        : node.isObject() ? Stream.of(node) : Stream.<JsonNode>of())
                        .flatMap(each -> objections(each, false).stream());
        return Stream.concat(unknown, inner).toList();
    }

    private static boolean known(String name) {
        return name.equals("Variable")
                || LOGIC.contains(name)
                || OTHERS.contains(name)
                || OPERATOR.matcher(name).matches();
    }

    boolean holds(JsonNode rule) {
        if (rule.has("And")) {
            return rule.path("And").valueStream().allMatch(this::holds);
        }
        if (rule.has("Or")) {
            return rule.path("Or").valueStream().anyMatch(this::holds);
        }
        if (rule.has("Not")) {
            return !holds(rule.path("Not"));
        }
        var comparison =
                rule.properties().stream()
                        .filter(field ->
                                !List.of("Variable", "Next", "Comment").contains(field.getKey()))
                        .findFirst()
                        .orElseThrow(() -> runtime("choice rule without comparison: " + rule));
        var path = rule.path("Variable").asText();
        var value = find(path);
        if (comparison.getKey().equals("IsPresent")) {
            return value.isPresent() == comparison.getValue().asBoolean();
        }
        var present =
                value.orElseThrow(() ->
                        runtime(
                                "Invalid path '"
                                        + path
                                        + "': the choice state's condition path"
                                        + " references an invalid value."));
        return compare(comparison.getKey(), present, comparison.getValue());
    }

    private Optional<JsonNode> find(String path) {
        var ofContext = path.startsWith("$$");
        return JsonPath.of(ofContext ? path.substring(1) : path).in(ofContext ? context : data);
    }

    private boolean compare(String name, JsonNode value, JsonNode wanted) {
        return switch (name) {
            case "IsNull" -> value.isNull() == wanted.asBoolean();
            case "IsNumeric" -> value.isNumber() == wanted.asBoolean();
            case "IsString" -> value.isTextual() == wanted.asBoolean();
            case "IsBoolean" -> value.isBoolean() == wanted.asBoolean();
            case "IsTimestamp" -> timestamp(value).isPresent() == wanted.asBoolean();
            case "StringMatches" -> value.isTextual() && matches(value, wanted.asText());
            default -> ordered(name, value, wanted);
        };
    }

    private static boolean matches(JsonNode value, String wildcard) {
        var parts = List.of(wildcard.split("\\*", -1)).stream().map(Pattern::quote).toList();
        return value.textValue().matches("(?s)" + String.join(".*", parts));
    }

    private boolean ordered(String name, JsonNode value, JsonNode given) {
        var operator = OPERATOR.matcher(name);
        if (!operator.matches()) {
            throw runtime("comparison " + name + " is not known here");
        }
        var wanted =
                operator.group(3) == null
                        ? given
                        : find(given.asText()).orElseThrow(() -> runtime("Invalid path " + given));
        var order = order(operator.group(1), value, wanted);
        return order.isPresent()
                && switch (operator.group(2)) {
                    case "Equals" -> order.get() == 0;
                    case "LessThan" -> order.get() < 0;
                    case "GreaterThan" -> order.get() > 0;
                    case "LessThanEquals" -> order.get() <= 0;
                    default -> order.get() >= 0;
                };
    }

    /// Empty where the two are not of the type that is compared.
    private static Optional<Integer> order(String type, JsonNode value, JsonNode wanted) {
        return switch (type) {
            case "String" ->
                    value.isTextual() && wanted.isTextual()
                            ? Optional.of(value.textValue().compareTo(wanted.textValue()))
                            : Optional.empty();
            case "Numeric" ->
                    value.isNumber() && wanted.isNumber()
                            ? Optional.of(value.decimalValue().compareTo(wanted.decimalValue()))
                            : Optional.empty();
            case "Boolean" ->
                    value.isBoolean() && wanted.isBoolean()
                            ? Optional.of(
                                    Boolean.compare(value.booleanValue(), wanted.booleanValue()))
                            : Optional.empty();
            default -> timestamp(value).flatMap(left -> timestamp(wanted).map(left::compareTo));
        };
    }

    private static Optional<Instant> timestamp(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.textValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static StatesError runtime(String cause) {
        return new StatesError("States.Runtime", cause);
    }
}
