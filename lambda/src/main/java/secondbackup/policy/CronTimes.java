package secondbackup.policy;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells when a schedule of AWS's was last due. A local time that spring skips is not made up for, and one that
/// autumn repeats counts once, before the clock goes back.
///
/// Source: EventBridge Scheduler User Guide, "Schedule types" (cron-based schedules, daylight saving time), read
/// 2026-11-27.
final class CronTimes {
    private static final CronDefinition DIALECT =
            CronDefinitionBuilder.defineCron()
                    .withMinutes()
                    .and()
                    .withHours()
                    .and()
                    .withDayOfMonth()
                    .supportsL()
                    .supportsW()
                    .supportsLW()
                    .supportsQuestionMark()
                    .and()
                    .withMonth()
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
                    .instance();

    /// No clock goes back further at once.
    private static final Duration SHIFT_MAX = Duration.ofHours(2);

    /// A leap year, as good as any other.
    private static final LocalDateTime YEAR = LocalDateTime.of(2028, 1, 1, 0, 0);

    /// On a calendar without any change of offset, for which UTC stands.
    private final ExecutionTime times;

    private final ZoneId zone;

    /// @param schedule that [CronFields] finds nothing wrong with
    CronTimes(PromiseRule.Schedule schedule) {
        var cron = new CronParser(DIALECT).parse(CronFields.within(schedule.cron()));
        this.times = ExecutionTime.forCron(cron);
        this.zone = ZoneId.of(schedule.timeZone());
    }

    /// The last time, no later than a moment and no longer than a span before it.
    Optional<Instant> lastDue(Instant now, Duration within) {
        return before(now.atZone(zone).toLocalDateTime().plus(SHIFT_MAX))
                .flatMap(local -> first(local).stream())
                .takeWhile(at -> !at.isBefore(now.minus(within)))
                .filter(at -> !at.isAfter(now))
                .findFirst();
    }

    /// Whether it is due again so soon, all through a year. The hour by which one night in autumn is longer makes no
    /// difference.
    boolean neverPausesLongerThan(Duration most) {
        var end = YEAR.plusYears(1);
        var at = YEAR;
        while (at.isBefore(end)) {
            // One past it, since what is asked for comes before.
            var latest = before(at.plus(most).plusNanos(1)).findFirst();
            if (latest.filter(at::isBefore).isEmpty()) {
                return false;
            }
            at = latest.get();
        }
        return true;
    }

    /// A time that spring skips, so that it is not due again so soon.
    Optional<LocalDateTime> skipped(Duration most) {
        return changes()
                .filter(ZoneOffsetTransition::isGap)
                .filter(change -> pauses(change, most))
                .flatMap(this::lost)
                .findFirst();
    }

    /// Of the clock, in two years.
    private Stream<ZoneOffsetTransition> changes() {
        var rules = zone.getRules();
        var end = YEAR.plusYears(2).toInstant(ZoneOffset.UTC);
        return Stream.iterate(
                        Optional.ofNullable(rules.nextTransition(YEAR.toInstant(ZoneOffset.UTC))),
                        Optional::isPresent,
                        change ->
                                change.map(ZoneOffsetTransition::getInstant)
                                        .map(rules::nextTransition))
                .flatMap(Optional::stream)
                .takeWhile(change -> change.getInstant().isBefore(end));
    }

    /// Times that have no moment, the latest first.
    private Stream<LocalDateTime> lost(ZoneOffsetTransition change) {
        return before(change.getDateTimeAfter())
                .takeWhile(at -> !at.isBefore(change.getDateTimeBefore()));
    }

    /// Whether the last moment before a change and the first one after it are too far apart.
    private boolean pauses(ZoneOffsetTransition change, Duration most) {
        var at = change.getInstant();
        var last = lastDue(at.minusNanos(1), most);
        return last.flatMap(from -> lastDue(from.plus(most), most).filter(from::isBefore))
                .isEmpty();
    }

    /// The latest first.
    private Stream<LocalDateTime> before(LocalDateTime moment) {
        return Stream.iterate(
                        times.lastExecution(moment.atZone(ZoneOffset.UTC)),
                        Optional::isPresent,
                        last -> last.flatMap(times::lastExecution))
                .flatMap(Optional::stream)
                .map(ZonedDateTime::toLocalDateTime);
    }

    /// Of two moments with one name, the first; none where the name is skipped.
    private Optional<Instant> first(LocalDateTime local) {
        return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
    }
}
