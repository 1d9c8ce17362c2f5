package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

/// What the states of one execution have to do with the world. An execution that is over lets nothing more happen.
///
/// @param machine in whose role it acts
record Stage(
        Execution execution,
        ServiceCaller machine,
        Tasks tasks,
        ItemReader reader,
        ServiceCalls calls,
        Chance chance,
        SimulatedTime time) {

    Stage of(Execution child) {
        return new Stage(child, machine, tasks, reader, calls, chance, time);
    }

    String arn() {
        return execution.arn;
    }

    Instant now() {
        return time.instant();
    }

    void note(String what, String state, String detail) {
        execution.history.add(new Execution.Entry(now(), what, state, detail));
    }

    void after(Duration wait, String what, Runnable action) {
        time.after(
                wait,
                what,
                () -> {
                    if (execution.status == Execution.Status.RUNNING) {
                        action.run();
                    }
                });
    }

    void task(String resource, JsonNode parameters, Consumer<Outcome> ended) {
        tasks.start(
                resource,
                parameters,
                machine,
                outcome -> {
                    if (execution.status == Execution.Status.RUNNING) {
                        ended.accept(outcome);
                    }
                });
    }
}
