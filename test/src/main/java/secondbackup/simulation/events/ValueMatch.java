package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One of the values that a field may have.
///
/// Source: Amazon EventBridge User Guide, "Comparison operators for use in event patterns in Amazon EventBridge", read
/// 2026-11-27.
sealed interface ValueMatch {
    /// @param leaves the field's values: none where it is absent, several where it is a list
    boolean matches(List<JsonNode> leaves);

    /// Fails: IllegalArgumentException in EventBridge's words.
    static ValueMatch of(JsonNode value, String path) {
        if (value.isArray()) {
            throw EventPattern.invalid(
                    "Match value must be String, number, true, false, or null: " + path);
        }
        if (!value.isObject()) {
            return new Exact(value);
        }
        if (value.size() != 1) {
            throw EventPattern.invalid("Only one key allowed in match expression: " + path);
        }
        var operator = value.properties().iterator().next();
        var operand = operator.getValue();
        return switch (operator.getKey()) {
            case "exists" -> new Exists(flag(operand, path));
            case "anything-but" -> new AnythingBut(others(operand, path));
            case "numeric" -> Numeric.of(operand, path);
            default -> text(operator.getKey(), operand, path);
        };
    }

    private static Text text(String operator, JsonNode operand, String path) {
        var foldable = operator.equals("prefix") || operator.equals("suffix");
        var folded = foldable && operand.size() == 1 && operand.has("equals-ignore-case");
        var value = folded ? operand.path("equals-ignore-case") : operand;
        if (!value.isTextual()) {
            throw EventPattern.invalid(operator + " match pattern must be a string: " + path);
        }
        return new Text(operation(operator, path), value.textValue(), folded);
    }

    private static Operation operation(String operator, String path) {
        return switch (operator) {
            case "prefix" -> Operation.PREFIX;
            case "suffix" -> Operation.SUFFIX;
            case "equals-ignore-case" -> Operation.EQUALS_IGNORE_CASE;
            case "wildcard" -> Operation.WILDCARD;
            default ->
                    throw EventPattern.invalid("Unrecognized match type " + operator + ": " + path);
        };
    }

    private static List<ValueMatch> others(JsonNode operand, String path) {
        var others = new ArrayList<ValueMatch>();
        if (operand.isObject() && operand.size() == 1) {
            var operator = operand.properties().iterator().next();
            for (var each : items(operator.getValue())) {
                others.add(text(operator.getKey(), each, path));
            }
        } else {
            items(operand).forEach(each -> others.add(new Exact(each)));
        }
        var kinds = items(operand).stream().map(JsonNode::getNodeType).distinct().count();
        if (others.isEmpty() || kinds != 1 || operand.isNull()) {
            throw EventPattern.invalid(
                    "Anything-but must be a value or a list of only strings or only numbers: "
                            + path);
        }
        return List.copyOf(others);
    }

    private static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : List.of(node);
    }

    private static boolean flag(JsonNode operand, String path) {
        if (!operand.isBoolean()) {
            throw EventPattern.invalid("exists match pattern must be true or false: " + path);
        }
        return operand.booleanValue();
    }

    /// Numbers are compared as they are written: 300 is not 300.0.
    record Exact(JsonNode value) implements ValueMatch {
        @Override
        public boolean matches(List<JsonNode> leaves) {
            return leaves.stream()
                    .anyMatch(leaf ->
                            leaf.getNodeType() == value.getNodeType()
                                    && leaf.asText().equals(value.asText()));
        }
    }

    record Exists(boolean wanted) implements ValueMatch {
        @Override
        public boolean matches(List<JsonNode> leaves) {
            return wanted != leaves.isEmpty();
        }
    }

    /// A field that is absent is nothing at all, so not anything else either.
    record AnythingBut(List<ValueMatch> others) implements ValueMatch {
        @Override
        public boolean matches(List<JsonNode> leaves) {
            return leaves.stream()
                    .anyMatch(leaf ->
                            others.stream().noneMatch(other -> other.matches(List.of(leaf))));
        }
    }

    /// How a text is compared.
    enum Operation {
        PREFIX,
        SUFFIX,
        EQUALS_IGNORE_CASE,
        WILDCARD
    }

    /// @param folded whether a prefix or suffix is compared without case
    record Text(Operation operation, String operand, boolean folded) implements ValueMatch {
        @Override
        public boolean matches(List<JsonNode> leaves) {
            return leaves.stream()
                    .filter(JsonNode::isTextual)
                    .anyMatch(leaf -> fits(leaf.textValue()));
        }

        private boolean fits(String value) {
            var seen = folded ? value.toLowerCase(Locale.ROOT) : value;
            var wanted = folded ? operand.toLowerCase(Locale.ROOT) : operand;
            return switch (operation) {
                case PREFIX -> seen.startsWith(wanted);
                case SUFFIX -> seen.endsWith(wanted);
                case EQUALS_IGNORE_CASE -> seen.equalsIgnoreCase(wanted);
                case WILDCARD -> wildcard(wanted).matcher(seen).matches();
            };
        }

        private static Pattern wildcard(String text) {
            var parts = List.of(text.split("\\*", -1));
            return Pattern.compile(
                    String.join(".*", parts.stream().map(Pattern::quote).toList()), Pattern.DOTALL);
        }
    }

    /// @param bounds each an operator and a number
    record Numeric(List<Bound> bounds) implements ValueMatch {
        record Bound(String operator, BigDecimal number) {
            boolean holds(BigDecimal value) {
                var order = value.compareTo(number);
                return switch (operator) {
                    case "=" -> order == 0;
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                };
            }
        }

        private static final List<String> OPERATORS = List.of("=", "<", "<=", ">", ">=");

        static Numeric of(JsonNode operand, String path) {
            var bounds = new ArrayList<Bound>();
            for (var at = 0; at + 1 < operand.size(); at += 2) {
                var operator = operand.path(at).asText();
                if (!OPERATORS.contains(operator) || !operand.path(at + 1).isNumber()) {
                    throw bad(path);
                }
                bounds.add(new Bound(operator, operand.path(at + 1).decimalValue()));
            }
            if (bounds.isEmpty() || bounds.size() > 2 || operand.size() % 2 != 0) {
                throw bad(path);
            }
            return new Numeric(List.copyOf(bounds));
        }

        private static IllegalArgumentException bad(String path) {
            return EventPattern.invalid("Value of numeric must be operators and numbers: " + path);
        }

        @Override
        public boolean matches(List<JsonNode> leaves) {
            return leaves.stream()
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue)
                    .anyMatch(value -> bounds.stream().allMatch(bound -> bound.holds(value)));
        }
    }
}
