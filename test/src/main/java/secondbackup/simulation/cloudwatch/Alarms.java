package secondbackup.simulation.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import secondbackup.simulation.cloudwatch.Alarm.State;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;

/// The alarms of all accounts. Each is judged at the end of every one of its periods, and tells whom it is to tell when
/// its state changes, by itself and with no role.
///
/// Not modelled: CloudWatch may look at more periods than asked for before it calls data missing.
///
/// Source: Amazon CloudWatch User Guide, "Using Amazon CloudWatch alarms", "Alarm evaluation" and "Notifying users on
/// alarm changes", read 2026-11-27.
public final class Alarms {
    private static final String SERVICE = "cloudwatch.amazonaws.com";

    private final TreeMap<String, Alarm> byArn = new TreeMap<>();
    private final List<String> untold = new ArrayList<>();
    private final Metrics metrics;
    private final Targets targets;
    private final SimulatedTime time;

    public Alarms(Metrics metrics, Targets targets, SimulatedTime time) {
        this.metrics = metrics;
        this.targets = targets;
        this.time = time;
    }

    /// Adds an alarm, or takes the place of the one of that name. It is judged from the next period's end on.
    public void put(Alarm alarm) {
        byArn.put(alarm.arn(), alarm);
        planNext(alarm, alarm.generation);
    }

    /// What an alarm watches is another thing from now on.
    public void change(Alarm alarm, Alarm.Condition condition) {
        alarm.condition = condition;
        alarm.generation++;
        planNext(alarm, alarm.generation);
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    public Optional<Alarm> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<Alarm> all() {
        return List.copyOf(byArn.values());
    }

    /// What could not be told, and why, oldest first.
    public List<String> untold() {
        return List.copyOf(untold);
    }

    private void planNext(Alarm alarm, int generation) {
        var seconds = alarm.condition.period().toSeconds();
        var next = (time.instant().getEpochSecond() / seconds + 1) * seconds;
        time.at(
                Instant.ofEpochSecond(next),
                "judging alarm " + alarm.name,
                () -> judge(alarm, generation));
    }

    private void judge(Alarm alarm, int generation) {
        if (byArn.get(alarm.arn()) != alarm || alarm.generation != generation) {
            return;
        }
        planNext(alarm, generation);
        var condition = alarm.condition;
        var to = time.instant();
        // A gauge shows how things stood when the period ended.
        metrics.reading(condition.metric(), to.minusNanos(1));
        var points = new ArrayList<OptionalDouble>();
        for (var back = 1; back <= condition.periods(); back++) {
            var from = to.minus(condition.period().multipliedBy(back));
            var end = from.plus(condition.period());
            points.add(metrics.statistic(condition.metric(), condition.statistic(), from, end));
        }
        turn(alarm, alarm.judged(points), points);
    }

    private void turn(Alarm alarm, State next, List<OptionalDouble> points) {
        var before = alarm.state;
        if (next == before) {
            return;
        }
        alarm.state = next;
        var reason = "Threshold Crossed: datapoints, the newest first: " + points;
        alarm.history.add(new Alarm.Change(time.instant(), before, next, reason));
        if (alarm.actionsEnabled) {
            alarm.actions().forEach(action -> tell(alarm, before, reason, action));
        }
    }

    private void tell(Alarm alarm, State before, String reason, String action) {
        var message =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("AlarmName", alarm.name)
                        .put("AWSAccountId", alarm.account)
                        .put("NewStateValue", alarm.state.name())
                        .put("NewStateReason", reason)
                        .put("StateChangeTime", time.instant().toString())
                        .put("Region", alarm.region)
                        .put("AlarmArn", alarm.arn())
                        .put("OldStateValue", before.name());
        var attributes = new TreeMap<String, String>();
        attributes.put("Subject", alarm.state + ": \"" + alarm.name + "\" in " + alarm.region);
        var caller = new ServiceCaller(SERVICE, alarm.arn(), "");
        if (targets.deliver(new Parcel(caller, action, message.toString(), attributes))
                instanceof Outcome.Refused refused) {
            untold.add(alarm.arn() + " to " + action + ": " + refused.message());
        }
    }
}
