package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/// Moments as a file gives them: an instant, or a number of days from the start of the world.
record Moments(Instant start) {
    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:]+Z");
    private static final Duration DAY = Duration.ofDays(1);

    Moments(String start) {
        this(instant(start));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /// Whether a text in the shape of an instant is one.
    static boolean legible(JsonNode moment) {
        try {
            return !SHAPE.matcher(moment.asText()).matches()
                    || !instant(moment.asText()).equals(Instant.MIN);
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// Writes a field as an instant.
    ///
    /// @param direction 1 for days after the start, -1 for days before it
    void write(JsonNode holder, String field, int direction, double otherwise) {
        var given = holder.path(field);
        var days = given.isNumber() ? given.asDouble() : otherwise;
        var at =
                given.isTextual()
                        ? instant(given.textValue())
                        : start.plusSeconds(Math.round(days * direction * DAY.toSeconds()));
        ((ObjectNode) holder).put(field, at.toString());
    }
}
