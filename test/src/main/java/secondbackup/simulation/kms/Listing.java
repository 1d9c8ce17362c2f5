package secondbackup.simulation.kms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.wire.AwsError;

/// One page of a list in AWS KMS.
///
/// Source: AWS KMS API model, `Limit` (1 to 1000; default 50 for aliases and grants, 100 for keys) and
/// `Marker`, 2026-11-22.
///
/// @param marker where the next page begins; null on the last one
record Listing<T>(List<T> items, @Nullable String marker) {

    static <T> Listing<T> of(
            List<T> sorted,
            Function<T, String> key,
            @Nullable Integer limit,
            int otherwise,
            @Nullable String marker) {
        var after = marker == null ? "" : decode(marker);
        var size = limit == null ? otherwise : limit;
        if (size < 1 || size > 1000) {
            throw new AwsError(
                    400,
                    "ValidationException",
                    "1 validation error detected: Value '"
                            + size
                            + "' at 'limit' failed to satisfy constraint: Member must be between 1 and"
                            + " 1000");
        }
        var rest = sorted.stream().filter(item -> key.apply(item).compareTo(after) > 0).toList();
        if (rest.size() <= size) {
            return new Listing<>(rest, null);
        }
        var items = rest.subList(0, size);
        var last = key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Listing<>(items, Base64.getUrlEncoder().encodeToString(last));
    }

    boolean truncated() {
        return marker != null;
    }

    private static String decode(String marker) {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw new AwsError(400, "InvalidMarkerException", "Could not deserialize marker");
        }
    }
}
