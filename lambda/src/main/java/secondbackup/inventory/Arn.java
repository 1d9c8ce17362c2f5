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
        if (!value.startsWith("arn:") || value.split(":", PARTS).length < PARTS) {
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
        return value.split(":", PARTS)[index];
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
