package secondbackup.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import secondbackup.history.History;
import secondbackup.ledger.LedgerChain;
import secondbackup.ledger.LedgerDay;
import secondbackup.ledger.LedgerDay.Before;
import secondbackup.report.Report;

/// Writes the days that are over into the ledger, from the last report: a day has ended when a sweep of a later
/// one begins. What could not be written is tried again by the next sweep, and told until it is there.
record LedgerKeeping(Ledger ledger) {
    /// @param last the report before this sweep's
    /// @return what went wrong, a sentence each
    List<String> keep(Optional<Report> last, Instant now) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var known = last.filter(report -> report.history().lastDay().isPresent());
        return known.map(report -> keep(report, today)).orElse(List.of());
    }

    private List<String> keep(Report last, LocalDate today) {
        return switch (ledger.newest()) {
            case Ledger.Newest.Failed(var cause) ->
                    List.of("The ledger, so that nothing was added to it: " + cause);
            case Ledger.Newest.Read(var day, var text) -> {
                var before = day.map(of -> new Before(of, LedgerChain.hash(text)));
                yield write(last, first(last, day, today), today, before);
            }
        };
    }

    /// The first day that is missing; where there is no ledger yet, it begins with the last report's own day.
    private static LocalDate first(Report last, Optional<LocalDate> newest, LocalDate today) {
        var lastDay = last.history().lastDay().orElse(today);
        var oldest = lastDay.minusDays(History.DAYS_MAX - 1L);
        return newest.map(day -> day.plusDays(1))
                .filter(oldest::isBefore)
                .orElse(newest.isPresent() ? oldest : lastDay);
    }

    private List<String> write(
            Report last, LocalDate first, LocalDate today, Optional<Before> before) {
        var link = before;
        var lastDay = last.history().lastDay().orElse(today);
        for (var day = first; day.isBefore(today) && !day.isAfter(lastDay); day = day.plusDays(1)) {
            switch (ledger.write(LedgerDay.of(last, day, link))) {
                case Ledger.Kept.Failed(var cause) -> {
                    return List.of(
                            "The ledger's file of " + day + " could not be written: " + cause);
                }
                case Ledger.Kept.Written(var text) ->
                        link = Optional.of(new Before(day, LedgerChain.hash(text)));
            }
        }
        return List.of();
    }
}
