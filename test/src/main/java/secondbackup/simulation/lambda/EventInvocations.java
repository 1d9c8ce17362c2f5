package secondbackup.simulation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.lambda.Functions.Named;
import secondbackup.simulation.lambda.LambdaRuntime.Answer;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;

/// Asynchronous invocation: Lambda takes the event, and runs the function in its own time.
///
/// An error is retried after one and after two minutes; a throttled event waits, from one second to five minutes, as
/// long as it is young enough. Then it goes to the destination on failure, or the dead-letter queue, in the function's
/// own role; without either it is dropped, and counts as such.
///
/// Source: AWS Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation" and
/// "Capturing records of Lambda asynchronous invocations", read 2026-11-27.
public final class EventInvocations {
    private static final String SERVICE = "lambda.amazonaws.com";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private record Attempt(
            Named named, String id, String event, Instant since, int errors, int throttles) {}

    private final Invoker invoker;
    private final Targets targets;
    private final List<String> dropped = new ArrayList<>();
    private long taken;

    public EventInvocations(Invoker invoker, Targets targets) {
        this.invoker = invoker;
        this.targets = targets;
    }

    /// Events that no one will ever see again, each with its function.
    public List<String> dropped() {
        return List.copyOf(dropped);
    }

    /// Takes an event from another service.
    public Outcome take(Parcel parcel) {
        if (invoker.functions().mayInvoke(parcel.caller(), parcel.targetArn())
                instanceof Decision.Denied denied) {
            return new Outcome.Refused("AccessDeniedException", denied.message());
        }
        var named = invoker.functions().named(parcel.targetArn());
        if (named.isEmpty()) {
            return new Outcome.Refused(
                    "ResourceNotFoundException", "Function not found: " + parcel.targetArn());
        }
        var now = invoker.time().instant();
        var id =
                invoker.chance()
                        .uuid(
                                "event invocation",
                                parcel.targetArn(),
                                parcel.content(),
                                now,
                                taken++);
        attempt(new Attempt(named.get(), id, parcel.content(), now, 0, 0), Duration.ZERO);
        return new Outcome.Taken(id);
    }

    private void attempt(Attempt attempt, Duration wait) {
        invoker.time()
                .after(
                        wait,
                        "an event for " + attempt.named().function().name,
                        () ->
                                invoker.start(
                                        attempt.named(),
                                        attempt.id(),
                                        attempt.event(),
                                        answer -> judge(attempt, answer)));
    }

    private void judge(Attempt last, Answer answer) {
        switch (answer) {
            case Answer.Returned _ -> {}
            case Answer.Failed(var type, var message) -> {
                var next =
                        new Attempt(
                                last.named(),
                                last.id(),
                                last.event(),
                                last.since(),
                                last.errors() + 1,
                                last.throttles());
                again(
                        next,
                        Duration.ofMinutes(next.errors()),
                        next.errors() <= invokes(last).retriesMax(),
                        type + ": " + message);
            }
            case Answer.Throttled(var message) -> {
                var next =
                        new Attempt(
                                last.named(),
                                last.id(),
                                last.event(),
                                last.since(),
                                last.errors(),
                                last.throttles() + 1);
                var wait = Duration.ofSeconds(1L << Math.min(last.throttles(), 9));
                again(
                        next,
                        wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait,
                        true,
                        "Throttled: " + message);
            }
        }
    }

    private static Function.EventInvokes invokes(Attempt attempt) {
        return attempt.named().function().eventInvokes(attempt.named().qualifier());
    }

    private void again(Attempt next, Duration wait, boolean triesLeft, String cause) {
        var oldest = next.since().plus(invokes(next).ageMax());
        if (triesLeft && !invoker.time().instant().plus(wait).isAfter(oldest)) {
            attempt(next, wait);
        } else {
            bury(next, cause);
        }
    }

    private void bury(Attempt last, String cause) {
        var function = last.named().function();
        var destination = invokes(last).failedArn();
        var arn = destination.isEmpty() ? function.deadLetterArn : destination;
        var content = destination.isEmpty() ? last.event() : told(last, cause).toString();
        var caller = new ServiceCaller(SERVICE, function.arn(), function.roleArn);
        if (arn.isEmpty() || !targets.deliver(Parcel.of(caller, arn, content)).taken()) {
            dropped.add(function.arn() + " " + last.event());
            invoker.metrics()
                    .add(
                            Metrics.Metric.of(
                                    function.account,
                                    function.region,
                                    "AWS/Lambda",
                                    arn.isEmpty()
                                            ? "AsyncEventsDropped"
                                            : destination.isEmpty()
                                                    ? "DeadLetterErrors"
                                                    : "DestinationDeliveryFailures",
                                    "FunctionName",
                                    function.name),
                            1);
        }
    }

    private JsonNode told(Attempt last, String cause) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", "1.0");
        json.put("timestamp", invoker.time().instant().toString());
        json.putObject("requestContext")
                .put("requestId", last.id())
                .put("functionArn", last.named().function().arn())
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", last.errors());
        json.set("requestPayload", TextNode.valueOf(last.event()));
        json.set("responsePayload", TextNode.valueOf(cause));
        return json;
    }
}
