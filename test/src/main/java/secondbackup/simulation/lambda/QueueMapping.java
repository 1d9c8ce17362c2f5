package secondbackup.simulation.lambda;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event source mapping: a function fed from a queue.
///
/// Source: AWS Lambda Developer Guide, "Creating and configuring an Amazon SQS event source mapping", read 2026-11-27.
public final class QueueMapping {
    public final String id;
    public final String queueArn;

    /// With or without a version or an alias.
    public String functionArn;

    /// Most messages at a time, 1 to 10,000; more than 10 need a window.
    public int batchSize = 10;

    /// How long a batch is gathered.
    public Duration window = Duration.ZERO;

    public boolean enabled = true;

    /// Whether the function names the messages that it could not deal with.
    public boolean reportsItemFailures;

    /// Most batches at a time. A new mapping has five pollers.
    public int batchesMax = 5;

    /// Why it does not work, or empty.
    String problem = "";

    int batches;

    /// When the queue is read next; null where nobody plans to.
    @Nullable Instant nextPoll;

    public QueueMapping(String id, String queueArn, String functionArn) {
        this.id = id;
        this.queueArn = queueArn;
        this.functionArn = functionArn;
    }

    /// Why it does not work at the moment, in Lambda's words; empty where it does.
    public String problem() {
        return problem;
    }
}
