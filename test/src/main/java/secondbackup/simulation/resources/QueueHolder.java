package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.sqs.Queue;
import secondbackup.simulation.sqs.Queues;

/// `AWS::SQS::Queue`, standard only: the properties of FIFO queues are unknown here.
record QueueHolder(Queues queues) implements Holder {
    private static final int NAME_MOST = 80;
    private static final Queue DEFAULTS = new Queue("", "", "");

    @Override
    public String name() {
        return "AWS::SQS::Queue";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "DelaySeconds",
                        "MessageRetentionPeriod",
                        "QueueName",
                        "RedrivePolicy",
                        "VisibilityTimeout")
                .recorded(
                        "KmsDataKeyReusePeriodSeconds",
                        "KmsMasterKeyId",
                        "MaximumMessageSize",
                        "ReceiveMessageWaitTimeSeconds",
                        "SqsManagedSseEnabled",
                        "Tags")
                .createOnly("QueueName")
                .within("RedrivePolicy", "deadLetterTargetArn", "maxReceiveCount")
                .within("Tags", "Key", "Value")
                .attributes("Arn", "QueueName", "QueueUrl");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                arn(id, scene),
                switch (verb) {
                    case CREATE -> "sqs:CreateQueue";
                    case UPDATE -> "sqs:SetQueueAttributes";
                    case DELETE -> "sqs:DeleteQueue";
                });
    }

    /// A queue goes by its URL.
    @Override
    public String id(Properties wanted, Scene scene) {
        var name =
                wanted.has("QueueName") ? wanted.text("QueueName") : scene.generatedName(NAME_MOST);
        return new Queue(scene.account(), scene.region(), name).url();
    }

    static String arn(String url, Scene scene) {
        return scene.arn("sqs", url.substring(url.lastIndexOf('/') + 1));
    }

    private Optional<Queue> find(String id, Scene scene) {
        return queues.find(arn(id, scene));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return find(id, scene).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var name = id.substring(id.lastIndexOf('/') + 1);
        var queue =
                find(id, scene).orElseGet(() -> new Queue(scene.account(), scene.region(), name));
        queue.visibilityTimeout = seconds(wanted, "VisibilityTimeout", DEFAULTS.visibilityTimeout);
        queue.retention = seconds(wanted, "MessageRetentionPeriod", DEFAULTS.retention);
        queue.delay = seconds(wanted, "DelaySeconds", DEFAULTS.delay);
        var redrive = wanted.within("RedrivePolicy");
        queue.deadLetterArn = redrive.text("deadLetterTargetArn", "");
        queue.receivesMax =
                redrive.has("maxReceiveCount")
                        ? (int) redrive.number("maxReceiveCount")
                        : DEFAULTS.receivesMax;
        if (!queues.all().contains(queue)) {
            queues.put(queue);
        }
    }

    private static Duration seconds(Properties wanted, String name, Duration otherwise) {
        return wanted.has(name) ? Duration.ofSeconds(wanted.number(name)) : otherwise;
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        queues.remove(arn(id, scene));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var queue = find(id, scene).orElseThrow();
        var read =
                Reading.begun()
                        .put("QueueName", queue.name)
                        .put("VisibilityTimeout", queue.visibilityTimeout.toSeconds())
                        .put("MessageRetentionPeriod", queue.retention.toSeconds())
                        .put("DelaySeconds", queue.delay.toSeconds());
        if (!queue.deadLetterArn.isEmpty()) {
            read.putObject("RedrivePolicy")
                    .put("deadLetterTargetArn", queue.deadLetterArn)
                    .put("maxReceiveCount", queue.receivesMax);
        }
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        var arn = arn(id, scene);
        var name = id.substring(id.lastIndexOf('/') + 1);
        return Right.sorted(Map.of("Arn", arn, "QueueName", name, "QueueUrl", id));
    }
}
