package secondbackup.simulation.rds;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a Describe call.
///
/// Source: Amazon RDS API model, `MaxRecords` ("Default: 100, minimum 20, maximum 100") and `Marker`,
/// 2026-11-22.
///
/// @param marker where the next page begins; null on the last one
record Page<T>(List<T> items, @Nullable String marker) {
    private static final int LEAST = 20;
    private static final int MOST = 100;

    /// @param sorted by the key
    /// @param key unique, and the same as long as the thing lives: things that come or go between two
    ///     pages shift nothing
    static <T> Page<T> of(
            List<T> sorted,
            Function<T, String> key,
            @Nullable Integer maxRecords,
            @Nullable String marker) {
        var size = maxRecords == null ? MOST : maxRecords;
        if (size < LEAST || size > MOST) {
            throw Errors.invalidValue(
                    "Invalid value " + size + " for MaxRecords. Must be between 20 and 100");
        }
        var after = marker == null ? "" : decode(marker);
        var rest = sorted.stream().filter(item -> key.apply(item).compareTo(after) > 0).toList();
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        var items = rest.subList(0, size);
        return new Page<>(items, encode(key.apply(items.getLast())));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String marker) {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw Errors.invalidValue("Invalid marker: " + marker);
        }
    }
}
