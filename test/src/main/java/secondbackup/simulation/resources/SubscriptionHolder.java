package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.sns.Topic;
import secondbackup.simulation.sns.Topic.Subscription;
import secondbackup.simulation.sns.Topics;
import secondbackup.simulation.wire.AwsError;

/// `AWS::SNS::Subscription`. Filters, delivery and redrive policies are unknown here.
record SubscriptionHolder(Topics topics) implements Holder {
    @Override
    public String name() {
        return "AWS::SNS::Subscription";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("Endpoint", "Protocol", "RawMessageDelivery", "TopicArn")
                .required("Endpoint", "Protocol", "TopicArn")
                .createOnly("Endpoint", "Protocol", "TopicArn")
                .attributes("Arn");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return switch (verb) {
            case CREATE -> Right.on(properties.text("TopicArn"), "sns:Subscribe");
            case UPDATE -> Right.on(properties.text("TopicArn"), "sns:SetSubscriptionAttributes");
            case DELETE -> Right.on(properties.text("TopicArn"), "sns:Unsubscribe");
        };
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return topics.arnOf(topic(wanted), subscription(wanted));
    }

    private Topic topic(Properties wanted) {
        return topics.find(wanted.text("TopicArn"))
                .orElseThrow(() -> new AwsError(404, "NotFound", "Topic does not exist"));
    }

    private static Subscription subscription(Properties wanted) {
        return new Subscription(
                wanted.text("Protocol"),
                wanted.text("Endpoint"),
                wanted.flag("RawMessageDelivery"));
    }

    private Optional<Topic> topicOf(String id) {
        return topics.find(id.substring(0, id.lastIndexOf(':')));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return topicOf(id).filter(topic -> topic.subscriptions.containsKey(id)).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        topics.subscribe(topic(wanted), id, subscription(wanted));
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        topicOf(id).ifPresent(topic -> topic.subscriptions.remove(id));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var topic = topicOf(id).orElseThrow();
        var there = topic.subscriptions.getOrDefault(id, new Subscription("", "", false));
        return Reading.begun()
                .put("TopicArn", topic.arn())
                .put("Protocol", there.protocol())
                .put("Endpoint", there.endpoint())
                .put("RawMessageDelivery", there.raw());
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", id));
    }
}
