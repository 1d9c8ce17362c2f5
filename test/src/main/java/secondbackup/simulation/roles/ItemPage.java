package secondbackup.simulation.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.wire.AwsError;

/// One page of a listing of IAM.
///
/// Source: AWS IAM API model, maxItemsType (1 to 1000; 100 unless asked otherwise), 2026-11-22.
///
/// @param marker null on the last page
record ItemPage<T>(List<T> items, @Nullable String marker) {
    private static final int USUAL = 100;
    private static final int LONGEST = 1000;

    static <T> ItemPage<T> cut(List<T> all, @Nullable Integer size, @Nullable String marker) {
        var most = size == null ? USUAL : size;
        if (most < 1 || most > LONGEST) {
            throw new AwsError(400, "ValidationError", "maxItems must be between 1 and 1000");
        }
        var start = marker == null ? 0 : start(marker, all.size());
        var end = Math.min(start + most, all.size());
        return new ItemPage<>(all.subList(start, end), end < all.size() ? "after-" + end : null);
    }

    private static int start(String marker, int size) {
        if (!marker.matches("after-\\d{1,6}")) {
            throw new AwsError(400, "ValidationError", "Invalid Marker.");
        }
        return Math.min(Integer.parseInt(marker.substring("after-".length())), size);
    }
}
