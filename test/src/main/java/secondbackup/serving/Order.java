package secondbackup.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.Place;

/// The JSON of a request under `/_simulation/`.
///
/// Every method fails with a [BadOrder] that names all that is wrong.
record Order(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final List<String> PLACE = List.of("account", "region", "service", "operation");

    static Order read(String body) {
        try {
            return new Order(body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (JsonProcessingException bad) {
            throw new BadOrder(400, "expected JSON: " + bad.getOriginalMessage());
        }
    }

    /// The moment that the clock is to be moved to.
    Instant moment(Instant now) {
        var known = fields(List.of("advance", "to"));
        if (known.size() != 1) {
            throw expected(
                    "one of {\"advance\": \"PT12H\"} and {\"to\": \"2026-10-20T00:00:00Z\"}");
        }
        var text = json.path(known.getFirst()).asText();
        try {
            var moment =
                    known.getFirst().equals("to")
                            ? Instant.parse(text)
                            : now.plus(Duration.parse(text));
            return checked(now, moment);
        } catch (DateTimeException _) {
            throw expected("a duration such as PT12H or a moment such as 2026-10-20T00:00:00Z");
        }
    }

    private static Instant checked(Instant now, Instant moment) {
        if (moment.isBefore(now) || moment.isAfter(now.plus(LONGEST))) {
            throw new BadOrder(
                    400, moment + ": expected a moment from now, " + now + ", to 3660 days later");
        }
        return moment;
    }

    Fault fault() {
        var problems = new ArrayList<String>();
        var allowed = Stream.concat(Stream.of("name", "kind", "share", "first"), PLACE.stream());
        fields(allowed.toList());
        var name = json.path("name").asText();
        if (name.isBlank()) {
            problems.add("name is missing: expected what the fault is for");
        }
        var kinds = Arrays.stream(Fault.Kind.values()).map(Enum::name).toList();
        var kind = json.path("kind").asText();
        if (!kinds.contains(kind)) {
            problems.add("kind is '" + kind + "': expected one of " + String.join(", ", kinds));
        }
        if (json.has("share") == json.has("first") || !inBounds()) {
            problems.add("expected either share, from 0 to 1, or first, a whole number from 1");
        }
        if (!problems.isEmpty()) {
            throw new BadOrder(400, String.join("; ", problems));
        }
        var struck = Fault.Kind.valueOf(kind);
        return json.has("share")
                ? Fault.share(name, struck, json.path("share").asDouble(), this::strikes)
                : Fault.first(name, struck, json.path("first").asLong(), this::strikes);
    }

    private boolean inBounds() {
        var share = json.path("share");
        var first = json.path("first");
        return json.has("share")
                ? share.isNumber() && share.asDouble() >= 0 && share.asDouble() <= 1
                : first.isIntegralNumber() && first.asLong() >= 1;
    }

    private boolean strikes(Place place) {
        return matches("account", place.account())
                && matches("region", place.region())
                && matches("service", place.service())
                && matches("operation", place.operation());
    }

    private boolean matches(String field, String value) {
        return !json.has(field) || json.path(field).asText().equals(value);
    }

    /// The names of the fields that are there; none may be unknown.
    private List<String> fields(List<String> known) {
        var names = json.properties().stream().map(field -> field.getKey()).toList();
        if (!json.isObject() || !known.containsAll(names)) {
            throw expected("an object with some of " + String.join(", ", known));
        }
        return names;
    }

    private BadOrder expected(String what) {
        return new BadOrder(400, "got " + json + ": expected " + what);
    }
}
