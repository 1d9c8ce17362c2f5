package secondbackup.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An AWS Region.
///
/// @param value such as `eu-west-1`
public record Region(@JsonValue String value) implements Comparable<Region> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Region {
        if (!value.matches("[a-z]{2,3}(-[a-z]+)+-\\d+")) {
            throw new IllegalArgumentException(
                    "Region '" + value + "': expected a name like eu-west-1");
        }
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
