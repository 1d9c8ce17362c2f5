package secondbackup.simulation.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.sns.Topic.Notice;
import secondbackup.simulation.sns.Topic.Sent;
import secondbackup.simulation.sns.Topic.Subscription;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;

/// The topics of all accounts.
///
/// 1. A parcel needs `sns:Publish`, by the topic's policy or the role that brings it. The default policy admits
///    services that name the owner, as CloudWatch does and EventBridge does not.
/// 2. A subscriber that is a queue or a function must admit Amazon SNS itself; what it refuses is noted as unsent.
/// 3. Where the topic is under a key of the customer's, whoever brings a parcel must be admitted by the key too.
/// 4. Mail and web addresses are taken for confirmed, and their inbox is [Topic#sent].
/// 5. A subscription with a filter policy is sent nothing: a filter policy asks for attributes of a message, and no
///    message here has any.
///
/// Source: Amazon SNS Developer Guide, "Fanout to Amazon SQS queues", "Message delivery", "Managing Amazon SNS
/// encryption keys and costs", "Amazon SNS message filtering"; Amazon CloudWatch User Guide,
/// "Notifying users on alarm changes"; read 2026-11-27. That CloudWatch alone names the owner follows from AWS asking
/// for a policy where EventBridge publishes (Amazon EventBridge User Guide, "Using resource-based policies for Amazon
/// EventBridge").
public final class Topics {
    private static final String SERVICE = "sns.amazonaws.com";
    private static final String OWNER_KEY = "aws:SourceOwner";
    private static final Set<String> ADDRESSES = Set.of("email", "email-json", "https", "sms");

    private static final List<String> KEY_RIGHTS = List.of("kms:GenerateDataKey", "kms:Decrypt");

    private final TreeMap<String, Topic> byArn = new TreeMap<>();
    private final ServiceCalls calls;
    private final Targets targets;
    private final Keys keys;
    private final Metrics metrics;
    private final Chance chance;
    private final SimulatedTime time;

    public Topics(
            ServiceCalls calls,
            Targets targets,
            Keys keys,
            Metrics metrics,
            Chance chance,
            SimulatedTime time) {
        this.calls = calls;
        this.targets = targets;
        this.keys = keys;
        this.metrics = metrics;
        this.chance = chance;
        this.time = time;
    }

    public void put(Topic topic) {
        byArn.put(topic.arn(), topic);
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    public Optional<Topic> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<Topic> all() {
        return List.copyOf(byArn.values());
    }

    /// Subscribes, or changes how.
    ///
    /// @param arn that [#arnOf] gave
    ///
    /// Fails: IllegalArgumentException for a protocol that is not simulated.
    public void subscribe(Topic topic, String arn, Subscription subscription) {
        var known =
                ADDRESSES.contains(subscription.protocol())
                        || (List.of("sqs", "lambda").contains(subscription.protocol())
                                && targets.know(subscription.endpoint()));
        if (!known) {
            throw new IllegalArgumentException(
                    "Protocol is '" + subscription.protocol() + "', which is not simulated");
        }
        topic.subscriptions.put(arn, subscription);
    }

    /// ARN of a subscription: the same for the same protocol and endpoint.
    public String arnOf(Topic topic, Subscription to) {
        return topic.arn()
                + ":"
                + chance.uuid("subscription", topic.arn(), to.protocol(), to.endpoint());
    }

    public void subscribe(Topic topic, Subscription subscription) {
        subscribe(topic, arnOf(topic, subscription), subscription);
    }

    /// Takes what another service publishes; `Subject` is among the attributes.
    public Outcome take(Parcel parcel) {
        var topic = find(parcel.targetArn());
        var arn = Arn.of(parcel.targetArn());
        var request =
                AccessRequest.of("sns:Publish", parcel.targetArn())
                        .guardedBy(topic.map(found -> found.policy).orElse(""), arn.account());
        if (calls.decide(parcel.caller(), arn.region(), owned(request, parcel.caller()))
                instanceof Decision.Denied denied) {
            return new Outcome.Refused("AuthorizationError", denied.message());
        }
        if (topic.isEmpty()) {
            return new Outcome.Refused("NotFound", "Topic does not exist");
        }
        return mayUseKey(parcel.caller(), topic.get())
                ? publish(topic.get(), parcel)
                : new Outcome.Refused(
                        "KMSAccessDenied", "may not use the key " + topic.get().keyArn);
    }

    private boolean mayUseKey(ServiceCaller caller, Topic topic) {
        if (topic.keyArn.isEmpty()) {
            return true;
        }
        var key = keys.find(topic.keyArn);
        return key.isPresent()
                && key.get().state == Keys.State.ENABLED
                && KEY_RIGHTS.stream()
                        .map(right ->
                                AccessRequest.of(right, topic.keyArn)
                                        .guardedBy(key.get().policy, key.get().account))
                        .allMatch(request -> calls.decide(caller, topic.region, request).allowed());
    }

    private static AccessRequest owned(AccessRequest request, ServiceCaller caller) {
        return caller.service().equals("cloudwatch.amazonaws.com")
                ? request.with(OWNER_KEY, caller.sourceAccount())
                : request.with(OWNER_KEY);
    }

    private Outcome publish(Topic topic, Parcel parcel) {
        var subject = parcel.attributes().getOrDefault("Subject", "");
        var id =
                chance.uuid(
                        "notice",
                        topic.arn(),
                        parcel.content(),
                        time.instant(),
                        topic.notices.size());
        var notice = new Notice(id, time.instant(), subject, parcel.content());
        topic.notices.add(notice);
        count(topic, "NumberOfMessagesPublished");
        for (var entry : topic.subscriptions.entrySet()) {
            if (topic.filters.containsKey(entry.getKey())) {
                continue;
            }
            var subscription = entry.getValue();
            var refusal = send(topic, subscription, notice);
            topic.sent.add(new Sent(notice, subscription, refusal));
            count(
                    topic,
                    refusal.isEmpty()
                            ? "NumberOfNotificationsDelivered"
                            : "NumberOfNotificationsFailed");
        }
        return new Outcome.Taken(id);
    }

    /// @return why it was not sent, or empty
    private String send(Topic topic, Subscription to, Notice notice) {
        if (ADDRESSES.contains(to.protocol())) {
            return "";
        }
        var caller = new ServiceCaller(SERVICE, topic.arn(), "");
        var content =
                to.protocol().equals("lambda")
                        ? records(topic, notice)
                        : to.raw() ? notice.message() : envelope(topic, notice).toString();
        return targets.deliver(Parcel.of(caller, to.endpoint(), content))
                        instanceof Outcome.Refused refused
                ? refused.message()
                : "";
    }

    private static String records(Topic topic, Notice notice) {
        var event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .set("Sns", envelope(topic, notice));
        return event.toString();
    }

    private static ObjectNode envelope(Topic topic, Notice notice) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Notification")
                .put("MessageId", notice.id())
                .put("TopicArn", topic.arn())
                .put("Subject", notice.subject())
                .put("Message", notice.message())
                .put("Timestamp", notice.at().toString());
    }

    private void count(Topic topic, String name) {
        metrics.add(
                Metrics.Metric.of(
                        topic.account, topic.region, "AWS/SNS", name, "TopicName", topic.name),
                1);
    }
}
