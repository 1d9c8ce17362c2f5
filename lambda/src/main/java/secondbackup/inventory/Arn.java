package secondbackup.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of any AWS thing: cluster, vault, key, recovery point, role.
///
/// @param value `arn:partition:service:region:account:resource`
public record Arn(@JsonValue String value) implements Comparable<Arn> {
    private static final int PARTS = 6;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Arn {
        if (!value.startsWith("arn:") || start(value, PARTS - 1) == 0) {
            throw new IllegalArgumentException(
                    "'" + value + "': expected arn:partition:service:region:account:resource");
        }
    }

    public String partition() {
        return part(1);
    }

    public String service() {
        return part(2);
    }

    /// The Region, or empty for what belongs to none.
    public String regionText() {
        return part(3);
    }

    /// The account, or empty for what belongs to none.
    public String accountText() {
        return part(4);
    }

    /// Everything after the account, such as `cluster:orders`.
    public String resource() {
        return part(5);
    }

    /// What follows the last `:` or `/`.
    public String name() {
        return value.substring(Math.max(value.lastIndexOf(':'), value.lastIndexOf('/')) + 1);
    }

    private String part(int index) {
        var start = start(value, index);
        return index == PARTS - 1
                ? value.substring(start)
                : value.substring(start, value.indexOf(':', start));
    }

    /// Where a part begins; 0 where there are not so many.
    private static int start(String value, int index) {
        var start = 0;
        for (var part = 0; part < index; part++) {
            start = value.indexOf(':', start) + 1;
            if (start == 0) {
                return 0;
            }
        }
        return start;
    }

    @Override
    public int compareTo(Arn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
