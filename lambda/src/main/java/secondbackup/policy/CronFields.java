package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says what AWS would refuse in a schedule, before anything is deployed, and of which [CronTimes] could not tell when it
/// is due: L, W or # in a list, a working day next to one that not every month has, and a step beyond its field.
///
/// Source: EventBridge Scheduler User Guide, "Schedule types" (cron-based schedules), to which AWS Backup's
/// developer guide refers; read 2026-11-27. cron-utils 9.2.1: `31W` fails in months of 30 days, `28W` leads out of a
/// month that ends with that Sunday, and of `L,5` the last day is lost.
final class CronFields {
    private static final Pattern STEP = Pattern.compile("(.+)/([1-9]\\d*)");
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final List<String> DAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final String NO_OTHER = "no other";
    private static final List<Field> FIELDS =
            List.of(
                    new Field("minutes of 0 to 59", 0, 59, List.of(), NO_OTHER),
                    new Field("hours of 0 to 23", 0, 23, List.of(), NO_OTHER),
                    new Field(
                            "day of month of 1 to 31, or one of L, LW and 1W to 27W",
                            1,
                            31,
                            List.of(),
                            "\\?|L|LW|([1-9]|1\\d|2[0-7])W"),
                    new Field("month of 1 to 12 or JAN to DEC", 1, 12, MONTHS, NO_OTHER),
                    new Field(
                            "day of week of 1 to 7 or SUN to SAT, or one of L, 1L to 7L and 1#1 to 7#5",
                            1,
                            7,
                            DAYS,
                            "\\?|L|[1-7]L|[1-7]#[1-5]"),
                    new Field("year of 1970 to 2199", 1970, 2199, List.of(), NO_OTHER));
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    private CronFields() {}

    /// @param expected in words
    /// @param names of the values, from the least on
    /// @param special a pattern of what the field takes instead of a list
    private record Field(String expected, int least, int most, List<String> names, String special) {
        boolean takes(String text) {
            return text.matches(special) || Stream.of(text.split(",", -1)).allMatch(this::takesOne);
        }

        private boolean takesOne(String text) {
            var step = STEP.matcher(text);
            return step.matches()
                    ? number(step.group(2)) <= most - least && takesSpan(step.group(1))
                    : takesSpan(text);
        }

        private boolean takesSpan(String text) {
            if (text.equals("*")) {
                return true;
            }
            var ends = text.split("-", -1);
            var from = value(ends[0]);
            return from >= 0 && (ends.length == 1 || (ends.length == 2 && value(ends[1]) >= from));
        }

        /// Below zero where it is no value of this field.
        private int value(String text) {
            var named = names.indexOf(text.toUpperCase(Locale.ROOT));
            if (named >= 0) {
                return least + named;
            }
            var number = number(text);
            return number >= least && number <= most ? number : -1;
        }
    }

    /// A number of up to four digits. Any other text is more than a field takes.
    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    /// Finds what is wrong with a schedule that fits its schema.
    ///
    /// @param where file and field of the schedule
    /// @return whether there is nothing
    static boolean check(String where, JsonNode schedule, CheckedFiles checked) {
        var zone = schedule.path("timeZone").asText();
        var known = zoneKnown(zone);
        if (!known) {
            checked.problem(
                    where
                            + "/timeZone: '"
                            + zone
                            + "': expected an IANA time zone such as Europe/Stockholm");
        }
        var cron = schedule.path("cron").asText();
        var objections = objections(cron);
        if (!objections.isEmpty()) {
            checked.problem(
                    where + "/cron: '" + cron + "': expected " + String.join("; ", objections));
        }
        return known && objections.isEmpty();
    }

    private static boolean zoneKnown(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// What was expected instead; empty where AWS takes the schedule.
    ///
    /// @param cron `cron(` and six fields, as the schema asks for
    static List<String> objections(String cron) {
        var texts = within(cron).split(" ", -1);
        var objections = new ArrayList<String>();
        for (var index = 0; index < FIELDS.size(); index++) {
            var field = FIELDS.get(index);
            if (!field.takes(texts[index])) {
                objections.add(field.expected() + " instead of " + texts[index]);
            }
        }
        if (texts[DAY_OF_MONTH].equals("?") == texts[DAY_OF_WEEK].equals("?")) {
            objections.add("? as either day of month or day of week");
        }
        return objections;
    }

    /// The six fields.
    static String within(String cron) {
        return cron.substring("cron(".length(), cron.length() - 1);
    }
}
