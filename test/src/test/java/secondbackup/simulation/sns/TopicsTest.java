package secondbackup.simulation.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;
import static secondbackup.simulation.Serverless.json;

import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.sns.Topic.Subscription;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;

final class TopicsTest {
    private final Serverless aws = new Serverless();
    private final Topics topics = aws.machinery.topics();
    private final Topic topic = new Topic(CONTROL, HOME, "alarms");

    @BeforeEach
    void make() {
        topics.put(topic);
    }

    private Outcome publish(String service, String source) {
        var attributes = new TreeMap<String, String>();
        attributes.put("Subject", "ALARM");
        return topics.take(
                new Parcel(
                        new ServiceCaller(service, source, ""),
                        topic.arn(),
                        "it rings",
                        attributes));
    }

    private Outcome alarm(String account) {
        return publish(
                "cloudwatch.amazonaws.com",
                "arn:aws:cloudwatch:eu-central-1:" + account + ":alarm:errors");
    }

    @Test
    void tellsItsSubscribers() {
        topics.subscribe(topic, new Subscription("email", "team@example.org", false));

        assertThat(alarm(CONTROL).taken()).isTrue();
        assertThat(topic.sent())
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.to().endpoint()).isEqualTo("team@example.org");
                    assertThat(sent.notice().subject()).isEqualTo("ALARM");
                    assertThat(sent.notice().message()).isEqualTo("it rings");
                    assertThat(sent.refusal()).isEmpty();
                });
    }

    @Test
    void admitsByDefaultTheAlarmsOfItsAccountOnly() {
        assertThat(alarm(CONTROL).taken()).isTrue();
        assertThat(alarm(Serverless.SHOP).taken()).isFalse();
        assertThat(
                        publish(
                                        "events.amazonaws.com",
                                        "arn:aws:events:eu-central-1:222222222222:rule/wake")
                                .taken())
                .isFalse();
        assertThat(topic.notices()).hasSize(1);
    }

    @Test
    void admitsWhomItsOwnPolicyNames() {
        topic.policy = Serverless.allows(Serverless.service("events"), "sns:Publish", topic.arn());

        assertThat(
                        publish(
                                        "events.amazonaws.com",
                                        "arn:aws:events:eu-central-1:222222222222:rule/wake")
                                .taken())
                .isTrue();
        assertThat(alarm(CONTROL).taken()).isFalse();
    }

    @Test
    void reachesAQueueThatAdmitsItAndNotesOneThatDoesNot() {
        var open = aws.queue("open", "sns");
        var shut = aws.queue("shut", "events");
        topics.subscribe(topic, new Subscription("sqs", open.arn(), false));
        topics.subscribe(topic, new Subscription("sqs", shut.arn(), true));
        alarm(CONTROL);

        assertThat(open.messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(json(message.body).path("Message").asText())
                                .isEqualTo("it rings"));
        assertThat(shut.messages()).isEmpty();
        assertThat(topic.sent().stream().filter(sent -> !sent.refusal().isEmpty())).hasSize(1);
    }

    @Test
    void needsTheConsentOfItsKey() {
        var admits = Serverless.allows(Serverless.service("cloudwatch"), "kms:*", "*");
        var key = new Keys.Key(CONTROL, HOME, "alarms", Keys.Manager.CUSTOMER, admits);
        aws.world.keys().put(key);
        topic.keyArn = key.arn();
        assertThat(alarm(CONTROL).taken()).isTrue();

        key.state = Keys.State.DISABLED;
        assertThat(alarm(CONTROL).taken()).isFalse();
        key.state = Keys.State.ENABLED;
        key.policy = Serverless.allows(Serverless.service("events"), "kms:*", "*");
        assertThat(alarm(CONTROL).taken()).isFalse();
        assertThat(topic.notices()).hasSize(1);
    }

    @Test
    void refusesAProtocolThatIsNotSimulated() {
        assertThatThrownBy(
                        () -> topics.subscribe(topic, new Subscription("firehose", "arn", false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("firehose");
    }
}
