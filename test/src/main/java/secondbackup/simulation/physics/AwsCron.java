package secondbackup.simulation.physics;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// AWS's cron of six fields in a time zone: a local time that spring skips is not made up for, and one that autumn
/// repeats counts once, before the clock goes back.
///
/// Source: EventBridge Scheduler User Guide, "Schedule types in EventBridge Scheduler" (cron fields, daylight saving
/// time), read 2026-11-27.
///
/// @param times of the expression, on a calendar without any change of offset
public record AwsCron(ExecutionTime times, ZoneId zone) {
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
                    .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                    .instance();

    /// @param fields what stands within `cron(...)`
    /// @param zone such as `Europe/Stockholm`; empty for UTC
    ///
    /// Fails: IllegalArgumentException naming the fields or the zone.
    public static AwsCron of(String fields, String zone) {
        return new AwsCron(ExecutionTime.forCron(parsed(fields)), zoneOf(zone));
    }

    private static Cron parsed(String fields) {
        try {
            return new CronParser(DIALECT).parse(fields);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "Invalid cron expression " + fields + ": " + wrong.getMessage(), wrong);
        }
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("Invalid time zone " + zone, wrong);
        }
    }

    /// The first moment after this one at which it is due; empty where there will be none.
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
