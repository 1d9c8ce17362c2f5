package secondbackup.simulation.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.lambda.LambdaRuntime.Answer;
import secondbackup.simulation.sqs.Queue;
import secondbackup.simulation.sqs.Queue.Message;
import secondbackup.simulation.sqs.Queues;

/// The event source mappings of all accounts: they read queues in the role of the function, and run it.
///
/// 1. Without the three rights on the queue, nothing is read, and the mapping says so.
/// 2. Where the function has no room or fails, the messages return to the queue when their visibility timeout ends,
///    each received once more; the redrive policy takes them in the end.
/// 3. What the function dealt with is deleted.
///
/// Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS", "Creating and configuring an Amazon SQS event
/// source mapping" (permissions, batching), "Handling errors for an SQS event source in Lambda", read 2026-11-27.
public final class QueueMappings {
    private static final List<String> RIGHTS =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BACK_OFF = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<String, QueueMapping> byId = new TreeMap<>();
    private final Invoker invoker;
    private final Queues queues;
    private final ServiceCalls calls;

    public QueueMappings(Invoker invoker, Queues queues, ServiceCalls calls) {
        this.invoker = invoker;
        this.queues = queues;
        this.calls = calls;
    }

    /// Begins to read the queue.
    ///
    /// Fails: IllegalArgumentException where there is no such queue.
    public void put(QueueMapping mapping) {
        var queue =
                queues.find(mapping.queueArn)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no queue " + mapping.queueArn));
        byId.put(mapping.id, mapping);
        queue.listeners.add(() -> plan(mapping, queue, firstPoll(mapping, queue)));
        plan(mapping, queue, now());
    }

    public void remove(String id) {
        byId.remove(id);
    }

    public Optional<QueueMapping> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<QueueMapping> all() {
        return List.copyOf(byId.values());
    }

    /// Reads on, after it was switched on again.
    public void wake(QueueMapping mapping) {
        queues.find(mapping.queueArn).ifPresent(queue -> plan(mapping, queue, now()));
    }

    private Instant now() {
        return invoker.time().instant();
    }

    private Instant firstPoll(QueueMapping mapping, Queue queue) {
        var full = queue.visible(now()) >= mapping.batchSize;
        return full ? now() : now().plus(queue.delay).plus(mapping.window);
    }

    private void plan(QueueMapping mapping, Queue queue, Instant at) {
        var planned = mapping.nextPoll;
        var sooner = planned == null || at.isBefore(planned);
        if (byId.get(mapping.id) == mapping && mapping.enabled && sooner) {
            mapping.nextPoll = at;
            invoker.time().at(at, "reading " + queue.name, () -> poll(mapping, queue, at));
        }
    }

    private void poll(QueueMapping mapping, Queue queue, Instant at) {
        if (!at.equals(mapping.nextPoll)) {
            return;
        }
        mapping.nextPoll = null;
        if (byId.get(mapping.id) != mapping || !mapping.enabled) {
            return;
        }
        mapping.problem = problem(mapping);
        if (mapping.problem.isEmpty()) {
            read(mapping, queue);
        } else if (!queue.messages().isEmpty()) {
            plan(mapping, queue, now().plus(PATIENCE));
        }
    }

    private void read(QueueMapping mapping, Queue queue) {
        var room = true;
        while (room && mapping.batches < mapping.batchesMax) {
            var batch = queues.receive(queue, mapping.batchSize);
            if (batch.isEmpty()) {
                break;
            }
            var before = mapping.batches;
            start(mapping, queue, batch);
            room = mapping.batches > before;
        }
        if (!room && queue.visible(now()) > 0) {
            plan(mapping, queue, now().plus(BACK_OFF));
        }
        queue.nextVisible(now()).ifPresent(at -> plan(mapping, queue, at));
    }

    /// What keeps a mapping from working; empty where nothing.
    public String problem(QueueMapping mapping) {
        var named = invoker.functions().named(mapping.functionArn);
        if (named.isEmpty() || queues.find(mapping.queueArn).isEmpty()) {
            return "PROBLEM: Function or event source was not found.";
        }
        var function = named.get().function();
        var caller = new ServiceCaller("lambda.amazonaws.com", function.arn(), function.roleArn);
        var queue = queues.find(mapping.queueArn).orElseThrow();
        for (var right : RIGHTS) {
            var request =
                    AccessRequest.of(right, queue.arn()).guardedBy(queue.policy, queue.account);
            if (calls.decide(caller, Arn.of(queue.arn()).region(), request)
                    instanceof Decision.Denied denied) {
                return "PROBLEM: " + denied.message();
            }
        }
        return "";
    }

    private void start(QueueMapping mapping, Queue queue, List<Message> batch) {
        mapping.batches++;
        var event = event(queue, batch);
        var first = batch.getFirst();
        var id = invoker.chance().uuid("batch", mapping.id, first.id, first.receiveCount);
        var named = invoker.functions().named(mapping.functionArn).orElseThrow();
        invoker.start(named, id, event, answer -> ended(mapping, queue, batch, answer));
    }

    private void ended(QueueMapping mapping, Queue queue, List<Message> batch, Answer answer) {
        mapping.batches--;
        if (answer instanceof Answer.Returned(var json)) {
            var failed = mapping.reportsItemFailures ? failed(json) : new TreeSet<String>();
            batch.stream().filter(each -> !failed.contains(each.id)).forEach(queue::delete);
        }
        if (answer instanceof Answer.Throttled) {
            return;
        }
        plan(mapping, queue, now());
    }

    private static SortedSet<String> failed(String answer) {
        var failed = new TreeSet<String>();
        try {
            JSON.readTree(answer)
                    .path("batchItemFailures")
                    .forEach(each -> failed.add(each.path("itemIdentifier").asText()));
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("a function answered no JSON: " + answer, bad);
        }
        return failed;
    }

    private static String event(Queue queue, List<Message> batch) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        for (var message : batch) {
            var one = records.addObject();
            one.put("messageId", message.id);
            one.put("receiptHandle", message.id + "/" + message.receiveCount);
            one.put("body", message.body);
            one.putObject("attributes")
                    .put("ApproximateReceiveCount", String.valueOf(message.receiveCount))
                    .put("SentTimestamp", String.valueOf(message.sentAt.toEpochMilli()));
            var attributes = one.putObject("messageAttributes");
            message.attributes.forEach((name, value) ->
                    attributes.putObject(name).put("stringValue", value).put("dataType", "String"));
            one.put("eventSource", "aws:sqs");
            one.put("eventSourceARN", queue.arn());
            one.put("awsRegion", queue.region);
        }
        return event.toString();
    }
}
