package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;

/// One thing that is wrong with a file.
///
/// @param pointer JSON pointer of the field
/// @param value what stands there, as JSON; empty where nothing does
/// @param expected what should stand there
record Problem(String pointer, String value, String expected) {
    private static final int LONGEST = 60;

    static Problem at(String pointer, JsonNode value, String expected) {
        var json = value.isMissingNode() ? "" : value.toString();
        return new Problem(
                pointer,
                json.length() > LONGEST ? json.substring(0, LONGEST) + "..." : json,
                expected);
    }

    String text() {
        var where = pointer.isEmpty() ? "/" : pointer;
        return where + (value.isEmpty() ? "" : " = " + value) + ": " + expected;
    }
}
