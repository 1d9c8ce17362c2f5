package secondbackup.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import secondbackup.inventory.AccountId;

/// An account to which nothing is promised, for a while: somebody answers for it, says why, and until when.
///
/// @param until last day of the exclusion, of UTC
public record Exclusion(AccountId account, String owner, String reason, LocalDate until) {
    /// When the promises hold again: the first moment of the day after the last.
    public Instant endsAt() {
        return until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public boolean holds(Instant now) {
        return now.isBefore(endsAt());
    }

    /// Days that are left of it, the last one included; 0 where it has ended.
    public long daysLeft(Instant now) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(today, until) + 1);
    }
}
