package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as people say them.
final class TimeText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// Up to here people count hours: a limit is "26 h", not "1 d 2 h".
    private static final Duration HOURS_MAX = Duration.ofDays(3);

    private TimeText() {}

    static String of(Instant at) {
        return MINUTE.format(at);
    }

    /// The two largest units that say something, rounded down; a length that is not zero never reads so.
    static String of(Duration length) {
        if (length.isNegative()) {
            return "-" + of(length.negated());
        }
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            return length.isZero() ? "0 s" : "less than 1 s";
        }
        if (length.compareTo(HOURS_MAX) >= 0) {
            return units(length.toDays(), "d", length.toHoursPart(), "h");
        }
        if (length.toHours() > 0) {
            return units(length.toHours(), "h", length.toMinutesPart(), "min");
        }
        return length.toMinutes() > 0
                ? units(length.toMinutes(), "min", length.toSecondsPart(), "s")
                : length.toSeconds() + " s";
    }

    /// A moment and its distance, such as `2026-11-20 04:00 UTC, 2 h ago`.
    static String since(Instant at, Instant now) {
        return of(at) + ", " + of(Duration.between(at, now)) + " ago";
    }

    /// A moment and its distance, whether it lies ahead or has passed.
    static String until(Instant at, Instant now) {
        return at.isAfter(now) ? of(at) + ", in " + of(Duration.between(now, at)) : since(at, now);
    }

    private static String units(long large, String largeUnit, long small, String smallUnit) {
        var text = large + " " + largeUnit;
        return small == 0 ? text : text + " " + small + " " + smallUnit;
    }
}
