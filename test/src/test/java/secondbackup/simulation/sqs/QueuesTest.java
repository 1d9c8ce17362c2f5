package secondbackup.simulation.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;

final class QueuesTest {
    private static final ServiceCaller RULE =
            new ServiceCaller(
                    "events.amazonaws.com",
                    "arn:aws:events:eu-central-1:222222222222:rule/wake",
                    "");

    private final Serverless aws = new Serverless();
    private final Queues queues = aws.machinery.queues();
    private final Queue queue = aws.queue("copy", "events");

    private Outcome send(String arn) {
        return queues.take(Parcel.of(RULE, arn, "hello"));
    }

    private List<String> received() {
        return queues.receive(queue, 10).stream().map(message -> message.body).toList();
    }

    @Test
    void takesWhatItsPolicyAdmitsAndNothingElse() {
        assertThat(send(queue.arn()).taken()).isTrue();

        queue.policy = queue.policy.replace("events.amazonaws.com", "s3.amazonaws.com");
        assertThat(send(queue.arn()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("AccessDenied"));
        assertThat(queue.messages()).hasSize(1);
    }

    @Test
    void doesNotTellRefusedFromMissing() {
        assertThat(send("arn:aws:sqs:eu-central-1:222222222222:none"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("AccessDenied"));
    }

    @Test
    void keepsAReceivedMessageUnseenForTheVisibilityTimeout() {
        send(queue.arn());
        assertThat(received()).containsExactly("hello");

        aws.pass(29);
        assertThat(received()).isEmpty();
        aws.pass(1);
        assertThat(received()).containsExactly("hello");
    }

    @Test
    void forgetsWhatIsDeleted() {
        send(queue.arn());
        queues.receive(queue, 1).forEach(queue::delete);
        aws.pass(60);

        assertThat(received()).isEmpty();
    }

    @Test
    void buriesAMessageThatWasReceivedTooOften() {
        var dead = aws.queue("dead", "events");
        queue.deadLetterArn = dead.arn();
        queue.receivesMax = 2;
        send(queue.arn());

        assertThat(received()).hasSize(1);
        aws.pass(30);
        assertThat(received()).hasSize(1);
        aws.pass(30);
        assertThat(dead.messages()).isEmpty();
        assertThat(received()).isEmpty();
        assertThat(dead.messages()).hasSize(1);
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void forgetsAfterTheRetention() {
        queue.retention = Duration.ofMinutes(10);
        send(queue.arn());
        aws.pass(599);
        assertThat(received()).hasSize(1);

        aws.pass(1);
        assertThat(received()).isEmpty();
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void delaysWhereItIsToldTo() {
        queue.delay = Duration.ofSeconds(15);
        queues.send(queue, "later", new TreeMap<>());

        assertThat(received()).isEmpty();
        aws.pass(15);
        assertThat(received()).containsExactly("later");
    }

    @Test
    void measuresItsLengthAndAge() {
        send(queue.arn());
        aws.pass(90);

        assertThat(gauge("ApproximateNumberOfMessagesVisible")).isEqualTo(1);
        assertThat(gauge("ApproximateAgeOfOldestMessage")).isEqualTo(90);
        queues.receive(queue, 1);
        assertThat(gauge("ApproximateNumberOfMessagesVisible")).isZero();
    }

    private double gauge(String name) {
        Instant now = aws.world.time().instant();
        var metric =
                Metrics.Metric.of(
                        Serverless.CONTROL,
                        Serverless.HOME,
                        "AWS/SQS",
                        name,
                        "QueueName",
                        queue.name);
        return aws.machinery.metrics().reading(metric, now).orElseThrow();
    }
}
