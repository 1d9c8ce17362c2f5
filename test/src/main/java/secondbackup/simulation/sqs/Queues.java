package secondbackup.simulation.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.sqs.Queue.Message;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;

/// The queues of all accounts.
///
/// 1. A parcel needs `sqs:SendMessage`, by the queue's policy or the role that brings it.
/// 2. A message that was received stays unseen for the visibility timeout, and is seen again unless deleted.
/// 3. Received once more than the redrive policy allows, it goes to the dead-letter queue instead.
/// 4. A message older than the queue's retention is gone.
///
/// Source: Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS", "Amazon SQS visibility timeout"
/// and "Using dead-letter queues in Amazon SQS", read 2026-11-27.
public final class Queues {
    private static final String NAMESPACE = "AWS/SQS";

    private final TreeMap<String, Queue> byArn = new TreeMap<>();
    private final ServiceCalls calls;
    private final Metrics metrics;
    private final Chance chance;
    private final SimulatedTime time;
    private long sent;

    public Queues(ServiceCalls calls, Metrics metrics, Chance chance, SimulatedTime time) {
        this.calls = calls;
        this.metrics = metrics;
        this.chance = chance;
        this.time = time;
    }

    public void put(Queue queue) {
        byArn.put(queue.arn(), queue);
        metrics.gauge(
                metric(queue, "ApproximateNumberOfMessagesVisible"), () -> visible(queue).size());
        metrics.gauge(metric(queue, "ApproximateAgeOfOldestMessage"), () -> age(queue));
    }

    public void remove(String arn) {
        find(arn)
                .ifPresent(queue -> {
                    byArn.remove(arn);
                    metrics.stopGauge(metric(queue, "ApproximateNumberOfMessagesVisible"));
                    metrics.stopGauge(metric(queue, "ApproximateAgeOfOldestMessage"));
                });
    }

    public Optional<Queue> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<Queue> all() {
        return List.copyOf(byArn.values());
    }

    /// Takes what another service sends.
    public Outcome take(Parcel parcel) {
        var queue = find(parcel.targetArn());
        var arn = Arn.of(parcel.targetArn());
        var request =
                AccessRequest.of("sqs:SendMessage", parcel.targetArn())
                        .guardedBy(queue.map(found -> found.policy).orElse(""), arn.account());
        if (calls.decide(parcel.caller(), arn.region(), request)
                instanceof Decision.Denied denied) {
            return new Outcome.Refused("AccessDenied", denied.message());
        }
        if (queue.isEmpty()) {
            return new Outcome.Refused(
                    "AWS.SimpleQueueService.NonExistentQueue",
                    "The specified queue does not exist.");
        }
        return new Outcome.Taken(send(queue.get(), parcel.content(), parcel.attributes()).id);
    }

    /// Puts a message in without asking.
    public Message send(Queue queue, String body, SortedMap<String, String> attributes) {
        var id = chance.uuid("message", queue.arn(), body, time.instant(), sent++);
        var message = new Message(id, body, attributes, time.instant());
        message.visibleAt = time.instant().plus(queue.delay);
        queue.messages.add(message);
        count(queue, "NumberOfMessagesSent");
        List.copyOf(queue.listeners).forEach(Runnable::run);
        return message;
    }

    /// Receives up to so many messages, the oldest first.
    public List<Message> receive(Queue queue, int most) {
        var received = new ArrayList<Message>();
        for (var message : visible(queue)) {
            if (received.size() == most) {
                break;
            }
            message.receiveCount++;
            if (message.receiveCount > queue.receivesMax) {
                bury(queue, message);
            } else {
                message.visibleAt = time.instant().plus(queue.visibilityTimeout);
                received.add(message);
                count(queue, "NumberOfMessagesReceived");
            }
        }
        return List.copyOf(received);
    }

    private List<Message> visible(Queue queue) {
        var now = time.instant();
        queue.messages.removeIf(message -> !message.sentAt.plus(queue.retention).isAfter(now));
        return queue.messages.stream().filter(message -> !message.visibleAt.isAfter(now)).toList();
    }

    /// A dead-letter queue that is not there swallows nothing: the message stays.
    private void bury(Queue queue, Message message) {
        var dead = find(queue.deadLetterArn);
        if (dead.isPresent()) {
            queue.delete(message);
            send(dead.get(), message.body, message.attributes);
        } else {
            message.visibleAt = time.instant().plus(queue.visibilityTimeout);
        }
    }

    private double age(Queue queue) {
        visible(queue);
        Instant oldest = queue.oldest();
        return oldest == null ? 0 : (double) Duration.between(oldest, time.instant()).toSeconds();
    }

    private void count(Queue queue, String name) {
        metrics.add(metric(queue, name), 1);
    }

    private static Metrics.Metric metric(Queue queue, String name) {
        return Metrics.Metric.of(
                queue.account, queue.region, NAMESPACE, name, "QueueName", queue.name);
    }
}
