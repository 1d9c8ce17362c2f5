package secondbackup.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// An AWS Region.
///
/// @param value such as `eu-west-1`
public record Region(@JsonValue String value) implements Comparable<Region> {
    private static final Pattern NAME = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-\\d+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Region {
        if (!NAME.matcher(value).matches()) {
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
