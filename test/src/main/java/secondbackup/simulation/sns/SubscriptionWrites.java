package secondbackup.simulation.sns;

import java.util.List;
import java.util.Set;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/// Subscriptions are ended, or filtered so that nothing comes through. Making them is CloudFormation's work here, and
/// every caller is of the topic's account.
///
/// Source: Amazon SNS API Reference, "Unsubscribe", "SetSubscriptionAttributes" (`NotFound`; `FilterPolicy`); Service
/// Authorization Reference for Amazon SNS (`Unsubscribe` is about no resource, `SetSubscriptionAttributes` about a
/// topic), read 2026-11-27.
public record SubscriptionWrites(Topics topics) {
    private static final Set<String> NO_FILTER = Set.of("", "{}");

    public void register(Operations operations) {
        operations.on(
                UnsubscribeRequest.class,
                (_, _) -> List.of(AccessRequest.of("sns:Unsubscribe", "*")),
                this::unsubscribe);
        operations.on(
                SetSubscriptionAttributesRequest.class,
                (asked, _) ->
                        List.of(
                                AccessRequest.of(
                                        "sns:SetSubscriptionAttributes",
                                        topicArn(asked.subscriptionArn()))),
                this::set);
    }

    private static String topicArn(String subscription) {
        return subscription.replaceFirst(":[^:]*$", "");
    }

    private Topic need(String subscription, Call call) {
        return topics.find(topicArn(subscription))
                .filter(topic -> topic.account.equals(call.account()))
                .filter(topic -> topic.region.equals(call.region()))
                .filter(topic -> topic.subscriptions.containsKey(subscription))
                .orElseThrow(() -> new AwsError(404, "NotFound", "Subscription does not exist"));
    }

    private UnsubscribeResponse unsubscribe(UnsubscribeRequest asked, Call call) {
        var topic = need(asked.subscriptionArn(), call);
        topic.subscriptions.remove(asked.subscriptionArn());
        topic.filters.remove(asked.subscriptionArn());
        return UnsubscribeResponse.builder().build();
    }

    private SetSubscriptionAttributesResponse set(
            SetSubscriptionAttributesRequest asked, Call call) {
        var topic = need(asked.subscriptionArn(), call);
        if (!asked.attributeName().equals("FilterPolicy")) {
            throw new AwsError(
                    400,
                    "InvalidParameter",
                    "the simulation does not know the attribute " + asked.attributeName());
        }
        var filter = asked.attributeValue();
        if (filter == null || NO_FILTER.contains(filter)) {
            topic.filters.remove(asked.subscriptionArn());
        } else {
            topic.filters.put(asked.subscriptionArn(), filter);
        }
        return SetSubscriptionAttributesResponse.builder().build();
    }
}
