package secondbackup.simulation.iam;

import java.util.List;
import java.util.Locale;

/// One condition of a statement: an operator, a key and the values it is compared with.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued
/// context keys", read 2026-11-22.
///
/// @param key in lower case
/// @param ifExists whether a missing key satisfies it
record Condition(
        Quantifier quantifier,
        Operator operator,
        boolean ifExists,
        String key,
        List<Template> values) {

    /// How a key with several values is read.
    enum Quantifier {
        ONE(""),
        EVERY("ForAllValues:"),
        ANY("ForAnyValue:");

        private final String written;

        Quantifier(String written) {
            this.written = written;
        }
    }

    private static final String IF_EXISTS = "IfExists";

    /// Fails: IllegalArgumentException naming an operator or a value that cannot be understood.
    static Condition of(String written, String key, List<String> values) {
        var quantifier = quantifier(written);
        var rest = written.substring(quantifier.written.length());
        var ifExists = rest.endsWith(IF_EXISTS);
        var operator =
                Operator.of(
                        ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest);
        if (operator == Operator.NULL && (ifExists || quantifier != Quantifier.ONE)) {
            throw new IllegalArgumentException("condition operator " + written + " does not exist");
        }
        for (var value : values) {
            if (!operator.valid(value)) {
                throw new IllegalArgumentException(
                        "condition " + written + " of " + key + " cannot compare with " + value);
            }
        }
        var templates =
                values.stream().map(value -> Template.of(value, operator.wildcards())).toList();
        return new Condition(
                quantifier, operator, ifExists, key.toLowerCase(Locale.ROOT), templates);
    }

    private static Quantifier quantifier(String written) {
        if (written.startsWith(Quantifier.EVERY.written)) {
            return Quantifier.EVERY;
        }
        return written.startsWith(Quantifier.ANY.written) ? Quantifier.ANY : Quantifier.ONE;
    }

    boolean holds(Keys keys) {
        var present = keys.values(key);
        if (operator == Operator.NULL) {
            return matchesOne(present.isEmpty() ? "true" : "false", keys, true);
        }
        if (present.isEmpty()) {
            return ifExists || holdsWithoutKey();
        }
        return switch (quantifier) {
            case EVERY -> present.stream().allMatch(value -> holdsFor(value, keys));
            case ANY -> present.stream().anyMatch(value -> holdsFor(value, keys));
            case ONE -> holdsFor(only(present), keys);
        };
    }

    private boolean holdsWithoutKey() {
        return switch (quantifier) {
            case EVERY -> true;
            case ANY -> false;
            case ONE -> operator.negated();
        };
    }

    private boolean holdsFor(String value, Keys keys) {
        return operator.negated() != matchesOne(value, keys, false);
    }

    private boolean matchesOne(String value, Keys keys, boolean literally) {
        for (var template : values) {
            var wanted = template.resolve(keys);
            if (wanted.isPresent()
                    && (literally
                            ? wanted.get().equalsIgnoreCase(value)
                            : operator.matches(wanted.get(), value))) {
                return true;
            }
        }
        return false;
    }

    private String only(List<String> present) {
        if (present.size() > 1) {
            throw new IllegalArgumentException(
                    "condition key "
                            + key
                            + " has several values: it needs ForAllValues: or ForAnyValue:");
        }
        return present.getFirst();
    }
}
