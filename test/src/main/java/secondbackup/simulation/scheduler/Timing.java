package secondbackup.simulation.scheduler;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import secondbackup.simulation.physics.AwsCron;

/// When a schedule is due.
///
/// Source: EventBridge Scheduler User Guide, "Schedule types in EventBridge Scheduler", read 2026-11-27: a rate counts
/// from its start, where it runs for the first time, in hours of sixty minutes and days of 24 hours.
public sealed interface Timing {
    /// The first moment after this one at which it is due; empty where there will be none.
    Optional<Instant> next(Instant after);

    /// Fails: IllegalArgumentException naming the expression or the zone.
    ///
    /// @param zone such as `Europe/Stockholm`; empty for UTC
    /// @param start of the schedule
    static Timing of(String expression, String zone, Instant start) {
        var rate = Rate.SYNTAX.matcher(expression);
        if (rate.matches()) {
            return Rate.of(Long.parseLong(rate.group(1)), rate.group(2), start);
        }
        if (expression.startsWith("cron(") && expression.endsWith(")")) {
            return new Calendar(AwsCron.of(inner(expression, 5), zone));
        }
        if (expression.startsWith("at(") && expression.endsWith(")")) {
            return Once.of(inner(expression, 3), zone);
        }
        throw new IllegalArgumentException("Invalid Schedule Expression " + expression + ".");
    }

    private static String inner(String expression, int from) {
        return expression.substring(from, expression.length() - 1);
    }

    record Calendar(AwsCron cron) implements Timing {
        @Override
        public Optional<Instant> next(Instant after) {
            return cron.next(after);
        }
    }

    record Rate(Duration every, Instant start) implements Timing {
        static final Pattern SYNTAX =
                Pattern.compile("rate\\(([1-9]\\d{0,8}) (minutes?|hours?|days?)\\)");

        static Rate of(long value, String unit, Instant start) {
            return new Rate(
                    switch (unit.charAt(0)) {
                        case 'm' -> Duration.ofMinutes(value);
                        case 'h' -> Duration.ofHours(value);
                        default -> Duration.ofDays(value);
                    },
                    start);
        }

        @Override
        public Optional<Instant> next(Instant after) {
            if (after.isBefore(start)) {
                return Optional.of(start);
            }
            var passed = Duration.between(start, after).dividedBy(every);
            return Optional.of(start.plus(every.multipliedBy(passed + 1)));
        }
    }

    record Once(Instant at) implements Timing {
        static Once of(String local, String zone) {
            try {
                var where = ZoneId.of(zone.isEmpty() ? "UTC" : zone);
                return new Once(LocalDateTime.parse(local).atZone(where).toInstant());
            } catch (DateTimeException wrong) {
                throw new IllegalArgumentException(
                        "Invalid Schedule Expression at(" + local + ") in " + zone, wrong);
            }
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return after.isBefore(at) ? Optional.of(at) : Optional.empty();
        }
    }
}
