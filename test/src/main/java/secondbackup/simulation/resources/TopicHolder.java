package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.sns.Topic;
import secondbackup.simulation.sns.Topics;

/// `AWS::SNS::Topic`, standard only. Its subscriptions are resources of their own; those within it are unknown here.
record TopicHolder(Topics topics) implements Holder {
    private static final int NAME_MOST = 256;

    @Override
    public String name() {
        return "AWS::SNS::Topic";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("KmsMasterKeyId", "TopicName")
                .recorded("DisplayName", "SignatureVersion", "Tags", "TracingConfig")
                .createOnly("TopicName")
                .within("Tags", "Key", "Value")
                .attributes("TopicArn", "TopicName");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                id,
                switch (verb) {
                    case CREATE -> "sns:CreateTopic";
                    case UPDATE -> "sns:SetTopicAttributes";
                    case DELETE -> "sns:DeleteTopic";
                });
    }

    /// A topic goes by its ARN.
    @Override
    public String id(Properties wanted, Scene scene) {
        return scene.arn(
                "sns",
                wanted.has("TopicName")
                        ? wanted.text("TopicName")
                        : scene.generatedName(NAME_MOST));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return topics.find(id).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var name = id.substring(id.lastIndexOf(':') + 1);
        var topic =
                topics.find(id).orElseGet(() -> new Topic(scene.account(), scene.region(), name));
        topic.keyArn = wanted.text("KmsMasterKeyId", "");
        topics.put(topic);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        topics.remove(id);
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var topic = topics.find(id).orElseThrow();
        var read = Reading.begun().put("TopicName", topic.name);
        Reading.text(read, "KmsMasterKeyId", topic.keyArn);
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        var name = id.substring(id.lastIndexOf(':') + 1);
        return Right.sorted(Map.of("TopicArn", id, "TopicName", name));
    }
}
