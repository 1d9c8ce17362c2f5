package secondbackup.simulation.states;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One execution of a state machine, or one child of a Distributed Map.
public final class Execution {
    /// How it stands.
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }

    /// One line of its history.
    ///
    /// @param what such as `TaskStateEntered`
    /// @param state name, with those around it
    public record Entry(Instant at, String what, String state, String detail) {}

    public final String arn;
    public final String machineArn;
    public final String name;
    public final String input;
    public final Instant startedAt;

    Status status = Status.RUNNING;
    String output = "";
    String error = "";
    String cause = "";
    Optional<Instant> stoppedAt = Optional.empty();
    final List<Entry> history = new ArrayList<>();
    final List<Execution> children = new ArrayList<>();

    Execution(String arn, String machineArn, String input, Instant startedAt) {
        this.arn = arn;
        this.machineArn = machineArn;
        this.name = arn.substring(arn.lastIndexOf(':') + 1);
        this.input = input;
        this.startedAt = startedAt;
    }

    public Status status() {
        return status;
    }

    /// JSON, once it has succeeded; empty before.
    public String output() {
        return output;
    }

    /// Name of the error that it failed with, or empty.
    public String error() {
        return error;
    }

    public String cause() {
        return cause;
    }

    public Optional<Instant> stoppedAt() {
        return stoppedAt;
    }

    public List<Entry> history() {
        return List.copyOf(history);
    }

    /// The executions of its Distributed Maps.
    public List<Execution> children() {
        return List.copyOf(children);
    }

    /// Stops what its Distributed Maps still run.
    void abortChildren(Instant at) {
        for (var child : children) {
            if (child.status == Status.RUNNING) {
                child.status = Status.ABORTED;
                child.stoppedAt = Optional.of(at);
                child.abortChildren(at);
            }
        }
    }

    void end(Outcome outcome, Instant at) {
        abortChildren(at);
        stoppedAt = Optional.of(at);
        switch (outcome) {
            case Outcome.Done(var json) -> {
                status = Status.SUCCEEDED;
                output = json.toString();
            }
            case Outcome.Broken(var name, var why) -> {
                status = Status.FAILED;
                error = name;
                cause = why;
            }
        }
    }
}
