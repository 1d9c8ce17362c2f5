package secondbackup.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An AWS account.
///
/// @param value twelve digits
public record AccountId(@JsonValue String value) implements Comparable<AccountId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (!value.matches("\\d{12}")) {
            throw new IllegalArgumentException(
                    "account id '" + value + "': expected twelve digits");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
