package secondbackup.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells when a schedule of AWS's was last due. A local time that spring skips is not made up for, and one that
/// autumn repeats counts once, before the clock goes back.
///
/// Source: EventBridge Scheduler User Guide, "Schedule types" (cron-based schedules, daylight saving time), read
/// 2026-11-27.
final class CronTimes {
    private static final int DAYS_OF_WEEK = 7;

    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    private final List<String> texts;
    private final BitSet minutes;
    private final BitSet hours;
    private final ZoneId zone;

    /// @param schedule that [CronFields] finds nothing wrong with
    CronTimes(PromiseRule.Schedule schedule) {
        this.texts = CronFields.texts(schedule.cron());
        this.minutes = held(CronFields.MINUTES, MINUTES);
        this.hours = held(CronFields.HOURS, HOURS);
        this.zone = ZoneId.of(schedule.timeZone());
    }

    private BitSet held(int field, int count) {
        var held = new BitSet();
        IntStream.range(0, count).filter(value -> takes(field, value)).forEach(held::set);
        return held;
    }

    /// The last time, no later than a moment and no longer than a span before it.
    Optional<Instant> lastDue(Instant now, Duration within) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        return Stream.iterate(minute, at -> at.minus(Duration.ofMinutes(1)))
                .takeWhile(at -> !at.isBefore(now.minus(within)))
                .filter(this::due)
                .findFirst();
    }

    private boolean due(Instant at) {
        var local = at.atZone(zone).toLocalDateTime();
        return minutes.get(local.getMinute())
                && hours.get(local.getHour())
                && onDayOfMonth(local)
                && takes(CronFields.MONTH, local.getMonthValue())
                && onDayOfWeek(local)
                && takes(CronFields.YEAR, local.getYear())
                && firstOfItsName(at, local);
    }

    private boolean firstOfItsName(Instant at, LocalDateTime local) {
        return local.toInstant(zone.getRules().getValidOffsets(local).getFirst()).equals(at);
    }

    private boolean takes(int field, int value) {
        return CronFields.holds(field, texts.get(field), value);
    }

    private boolean onDayOfMonth(LocalDateTime local) {
        var last = local.toLocalDate().lengthOfMonth();
        return parts(CronFields.DAY_OF_MONTH)
                .anyMatch(text ->
                        switch (text) {
                            case "?" -> true;
                            case "L" -> local.getDayOfMonth() == last;
                            case "LW" -> local.getDayOfMonth() == workdayNear(last, local);
                            default ->
                                    text.endsWith("W")
                                            ? local.getDayOfMonth()
                                                    == workdayNear(number(text), local)
                                            : CronFields.holds(
                                                    CronFields.DAY_OF_MONTH,
                                                    text,
                                                    local.getDayOfMonth());
                        });
    }

    /// The working day next to a day, in the same month; 0 where the month has no such day.
    private static int workdayNear(int day, LocalDateTime month) {
        var last = month.toLocalDate().lengthOfMonth();
        if (day > last) {
            return 0;
        }
        return switch (month.toLocalDate().withDayOfMonth(day).getDayOfWeek()) {
            case SATURDAY -> day > 1 ? day - 1 : day + 2;
            case SUNDAY -> day < last ? day + 1 : day - 2;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    /// AWS counts them from 1 for Sunday.
    private boolean onDayOfWeek(LocalDateTime local) {
        var day = local.getDayOfWeek().getValue() % DAYS_OF_WEEK + 1;
        return parts(CronFields.DAY_OF_WEEK)
                .anyMatch(text -> {
                    if (text.equals("?")) {
                        return true;
                    }
                    if (text.equals("L")) {
                        return local.getDayOfWeek() == DayOfWeek.SATURDAY;
                    }
                    if (text.endsWith("L")) {
                        var left = local.toLocalDate().lengthOfMonth() - local.getDayOfMonth();
                        return day == number(text) && left < DAYS_OF_WEEK;
                    }
                    var hash = text.indexOf('#');
                    return hash < 0
                            ? CronFields.holds(CronFields.DAY_OF_WEEK, text, day)
                            : day == number(text)
                                    && (local.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1
                                            == Integer.parseInt(text.substring(hash + 1));
                });
    }

    private Stream<String> parts(int field) {
        return Stream.of(texts.get(field).split(",", -1));
    }

    /// With which a text begins.
    private static int number(String text) {
        return Integer.parseInt(text.replaceFirst("\\D.*", ""));
    }
}
