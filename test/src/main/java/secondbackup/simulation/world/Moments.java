package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Moments as a file gives them: an instant, or a number of days from the start of the world.
record Moments(Instant start) {
    private static final Duration DAY = Duration.ofDays(1);

    Moments(String start) {
        this(instant(start));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
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
