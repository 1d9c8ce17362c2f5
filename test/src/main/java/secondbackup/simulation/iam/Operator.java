package secondbackup.simulation.iam;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/// The condition operators, without their qualifiers.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", read 2026-11-22.
enum Operator {
    STRING_EQUALS("StringEquals", Type.TEXT, Order.SAME),
    STRING_NOT_EQUALS("StringNotEquals", Type.TEXT, Order.OTHER),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Type.TEXT_WITHOUT_CASE, Order.SAME),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Type.TEXT_WITHOUT_CASE, Order.OTHER),
    STRING_LIKE("StringLike", Type.PATTERN, Order.SAME),
    STRING_NOT_LIKE("StringNotLike", Type.PATTERN, Order.OTHER),
    ARN_EQUALS("ArnEquals", Type.ARN, Order.SAME),
    ARN_LIKE("ArnLike", Type.ARN, Order.SAME),
    ARN_NOT_EQUALS("ArnNotEquals", Type.ARN, Order.OTHER),
    ARN_NOT_LIKE("ArnNotLike", Type.ARN, Order.OTHER),
    BOOL("Bool", Type.TRUTH, Order.SAME),
    /// Compares with whether the key is missing.
    NULL("Null", Type.TRUTH, Order.SAME),
    NUMERIC_EQUALS("NumericEquals", Type.NUMBER, Order.SAME),
    NUMERIC_NOT_EQUALS("NumericNotEquals", Type.NUMBER, Order.OTHER),
    NUMERIC_LESS_THAN("NumericLessThan", Type.NUMBER, Order.LESS),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Type.NUMBER, Order.AT_MOST),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Type.NUMBER, Order.MORE),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Type.NUMBER, Order.AT_LEAST),
    DATE_EQUALS("DateEquals", Type.DATE, Order.SAME),
    DATE_NOT_EQUALS("DateNotEquals", Type.DATE, Order.OTHER),
    DATE_LESS_THAN("DateLessThan", Type.DATE, Order.LESS),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Type.DATE, Order.AT_MOST),
    DATE_GREATER_THAN("DateGreaterThan", Type.DATE, Order.MORE),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Type.DATE, Order.AT_LEAST);

    private enum Type {
        TEXT,
        TEXT_WITHOUT_CASE,
        PATTERN,
        ARN,
        TRUTH,
        NUMBER,
        DATE
    }

    private enum Order {
        SAME,
        OTHER,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    private final String written;
    private final Type type;
    private final Order order;

    Operator(String written, Type type, Order order) {
        this.written = written;
        this.type = type;
        this.order = order;
    }

    /// Fails: IllegalArgumentException naming an operator that is not known here.
    static Operator of(String written) {
        for (var operator : values()) {
            if (operator.written.equals(written)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("condition operator " + written + " is not known here");
    }

    /// Whether it asks that none of the policy's values match.
    boolean negated() {
        return order == Order.OTHER;
    }

    /// Whether `*` and `?` in a policy's value are wildcards.
    boolean wildcards() {
        return Set.of(Type.PATTERN, Type.ARN).contains(type);
    }

    /// Whether a policy's value can be compared at all.
    boolean valid(String wanted) {
        if (wanted.contains("${")) {
            return true;
        }
        return switch (type) {
            case TEXT, TEXT_WITHOUT_CASE, PATTERN -> true;
            case ARN -> Glob.isArn(wanted);
            case TRUTH -> wanted.equalsIgnoreCase("true") || wanted.equalsIgnoreCase("false");
            case NUMBER -> wanted.matches("-?\\d+(\\.\\d+)?");
            case DATE -> isDate(wanted);
        };
    }

    /// Whether the request's value matches one value of the policy; a negated operator asks for none.
    boolean matches(String wanted, String actual) {
        return switch (type) {
            case TEXT -> wanted.equals(actual);
            case TEXT_WITHOUT_CASE, TRUTH -> wanted.equalsIgnoreCase(actual);
            case PATTERN -> Glob.matches(wanted, actual);
            case ARN -> Glob.matchesArn(wanted, actual);
            case NUMBER -> ordered(new BigDecimal(actual).compareTo(new BigDecimal(wanted)));
            case DATE -> ordered(instant(actual).compareTo(instant(wanted)));
        };
    }

    private boolean ordered(int comparison) {
        return switch (order) {
            case SAME, OTHER -> comparison == 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case MORE -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }

    private static boolean isDate(String value) {
        try {
            instant(value);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Instant instant(String value) {
        if (value.matches("\\d{5,}")) {
            return Instant.ofEpochSecond(Long.parseLong(value));
        }
        return value.contains("T")
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
