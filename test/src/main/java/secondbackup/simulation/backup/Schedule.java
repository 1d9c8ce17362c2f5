package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import secondbackup.simulation.physics.AwsCron;

/// When a rule of a plan is due: AWS's cron of six fields in a time zone, or a rate.
///
/// AWS Backup refers to EventBridge Scheduler for daylight saving time, as [AwsCron] has it. A rate of days counts 24
/// hours each.
///
/// Source: AWS Backup Developer Guide, "Backup plan options and configuration"; EventBridge Scheduler User
/// Guide, "Schedule types" (cron fields, daylight saving time), read 2026-11-22.
sealed interface Schedule {
    /// The first moment after this one at which it is due; empty where there will be none.
    Optional<Instant> next(Instant after);

    /// Fails: `InvalidParameterValueException`.
    ///
    /// @param start when the plan was made, from which a rate counts
    static Schedule of(String expression, String zone, Instant start) {
        var rate = Rate.SYNTAX.matcher(expression);
        if (rate.matches()) {
            return Rate.of(Long.parseLong(rate.group(1)), rate.group(2), start);
        }
        if (!expression.startsWith("cron(") || !expression.endsWith(")")) {
            throw BackupErrors.invalidValue("Invalid schedule expression " + expression);
        }
        return Calendar.of(expression.substring(5, expression.length() - 1), zone);
    }

    /// @param every at least an hour
    record Rate(Duration every, Instant start) implements Schedule {
        static final Pattern SYNTAX =
                Pattern.compile("rate\\((\\d{1,9}) (minutes?|hours?|days?)\\)");

        static Rate of(long value, String unit, Instant start) {
            var every =
                    switch (unit.charAt(0)) {
                        case 'm' -> Duration.ofMinutes(value);
                        case 'h' -> Duration.ofHours(value);
                        default -> Duration.ofDays(value);
                    };
            if (every.compareTo(Duration.ofHours(1)) < 0) {
                throw BackupErrors.invalidValue("A rule can run once an hour at most");
            }
            return new Rate(every, start);
        }

        @Override
        public Optional<Instant> next(Instant after) {
            var passed = Math.max(0, Duration.between(start, after).dividedBy(every));
            return Optional.of(start.plus(every.multipliedBy(passed + 1)));
        }
    }

    record Calendar(AwsCron cron) implements Schedule {
        static Calendar of(String fields, String zone) {
            try {
                return new Calendar(AwsCron.of(fields, zone));
            } catch (IllegalArgumentException wrong) {
                throw BackupErrors.invalidValue(String.valueOf(wrong.getMessage()));
            }
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return cron.next(after);
        }
    }
}
