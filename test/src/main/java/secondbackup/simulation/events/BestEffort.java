package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

/// How AWS Backup's events reach EventBridge: in batches, some lost, some repeated, some out of order.
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge", read 2026-11-22.
public final class BestEffort {
    private static final Duration BATCH = Duration.ofMinutes(5);
    private static final long LATER_BATCHES_MAX = 6;

    /// May change at any time; it decides about events emitted from then on.
    public Delivery delivery = Delivery.likely();

    private final SimulatedTime time;
    private final Chance chance;

    public BestEffort(SimulatedTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
    }

    /// @param inbox gets the event in its envelope: later, never, or twice
    void carry(Event event, Consumer<ObjectNode> inbox) {
        var id =
                chance.uuid(
                        "event",
                        event.account(),
                        event.region(),
                        event.detailType(),
                        event.resources(),
                        event.detail(),
                        time.instant());
        if (falls("event lost", id, delivery.lost())) {
            return;
        }
        var envelope = Envelope.of(event, id, time.instant());
        var batch = nextBatch(time.instant());
        if (falls("event disordered", id, delivery.disordered())) {
            batch = later(batch, "event disordered by", id);
        }
        deliver(envelope, batch, inbox);
        if (falls("event repeated", id, delivery.repeated())) {
            deliver(envelope, later(batch, "event repeated after", id), inbox);
        }
    }

    private void deliver(ObjectNode envelope, Instant batch, Consumer<ObjectNode> inbox) {
        time.at(batch, "an event of AWS Backup arrives", () -> inbox.accept(envelope));
    }

    private boolean falls(String what, String id, double share) {
        return chance.fraction(what, id) < share;
    }

    private Instant later(Instant batch, String what, String id) {
        return batch.plus(BATCH.multipliedBy(chance.between(1, LATER_BATCHES_MAX, what, id)));
    }

    private static Instant nextBatch(Instant now) {
        var seconds = BATCH.toSeconds();
        return Instant.ofEpochSecond((now.getEpochSecond() / seconds + 1) * seconds);
    }
}
