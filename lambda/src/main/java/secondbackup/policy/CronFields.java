package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says what AWS would refuse in a schedule, before anything is deployed.
///
/// Source: EventBridge Scheduler User Guide, "Schedule types" (cron-based schedules), to which AWS Backup's
/// developer guide refers; read 2026-11-27.
final class CronFields {
    private static final Pattern STEP = Pattern.compile("(.+)/([1-9]\\d*)");
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final List<String> DAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<Field> FIELDS =
            List.of(
                    new Field("minutes", 0, 59, List.of(), "no other"),
                    new Field("hours", 0, 23, List.of(), "no other"),
                    new Field("day of month", 1, 31, List.of(), "\\?|L|LW|([1-9]|[12]\\d|3[01])W"),
                    new Field("month", 1, 12, MONTHS, "no other"),
                    new Field("day of week", 1, 7, DAYS, "\\?|L|[1-7]L|[1-7]#[1-5]"),
                    new Field("year", 1970, 2199, List.of(), "no other"));
    static final int MINUTES = 0;
    static final int HOURS = 1;
    static final int DAY_OF_MONTH = 2;
    static final int MONTH = 3;
    static final int DAY_OF_WEEK = 4;
    static final int YEAR = 5;

    private CronFields() {}

    /// @param names of the values, from the least on
    /// @param special a pattern of what else the field takes
    private record Field(String name, int least, int most, List<String> names, String special) {
        boolean takes(String text) {
            return Stream.of(text.split(",", -1)).allMatch(this::takesOne);
        }

        private boolean takesOne(String text) {
            var step = STEP.matcher(text);
            return text.matches(special)
                    || (step.matches() ? takesSpan(step.group(1)) : takesSpan(text));
        }

        private boolean takesSpan(String text) {
            if (text.equals("*")) {
                return true;
            }
            var ends = text.split("-", -1);
            var from = value(ends[0]);
            return from >= 0 && (ends.length == 1 || (ends.length == 2 && value(ends[1]) >= from));
        }

        /// Whether one of the values or spans of a text, which this field takes, is a value.
        boolean holds(String text, int value) {
            return Stream.of(text.split(",", -1)).anyMatch(part -> partHolds(part, value));
        }

        private boolean partHolds(String part, int value) {
            var step = STEP.matcher(part);
            if (!step.matches()) {
                return spanHolds(part, value);
            }
            var span = step.group(1);
            var from = span.equals("*") ? least : value(span.split("-", -1)[0]);
            var whole = span.matches("\\*|.*-.*") ? span : span + "-" + most;
            return spanHolds(whole, value) && (value - from) % Integer.parseInt(step.group(2)) == 0;
        }

        private boolean spanHolds(String span, int value) {
            var ends = span.split("-", -1);
            return span.equals("*")
                    || (value >= value(ends[0]) && value <= value(ends[ends.length - 1]));
        }

        /// Below zero where it is no value of this field.
        private int value(String text) {
            var named = names.indexOf(text.toUpperCase(Locale.ROOT));
            if (named >= 0) {
                return least + named;
            }
            var number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
            return number >= least && number <= most ? number : -1;
        }

        String expected() {
            return name
                    + " of "
                    + least
                    + " to "
                    + most
                    + (names.isEmpty() ? "" : " or " + names.getFirst() + " to " + names.getLast());
        }
    }

    /// Finds what is wrong with a schedule that fits its schema.
    ///
    /// @param where file and field of the schedule
    static void check(String where, JsonNode schedule, CheckedFiles checked) {
        var zone = schedule.path("timeZone").asText();
        if (!zoneKnown(zone)) {
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
        var texts = texts(cron);
        var objections = new ArrayList<String>();
        for (var index = 0; index < FIELDS.size(); index++) {
            var field = FIELDS.get(index);
            if (!field.takes(texts.get(index))) {
                objections.add(field.expected() + " instead of " + texts.get(index));
            }
        }
        if (texts.get(DAY_OF_MONTH).equals("?") == texts.get(DAY_OF_WEEK).equals("?")) {
            objections.add("? as either day of month or day of week");
        }
        return objections;
    }

    /// The texts of the six fields.
    static List<String> texts(String cron) {
        return List.of(cron.substring("cron(".length(), cron.length() - 1).split(" "));
    }

    /// Whether the values and spans of a field hold a value. Days written with L, W or # are none.
    static boolean holds(int field, String text, int value) {
        return FIELDS.get(field).holds(text, value);
    }
}
