package secondbackup.simulation.rds;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// How long AWS supports each major version of Aurora.
///
/// Source: Aurora User Guide, "Viewing support dates for engine versions in Amazon RDS Extended Support" (the dates of
/// Aurora MySQL 5.7; the others stand for AWS's release calendars), read 2026-11-27.
final class EngineMajors {
    /// @param standardEndsAt end of standard support; extended support begins then
    record Major(String engine, String major, Instant standardEndsAt, Instant extendedEndsAt) {}

    private static final String TABLE = "/simulation/engine-majors.json";

    private EngineMajors() {}

    static List<Major> all() {
        try (var stream = EngineMajors.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + TABLE);
            }
            var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
            return List.of(json.readValue(stream, Major[].class));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + TABLE, unreadable);
        }
    }
}
