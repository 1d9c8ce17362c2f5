package secondbackup.simulation.rds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// When changes that can wait are made: every cluster has the same weekly window here.
final class MaintenanceWindow {
    private MaintenanceWindow() {}

    static Instant after(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC);
        var window =
                today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).with(LocalTime.of(5, 0));
        return (window.isAfter(today) ? window : window.plusWeeks(1)).toInstant();
    }
}
