package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

/// The control account's event bus where a world has none deployed: collects what the accounts forward, in batches,
/// with events lost, repeated and out of order. Deployed buses are [EventBuses].
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge", and Amazon
/// EventBridge User Guide, "Sending and receiving events between AWS accounts", read 2026-11-22.
public final class ControlBus {
    /// May change at any time; it decides about events emitted from then on.
    public Delivery delivery = Delivery.likely();

    private final BestEffort bestEffort;
    private final Events events;
    private final List<String> delivered = new ArrayList<>();

    public ControlBus(SimulatedTime time, Chance chance, Events events) {
        this.events = events;
        this.bestEffort = new BestEffort(time, chance, () -> delivery);
        events.listen(this::take);
    }

    /// What has arrived since the last call, oldest first, each as EventBridge's JSON.
    public List<String> drain() {
        var all = List.copyOf(delivered);
        delivered.clear();
        return all;
    }

    private void take(Event event) {
        if (events.forwards(event.account(), event.region())) {
            carry(event, envelope -> delivered.add(envelope.toString()));
        }
    }

    /// Takes an event to whoever waits for it, as well as AWS Backup does.
    void carry(Event event, Consumer<ObjectNode> inbox) {
        bestEffort.carry(event, inbox);
    }
}
