package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

/// The control account's event bus: collects what the accounts forward, in batches, with events lost,
/// repeated and out of order.
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge", and Amazon
/// EventBridge User Guide, "Sending and receiving events between AWS accounts", read 2026-11-22.
public final class ControlBus {
    private static final Duration BATCH = Duration.ofMinutes(5);
    private static final long LATER_BATCHES_MAX = 6;

    /// May change at any time; it decides about events emitted from then on.
    public Delivery delivery = Delivery.likely();

    private final SimulatedTime time;
    private final Chance chance;
    private final Events events;
    private final List<String> delivered = new ArrayList<>();

    public ControlBus(SimulatedTime time, Chance chance, Events events) {
        this.time = time;
        this.chance = chance;
        this.events = events;
        events.listen(this::take);
    }

    /// What has arrived since the last call, oldest first, each as EventBridge's JSON.
    public List<String> drain() {
        var all = List.copyOf(delivered);
        delivered.clear();
        return all;
    }

    private void take(Event event) {
        if (!events.forwards(event.account(), event.region())) {
            return;
        }
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
        var envelope = envelope(event, id, time.instant());
        var batch = nextBatch(time.instant());
        if (falls("event disordered", id, delivery.disordered())) {
            batch = later(batch, "event disordered by", id);
        }
        deliver(envelope, batch);
        if (falls("event repeated", id, delivery.repeated())) {
            deliver(envelope, later(batch, "event repeated after", id));
        }
    }

    private void deliver(String envelope, Instant batch) {
        time.at(batch, "an event arrives at the control bus", () -> delivered.add(envelope));
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

    private static String envelope(Event event, String id, Instant at) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", "0");
        json.put("id", id);
        json.put("detail-type", event.detailType());
        json.put("source", "aws.backup");
        json.put("account", event.account());
        json.put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("region", event.region());
        event.resources().forEach(json.putArray("resources")::add);
        json.set("detail", event.detail());
        return json.toString();
    }
}
