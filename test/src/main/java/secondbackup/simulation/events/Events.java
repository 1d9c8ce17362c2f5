package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// The events that AWS Backup emits.
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

    private static final int REMEMBERED_MAX = 10_000;

    private final Deque<Event> emitted = new ArrayDeque<>();
    private final List<Consumer<Event>> listeners = new ArrayList<>();

    /// Takes an event; it is delivered, or lost, later.
    public void emit(Event event) {
        emitted.add(event);
        if (emitted.size() > REMEMBERED_MAX) {
            emitted.remove();
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    /// The newest ten thousand, oldest first.
    public List<Event> emitted() {
        return List.copyOf(emitted);
    }

    /// Hears every event at the moment it is emitted.
    public void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }
}
