package secondbackup.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.lambda.Functions.Named;
import secondbackup.simulation.lambda.LambdaRuntime.Answer;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.slack.Poster;

/// Invokes the product's functions by hand, where somebody wants a run at a moment of its own: each runs as it was
/// deployed, under its own role. A run takes no simulated time.
public final class Lambdas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOME = "eu-central-1";
    private static final List<String> ALL = List.of("list", "survey", "verify", "notify", "copy");

    private final SimulatedOrganization world;
    private final String account;
    private final HandlerRuntime runtime;
    private int invocations;

    /// @param account the control account
    /// @param more variables that take the place of those that were deployed
    public Lambdas(
            SimulatedOrganization world,
            Poster slack,
            String account,
            SortedMap<String, String> more) {
        this.world = world;
        this.account = account;
        this.runtime = new HandlerRuntime(world, slack, more);
        world.machinery().invoker().runBy(runtime);
        ALL.forEach(name ->
                function(arn(name)).ifPresent(each -> each.takes = Optional.of(Duration.ZERO)));
    }

    /// A whole sweep, one step after the other: List, a Survey for each account, Verify, Notify, Copy.
    ///
    /// @return what Verify answered
    public JsonNode sweep() {
        var listed = invoke("list", scheduled("second-backup-sweep").toString());
        for (var each : listed.path("accounts")) {
            invoke("survey", item(listed.path("sweep").asText(), each.asText()));
        }
        var sweep = JSON.createObjectNode().put("sweep", listed.path("sweep").asText()).toString();
        var verified = invoke("verify", sweep);
        invoke("notify", sweep);
        copy(List.of());
        return verified;
    }

    /// What Survey is told of one account.
    public static String item(String sweep, String account) {
        return JSON.createObjectNode().put("sweep", sweep).put("account", account).toString();
    }

    /// One run of Copy.
    ///
    /// @param events what the queue holds; without any, the schedule wakes it
    public JsonNode copy(List<String> events) {
        var event = events.isEmpty() ? scheduled("second-backup-copy") : queued(events);
        return invoke("copy", event.toString());
    }

    /// One of the product's functions, empty where the ARN names none.
    public Optional<Function> function(String arn) {
        return world.machinery().functions().find(arn);
    }

    private String arn(String lambda) {
        return "arn:aws:lambda:" + HOME + ":" + account + ":function:second-backup-" + lambda;
    }

    /// What the Lambdas have logged, line by line.
    public List<String> log() {
        return runtime.log();
    }

    /// What the newest run that failed has thrown.
    public Optional<RuntimeException> thrown() {
        return runtime.thrown();
    }

    /// Source: Amazon EventBridge Scheduler User Guide, "Universal targets" (the default event), read
    /// 2026-11-22.
    private ObjectNode scheduled(String schedule) {
        return JSON.createObjectNode()
                .put("version", "0")
                .put("source", "aws.scheduler")
                .put("detail-type", "Scheduled Event")
                .put("account", account)
                .put("time", world.time().instant().toString())
                .put("schedule", schedule);
    }

    /// Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS" (the event), read 2026-11-22.
    private static ObjectNode queued(List<String> events) {
        var message = JSON.createObjectNode();
        var records = message.putArray("Records");
        events.forEach(
                event -> records.addObject().put("eventSource", "aws:sqs").put("body", event));
        return message;
    }

    /// One invocation.
    ///
    /// @param lambda one of `list`, `survey`, `verify`, `notify` and `copy`
    /// @param event whatever woke it
    public JsonNode invoke(String lambda, String event) {
        return invoke(function(arn(lambda)).orElseThrow(), event);
    }

    /// One invocation.
    ///
    /// Fails: with what the handler threw; IllegalStateException where Lambda itself did not run it.
    public JsonNode invoke(Function function, String event) {
        var answers = new ArrayList<Answer>();
        var before = runtime.thrown();
        world.machinery().invoker().runBy(runtime);
        var id = world.chance().uuid("by hand", function.arn(), event, invocations++);
        world.server()
                .exclusively(() ->
                        world.machinery()
                                .invoker()
                                .start(new Named(function, ""), id, event, answers::add));
        world.advance(Duration.ZERO);
        if (answers.isEmpty()) {
            throw new IllegalStateException(function.name + " has not answered");
        }
        return switch (answers.getFirst()) {
            case Answer.Returned(var json) -> read(json);
            case Answer.Failed(var type, var message) -> {
                if (!runtime.thrown().equals(before)) {
                    throw runtime.thrown().orElseThrow();
                }
                throw new IllegalStateException(function.name + ": " + type + ": " + message);
            }
            case Answer.Throttled(var message) ->
                    throw new IllegalStateException(function.name + ": " + message);
        };
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException bad) {
            throw new IllegalStateException("a Lambda answered no JSON: " + json, bad);
        }
    }
}
