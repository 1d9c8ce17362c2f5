package secondbackup.simulation.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Ask;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.sns.Topic.Subscription;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/// How somebody keeps a mail from coming: the subscription is filtered or ended, and the other goes on.
final class SubscriptionWritesTest {
    private final Serverless aws = new Serverless();
    private final Topics topics = aws.machinery.topics();
    private final Topic topic = new Topic(CONTROL, HOME, "alarms");
    private final Operations operations = new Operations();
    private final Subscription first = new Subscription("email", "first@example.org", false);
    private final Subscription second = new Subscription("email", "second@example.org", false);

    @BeforeEach
    void make() {
        topics.put(topic);
        topics.subscribe(topic, first);
        topics.subscribe(topic, second);
        new SubscriptionWrites(topics).register(operations);
    }

    private Ask as(String account, String region) {
        return new Ask(operations, account, "sns", region);
    }

    private void filter(String policy) {
        var request =
                SetSubscriptionAttributesRequest.builder()
                        .subscriptionArn(topics.arnOf(topic, first))
                        .attributeName("FilterPolicy")
                        .attributeValue(policy)
                        .build();
        as(CONTROL, HOME).of(request, SetSubscriptionAttributesResponse.class);
    }

    private void end(Ask ask) {
        var arn = topics.arnOf(topic, first);
        ask.of(
                UnsubscribeRequest.builder().subscriptionArn(arn).build(),
                UnsubscribeResponse.class);
    }

    /// Who was told of an alarm.
    private List<String> told() {
        var before = topic.sent().size();
        topics.take(
                new Parcel(
                        new ServiceCaller(
                                "cloudwatch.amazonaws.com",
                                "arn:aws:cloudwatch:eu-central-1:" + CONTROL + ":alarm:errors",
                                ""),
                        topic.arn(),
                        "it rings",
                        new TreeMap<>()));
        return topic.sent().stream().skip(before).map(sent -> sent.to().endpoint()).toList();
    }

    @Test
    void nothingComesThroughAFilterUntilItIsTakenAway() {
        filter("{\"never\": [\"comes\"]}");
        assertThat(told()).containsExactly("second@example.org");

        filter("{}");
        assertThat(told()).containsExactlyInAnyOrder("first@example.org", "second@example.org");
    }

    @Test
    void nothingComesOnceItIsEnded() {
        end(as(CONTROL, HOME));

        assertThat(told()).containsExactly("second@example.org");
        assertThatThrownBy(() -> end(as(CONTROL, HOME))).hasMessage("Subscription does not exist");
    }

    @Test
    void anotherAccountsOrRegionsCallEndsNothing() {
        assertThatThrownBy(() -> end(as(Serverless.SHOP, HOME)))
                .hasMessage("Subscription does not exist");
        assertThatThrownBy(() -> end(as(CONTROL, "us-east-1")))
                .hasMessage("Subscription does not exist");

        assertThat(told()).hasSize(2);
    }
}
