package secondbackup.simulation.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.lambda.Invoker;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.targets.Outcome.Refused;
import secondbackup.simulation.targets.Outcome.Taken;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;

/// The state machines of all accounts.
///
/// Source: AWS Step Functions Developer Guide, "Monitoring Step Functions metrics using Amazon CloudWatch"; API Reference,
/// "StartExecution"; read 2026-11-27.
public final class StateMachines {
    private static final String SERVICE = "states.amazonaws.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<String, StateMachine> byArn = new TreeMap<>();
    private final ServiceCalls calls;
    private final Metrics metrics;
    private final Chance chance;
    private final SimulatedTime time;
    private final Tasks tasks;
    private final ItemReader reader;

    public StateMachines(
            Invoker invoker,
            Targets targets,
            Buckets buckets,
            ServiceCalls calls,
            Metrics metrics,
            Chance chance,
            SimulatedTime time) {
        this.calls = calls;
        this.metrics = metrics;
        this.chance = chance;
        this.time = time;
        this.tasks = new Tasks(invoker, targets, chance, time);
        this.reader = new ItemReader(buckets, calls);
    }

    public void put(StateMachine machine) {
        byArn.put(machine.arn(), machine);
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    public Optional<StateMachine> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<StateMachine> all() {
        return List.copyOf(byArn.values());
    }

    /// Starts an execution that another service asks for; the content is its input.
    public secondbackup.simulation.targets.Outcome take(Parcel parcel) {
        var arn = Arn.of(parcel.targetArn());
        var request = AccessRequest.of("states:StartExecution", parcel.targetArn());
        if (calls.decide(parcel.caller(), arn.region(), request.guardedBy("", arn.account()))
                instanceof Decision.Denied denied) {
            return new Refused("AccessDeniedException", denied.message());
        }
        var machine = find(parcel.targetArn());
        if (machine.isEmpty()) {
            return new Refused(
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + parcel.targetArn() + "'");
        }
        var name = chance.uuid("execution", arn, parcel.content(), time.instant());
        try {
            return new Taken(start(machine.get(), name, parcel.content()).arn);
        } catch (IllegalArgumentException bad) {
            return new Refused("InvalidExecutionInput", String.valueOf(bad.getMessage()));
        }
    }

    /// Starts an execution without asking who wants it.
    ///
    /// Fails: IllegalArgumentException for an input that is no JSON.
    public Execution start(StateMachine machine, String name, String input) {
        var data = read(input);
        var arn = machine.arn().replace(":stateMachine:", ":execution:") + ":" + name;
        var execution = new Execution(arn, machine.arn(), input, time.instant());
        machine.executions.add(execution);
        count(machine, "ExecutionsStarted");
        var caller = new ServiceCaller(SERVICE, machine.arn(), machine.roleArn);
        var stage = new Stage(execution, caller, tasks, reader, calls, chance, time);
        var definition = machine.definition().machine();
        if (definition.has("TimeoutSeconds")) {
            stage.after(
                    Duration.ofSeconds(definition.path("TimeoutSeconds").asLong()),
                    machine.name + " may not last longer",
                    () -> expire(machine, execution));
        }
        var context = JSON.createObjectNode();
        context.putObject("Execution")
                .put("Id", arn)
                .put("Name", name)
                .put("RoleArn", machine.roleArn)
                .put("StartTime", time.instant().toString())
                .set("Input", data);
        context.putObject("StateMachine").put("Id", machine.arn()).put("Name", machine.name);
        stage.after(
                Duration.ZERO,
                "execution of " + machine.name,
                () ->
                        new Walk(
                                        stage,
                                        definition.path("States"),
                                        "",
                                        context,
                                        outcome -> end(machine, execution, outcome))
                                .enter(definition.path("StartAt").asText(), data));
        return execution;
    }

    private static JsonNode read(String input) {
        try {
            return JSON.readTree(input);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(
                    "Invalid State Machine Execution Input: '" + bad.getOriginalMessage() + "'",
                    bad);
        }
    }

    private void end(StateMachine machine, Execution execution, Outcome outcome) {
        if (execution.status == Execution.Status.RUNNING) {
            execution.end(outcome, time.instant());
            var done = outcome instanceof Outcome.Done;
            count(machine, done ? "ExecutionsSucceeded" : "ExecutionsFailed");
        }
    }

    private void expire(StateMachine machine, Execution execution) {
        execution.end(new Outcome.Broken("States.Timeout", ""), time.instant());
        execution.status = Execution.Status.TIMED_OUT;
        count(machine, "ExecutionsTimedOut");
    }

    private void count(StateMachine machine, String name) {
        metrics.add(
                Metrics.Metric.of(
                        machine.account,
                        machine.region,
                        "AWS/States",
                        name,
                        "StateMachineArn",
                        machine.arn()),
                1);
    }
}
