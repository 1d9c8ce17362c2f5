package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the lists of AWS Backup are narrowed by, and the order of jobs in them.
final class ListFilters {
    private ListFilters() {}

    static boolean is(@Nullable String asked, String there) {
        return asked == null || asked.equals(there);
    }

    /// Source: AWS Backup API model, ListBackupJobsInput, ListCopyJobsInput, `ByMessageCategory`, 2026-11-22.
    static boolean isCategory(@Nullable String asked, String there) {
        return "ANY".equals(asked) || "AGGREGATE_ALL".equals(asked) || is(asked, there);
    }

    /// A moment that has not come lies in no span.
    static boolean between(
            @Nullable Instant after, @Nullable Instant at, @Nullable Instant before) {
        if (at == null) {
            return after == null && before == null;
        }
        return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }

    /// A key that sorts the newest first.
    static String newestFirst(Instant createdAt, String id) {
        return String.format(
                Locale.ROOT, "%019d/%s", Long.MAX_VALUE - createdAt.toEpochMilli(), id);
    }
}
