package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.sns.Topic;
import secondbackup.simulation.sns.Topics;
import secondbackup.simulation.sqs.Queue;
import secondbackup.simulation.sqs.Queues;
import secondbackup.simulation.wire.AwsError;

/// `AWS::SQS::QueuePolicy` and `AWS::SNS::TopicPolicy`: one policy for several queues or topics. Each takes the place of
/// whatever policy was there; where it is deleted, a topic has AWS's default again.
final class PoliciesHolder<T> implements Holder {
    private static final int NAME_MOST = 64;

    private final String name;

    /// Property that names them.
    private final String list;

    /// Right to set a policy.
    private final String right;

    private final Function<String, Optional<T>> find;
    private final Function<T, String> policy;
    private final BiConsumer<T, String> set;
    private final Function<T, String> bare;
    private final Naming naming;

    /// A policy has no life of its own: it is there where it was made.
    private final TreeMap<String, Properties> made = new TreeMap<>();

    /// ARN of what a template names, in a scene.
    private interface Naming {
        String arn(String named, Scene scene);
    }

    private PoliciesHolder(
            String name,
            String list,
            String right,
            Function<String, Optional<T>> find,
            Function<T, String> policy,
            BiConsumer<T, String> set,
            Function<T, String> bare,
            Naming naming) {
        this.name = name;
        this.list = list;
        this.right = right;
        this.find = find;
        this.policy = policy;
        this.set = set;
        this.bare = bare;
        this.naming = naming;
    }

    static PoliciesHolder<Queue> of(Queues queues) {
        return new PoliciesHolder<>(
                "AWS::SQS::QueuePolicy",
                "Queues",
                "sqs:SetQueueAttributes",
                queues::find,
                queue -> queue.policy,
                (queue, policy) -> queue.policy = policy,
                _ -> "",
                QueueHolder::arn);
    }

    static PoliciesHolder<Topic> of(Topics topics) {
        return new PoliciesHolder<>(
                "AWS::SNS::TopicPolicy",
                "Topics",
                "sns:SetTopicAttributes",
                topics::find,
                topic -> topic.policy,
                (topic, policy) -> topic.policy = policy,
                Topic::defaultPolicy,
                (named, _) -> named);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Shape shape() {
        return Shape.modelled("PolicyDocument", list)
                .required("PolicyDocument", list)
                .attributes("Id");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return properties.texts(list).stream()
                .map(named -> AccessRequest.of(right, naming.arn(named, scene)))
                .toList();
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return scene.generatedName(NAME_MOST);
    }

    private static String key(String id, Scene scene) {
        return scene.account() + "/" + scene.region() + "/" + id;
    }

    @Override
    public boolean there(String id, Scene scene) {
        return made.containsKey(key(id, scene));
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var document = wanted.document("PolicyDocument");
        Policies.checkResource(document);
        var before = made.get(key(id, scene));
        if (before != null) {
            strip(before, scene);
        }
        for (var named : wanted.texts(list)) {
            var holder =
                    find(named, scene)
                            .orElseThrow(() ->
                                    new AwsError(400, "NotFound", named + " does not exist."));
            set.accept(holder, document);
        }
        made.put(key(id, scene), wanted);
    }

    private Optional<T> find(String named, Scene scene) {
        return find.apply(naming.arn(named, scene));
    }

    private void strip(Properties before, Scene scene) {
        for (var named : before.texts(list)) {
            find(named, scene).ifPresent(holder -> set.accept(holder, bare.apply(holder)));
        }
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        strip(last, scene);
        made.remove(key(id, scene));
    }

    /// Where one of several was changed, that one's policy is shown.
    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var read = Reading.begun();
        Reading.texts(read, list, last.texts(list));
        var ours = last.document("PolicyDocument");
        var shown =
                last.texts(list).stream()
                        .flatMap(named -> find(named, scene).stream())
                        .map(policy)
                        .filter(one -> !one.equals(ours))
                        .findFirst()
                        .orElse(ours);
        Reading.document(read, "PolicyDocument", shown);
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Id", id));
    }
}
