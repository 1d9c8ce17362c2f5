package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// The events that services emit, and what has been delivered to the control bus.
public final class Events {
    /// One event as its service emitted it.
    ///
    /// @param detailType such as `Copy Job State Change`
    /// @param resources ARNs, the first being the one the event is about
    public record Event(
            String account,
            String region,
            String detailType,
            List<String> resources,
            ObjectNode detail) {}

    private final List<Event> emitted = new ArrayList<>();

    /// Takes an event; it is delivered, or lost, later.
    public void emit(Event event) {
        emitted.add(event);
    }

    public List<Event> emitted() {
        return List.copyOf(emitted);
    }
}
