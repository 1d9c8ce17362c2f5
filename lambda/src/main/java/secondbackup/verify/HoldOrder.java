package secondbackup.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultedCopy;

/// A legal hold to be set: what a cluster's copies of one day are kept by.
///
/// @param copy the last good one, for which it is set
/// @param from beginning of the day (UTC) in which the copy's data was taken
/// @param to end of that day, and never later than now: AWS allows no date in the future
public record HoldOrder(Arn vault, Arn cluster, Arn copy, Instant from, Instant to) {
    private static final Duration DAY = Duration.ofDays(1);

    public static HoldOrder of(Arn vault, VaultedCopy copy, Instant now) {
        var from = copy.capturedAt().truncatedTo(ChronoUnit.DAYS);
        var end = from.plus(DAY).minusMillis(1);
        return new HoldOrder(vault, copy.cluster(), copy.arn(), from, end.isAfter(now) ? now : end);
    }
}
