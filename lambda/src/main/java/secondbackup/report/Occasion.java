package secondbackup.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;

/// What a notice has to say beside what is new: a day's first one tells of all that stands, a week's first one
/// also shows that the way to this channel works. Days and weeks are those of UTC.
public enum Occasion {
    NEWS,
    DAY,
    WEEK;

    /// @param last when the channel last heard, or had nothing to hear; empty where it never did
    public static Occasion of(Optional<Instant> last, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC);
        var before = last.map(at -> at.atOffset(ZoneOffset.UTC));
        if (before.filter(day -> !day.toLocalDate().isBefore(today.toLocalDate())).isPresent()) {
            return NEWS;
        }
        var sameWeek =
                before.filter(day ->
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                                        == today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                                && day.get(IsoFields.WEEK_BASED_YEAR)
                                        == today.get(IsoFields.WEEK_BASED_YEAR));
        return sameWeek.isPresent() ? DAY : WEEK;
    }

    boolean daily() {
        return this != NEWS;
    }
}
