package secondbackup.simulation.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A standard queue.
///
/// Source: Amazon SQS Developer Guide, "Amazon SQS visibility timeout", "Using dead-letter queues in Amazon SQS", and
/// API Reference, "CreateQueue" (defaults), read 2026-11-27.
public final class Queue {
    /// One message in a queue.
    public static final class Message {
        public final String id;
        public final String body;
        public final SortedMap<String, String> attributes;
        public final Instant sentAt;

        /// How often it was received.
        public int receiveCount;

        Instant visibleAt;
        boolean deleted;

        Message(String id, String body, SortedMap<String, String> attributes, Instant sentAt) {
            this.id = id;
            this.body = body;
            this.attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
            this.sentAt = sentAt;
            this.visibleAt = sentAt;
        }
    }

    public final String account;
    public final String region;
    public final String name;

    /// JSON of its resource policy, or empty.
    public String policy = "";

    public Duration visibilityTimeout = Duration.ofSeconds(30);
    public Duration retention = Duration.ofDays(4);
    public Duration delay = Duration.ZERO;

    /// ARN of its dead-letter queue, or empty.
    public String deadLetterArn = "";

    /// How often a message may be received before it goes to the dead-letter queue.
    public int receivesMax = Integer.MAX_VALUE;

    /// Who wants to know that a message came.
    public final List<Runnable> listeners = new ArrayList<>();

    final List<Message> messages = new ArrayList<>();

    public Queue(String account, String region, String name) {
        this.account = account;
        this.region = region;
        this.name = name;
    }

    public String arn() {
        return "arn:aws:sqs:" + region + ":" + account + ":" + name;
    }

    public String url() {
        return "https://sqs." + region + ".amazonaws.com/" + account + "/" + name;
    }

    /// All messages, visible or not, the oldest first.
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /// How many messages could be received now.
    public long visible(Instant now) {
        return messages.stream().filter(message -> !message.visibleAt.isAfter(now)).count();
    }

    /// When the next message becomes visible; empty where none will.
    public Optional<Instant> nextVisible(Instant now) {
        return messages.stream()
                .map(message -> message.visibleAt)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
    }

    /// When the oldest message was sent; null where there is none.
    @Nullable Instant oldest() {
        return messages.isEmpty() ? null : messages.getFirst().sentAt;
    }

    /// It was dealt with.
    public void delete(Message message) {
        message.deleted = true;
        messages.remove(message);
    }
}
