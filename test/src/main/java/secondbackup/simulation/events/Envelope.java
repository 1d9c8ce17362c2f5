package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import secondbackup.simulation.events.Events.Event;

/// The form in which EventBridge hands events on.
///
/// Source: Amazon EventBridge User Guide, "Events in Amazon EventBridge", read 2026-11-27.
public final class Envelope {
    private Envelope() {}

    static ObjectNode of(Event event, String id, Instant at) {
        return of(
                id,
                "aws.backup",
                event.detailType(),
                event.account(),
                event.region(),
                at,
                event.resources(),
                event.detail());
    }

    public static ObjectNode of(
            String id,
            String source,
            String detailType,
            String account,
            String region,
            Instant at,
            List<String> resources,
            JsonNode detail) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", "0");
        json.put("id", id);
        json.put("detail-type", detailType);
        json.put("source", source);
        json.put("account", account);
        json.put("time", second(at));
        json.put("region", region);
        resources.forEach(json.putArray("resources")::add);
        json.set("detail", detail);
        return json;
    }

    static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
