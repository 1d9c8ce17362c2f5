package secondbackup.simulation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a listing. A page begins after the key that its token names, so what is added or removed
/// between two calls shifts nothing.
///
/// How many a page holds where nobody says is not documented: few enough here that callers must go on.
///
/// Source: AWS Backup API model, `MaxResults` (1 to 1000) of every list operation, 2026-11-22.
///
/// @param nextToken null on the last page
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    /// @param key unique among the items, and their order
    static <T> Page<T> of(
            List<T> all,
            Function<T, String> key,
            @Nullable Integer maxResults,
            @Nullable String token) {
        var size = size(maxResults);
        var after = token == null ? "" : decoded(token);
        var rest =
                all.stream()
                        .filter(item -> key.apply(item).compareTo(after) > 0)
                        .sorted(Comparator.comparing(key))
                        .limit(size + 1L)
                        .toList();
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        var items = List.copyOf(rest.subList(0, size));
        return new Page<>(items, encoded(key.apply(items.getLast())));
    }

    private static int size(@Nullable Integer maxResults) {
        if (maxResults == null) {
            return USUAL;
        }
        if (maxResults < 1 || maxResults > MOST) {
            throw BackupErrors.invalidValue(
                    "Invalid MaxResults " + maxResults + ". It must be between 1 and " + MOST);
        }
        return maxResults;
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException _) {
            throw BackupErrors.invalidValue("Invalid NextToken");
        }
    }
}
