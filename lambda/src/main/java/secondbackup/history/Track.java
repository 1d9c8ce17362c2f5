package secondbackup.history;

import java.util.OptionalInt;
import secondbackup.inventory.ClusterId;

/// One cluster, day by day.
///
/// @param days a letter of [Mark] for each day since it was first seen, oldest first; the last is that of the
///     history's last day
/// @param keptInARow days up to the last on which the promise was kept, without one between that it was not
/// @param worstGapDays the most days in a row on which it was not kept, in all of `days`
/// @param attainmentPercent days on which it was kept, of those on which it was to be kept, rounded down; empty
///     where there is no such day yet
public record Track(
        ClusterId id,
        String accountName,
        String days,
        int keptInARow,
        int worstGapDays,
        OptionalInt attainmentPercent) {
    private static final int PERCENT = 100;

    public static Track of(ClusterId id, String accountName, String days) {
        return new Track(id, accountName, days, keptInARow(days), worstGap(days), attainment(days));
    }

    /// The mark of the last day.
    public Mark last() {
        return Mark.of(days.charAt(days.length() - 1));
    }

    private static int keptInARow(String days) {
        var kept = 0;
        while (kept < days.length() && days.charAt(days.length() - 1 - kept) == 'K') {
            kept++;
        }
        return kept;
    }

    private static int worstGap(String days) {
        var worst = 0;
        var running = 0;
        for (var index = 0; index < days.length(); index++) {
            var mark = Mark.of(days.charAt(index));
            running = mark == Mark.KEPT || !mark.counts() ? 0 : running + 1;
            worst = Math.max(worst, running);
        }
        return worst;
    }

    private static OptionalInt attainment(String days) {
        var counted = days.chars().filter(letter -> Mark.of((char) letter).counts()).count();
        var kept = days.chars().filter(letter -> letter == Mark.KEPT.letter()).count();
        return counted == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(kept * PERCENT / counted));
    }
}
