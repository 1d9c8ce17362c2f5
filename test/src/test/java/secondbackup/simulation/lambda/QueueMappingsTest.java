package secondbackup.simulation.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.json;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.sqs.Queue;

/// Copy behind its queue.
final class QueueMappingsTest {
    private final Serverless aws = new Serverless();
    private final Queue queue = aws.queue("copy", "events");
    private final Function function = aws.function("copy");
    private final QueueMapping mapping = new QueueMapping("one", queue.arn(), function.arn());

    @BeforeEach
    void map() {
        queue.visibilityTimeout = Duration.ofMinutes(6);
        aws.machinery.queueMappings().put(mapping);
        aws.pass(1);
    }

    private void send(String body) {
        aws.machinery.queues().send(queue, body, new TreeMap<>());
    }

    private void fail() {
        aws.code.put(
                "copy",
                _ -> {
                    throw new IllegalStateException("no slots");
                });
    }

    @Test
    void runsTheFunctionWithAMessageAndDeletesIt() {
        send("hello");
        aws.pass(1);

        var record = json(aws.invocations.getFirst().event()).path("Records").path(0);
        assertThat(record.path("body").asText()).isEqualTo("hello");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(queue.arn());
        assertThat(queue.messages()).hasSize(1);
        aws.pass(10);
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void gathersForAsLongAsItsWindow() {
        mapping.window = Duration.ofSeconds(60);
        send("one");
        aws.pass(30);
        send("two");
        aws.pass(29);
        assertThat(aws.invocations).isEmpty();
        aws.pass(1);

        assertThat(aws.invocations).hasSize(1);
        assertThat(json(aws.invocations.getFirst().event()).path("Records")).hasSize(2);
    }

    @Test
    void doesNotWaitForItsWindowOnceTheBatchIsFull() {
        mapping.window = Duration.ofSeconds(60);
        mapping.batchSize = 2;
        send("one");
        send("two");
        aws.pass(1);

        assertThat(aws.invocations).hasSize(1);
    }

    @Test
    void returnsWhatFailedToTheQueue() {
        fail();
        send("hello");
        aws.pass(359);
        assertThat(aws.invocations).hasSize(1);
        aws.pass(2);
        assertThat(aws.invocations).hasSize(2);

        aws.code.clear();
        aws.pass(400);
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void buriesWhatFailsAgainAndAgain() {
        var dead = aws.queue("dead", "events");
        queue.deadLetterArn = dead.arn();
        queue.receivesMax = 3;
        fail();
        send("hello");
        aws.pass(3_600);

        assertThat(aws.invocations).hasSize(3);
        assertThat(dead.messages()).hasSize(1);
    }

    @Test
    void runsOneAtATimeWhereOneIsReserved() {
        function.reservedConcurrency = OptionalInt.of(1);
        mapping.batchSize = 1;
        send("one");
        send("two");
        aws.pass(9);
        assertThat(aws.invocations).hasSize(1);
        assertThat(function.running()).isEqualTo(1);

        aws.pass(3_600);
        assertThat(aws.invocations).hasSize(2);
        assertThat(queue.messages()).isEmpty();
        assertThat(function.runs().getFirst().to())
                .isBeforeOrEqualTo(function.runs().getLast().from());
    }

    @Test
    void runsSeveralAtATimeOtherwise() {
        mapping.batchSize = 1;
        for (var each = 0; each < 7; each++) {
            send("number " + each);
        }
        aws.pass(5);
        assertThat(function.running()).isEqualTo(5);

        aws.pass(30);
        assertThat(aws.invocations).hasSize(7);
    }

    @Test
    void keepsOnlyTheMessagesThatTheFunctionNames() {
        mapping.reportsItemFailures = true;
        send("good");
        send("bad");
        var bad = queue.messages().getLast().id;
        aws.code.put("copy", _ -> "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad + "\"}]}");
        aws.pass(20);

        assertThat(queue.messages())
                .singleElement()
                .satisfies(left -> assertThat(left.id).isEqualTo(bad));
    }

    @Test
    void readsNothingWithoutTheRightsAndSaysSo() {
        aws.role(CONTROL, "copy", "lambda", "sqs:ReceiveMessage", "*");
        send("hello");
        aws.pass(60);
        assertThat(aws.invocations).isEmpty();
        assertThat(mapping.problem()).contains("sqs:DeleteMessage");

        aws.role(CONTROL, "copy", "lambda", "sqs:*", "*");
        aws.pass(61);
        assertThat(aws.invocations).hasSize(1);
        assertThat(mapping.problem()).isEmpty();
    }

    @Test
    void readsNothingWhileItIsOff() {
        mapping.enabled = false;
        send("hello");
        aws.pass(600);
        assertThat(aws.invocations).isEmpty();

        mapping.enabled = true;
        aws.machinery.queueMappings().wake(mapping);
        aws.pass(1);
        assertThat(aws.invocations).hasSize(1);
    }

    @Test
    void needsAQueue() {
        var lost =
                new QueueMapping(
                        "two", "arn:aws:sqs:eu-central-1:222222222222:none", function.arn());

        assertThatThrownBy(() -> aws.machinery.queueMappings().put(lost))
                .hasMessageContaining("none");
    }
}
