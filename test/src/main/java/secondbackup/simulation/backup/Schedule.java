package secondbackup.simulation.backup;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a rule of a plan is due: AWS's cron of six fields in a time zone, or a rate.
///
/// AWS Backup refers to EventBridge Scheduler for daylight saving time: a local time that spring skips is
/// not made up for, and one that autumn repeats counts once, before the clock goes back. A rate of days
/// counts 24 hours each.
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
        return AwsCron.of(expression.substring(5, expression.length() - 1), zone);
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

    /// @param times of the expression, on a calendar without any change of offset
    record AwsCron(ExecutionTime times, ZoneId zone) implements Schedule {
        private static final int TRIES = 100;
        private static final CronDefinition DIALECT =
                CronDefinitionBuilder.defineCron()
                        .withMinutes()
                        .withValidRange(0, 59)
                        .and()
                        .withHours()
                        .withValidRange(0, 23)
                        .and()
                        .withDayOfMonth()
                        .withValidRange(1, 31)
                        .supportsL()
                        .supportsW()
                        .supportsLW()
                        .supportsQuestionMark()
                        .and()
                        .withMonth()
                        .withValidRange(1, 12)
                        .and()
                        .withDayOfWeek()
                        .withValidRange(1, 7)
                        .withMondayDoWValue(2)
                        .supportsHash()
                        .supportsL()
                        .supportsQuestionMark()
                        .and()
                        .withYear()
                        .withValidRange(1970, 2199)
                        .and()
                        .withCronValidation(
                                CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                        .instance();

        static AwsCron of(String fields, String zone) {
            return new AwsCron(ExecutionTime.forCron(parsed(fields)), zoneOf(zone));
        }

        private static Cron parsed(String fields) {
            try {
                return new CronParser(DIALECT).parse(fields);
            } catch (IllegalArgumentException wrong) {
                throw BackupErrors.invalidValue(
                        "Invalid cron expression " + fields + ": " + wrong.getMessage());
            }
        }

        private static ZoneId zoneOf(String zone) {
            try {
                return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
            } catch (DateTimeException _) {
                throw BackupErrors.invalidValue("Invalid time zone " + zone);
            }
        }

        @Override
        public Optional<Instant> next(Instant after) {
            var local = after.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
            for (var tried = 0; tried < TRIES; tried++) {
                var following = times.nextExecution(local);
                if (following.isEmpty()) {
                    return Optional.empty();
                }
                local = following.get();
                var offsets = zone.getRules().getValidOffsets(local.toLocalDateTime());
                // None: spring skipped this time. Two: autumn repeats it, and the first one counts.
                if (!offsets.isEmpty()) {
                    var at = local.toLocalDateTime().toInstant(offsets.getFirst());
                    if (at.isAfter(after)) {
                        return Optional.of(at);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
