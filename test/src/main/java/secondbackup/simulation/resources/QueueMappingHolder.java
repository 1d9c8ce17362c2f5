package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.lambda.Functions;
import secondbackup.simulation.lambda.QueueMapping;
import secondbackup.simulation.lambda.QueueMappings;
import secondbackup.simulation.sqs.Queues;
import secondbackup.simulation.wire.AwsError;

/// `AWS::Lambda::EventSourceMapping` of a queue. Properties of streams and filters are unknown here.
///
/// Source: AWS Lambda Developer Guide, "Creating and configuring an Amazon SQS event source mapping" (visibility timeout,
/// batches over ten messages, maximum concurrency, permissions), read 2026-11-27.
record QueueMappingHolder(QueueMappings mappings, Functions functions, Queues queues)
        implements Holder {
    private static final int SMALL_BATCH = 10;
    private static final int POLLERS = 5;

    @Override
    public String name() {
        return "AWS::Lambda::EventSourceMapping";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "BatchSize",
                        "Enabled",
                        "EventSourceArn",
                        "FunctionName",
                        "FunctionResponseTypes",
                        "MaximumBatchingWindowInSeconds",
                        "ScalingConfig")
                .recorded("MetricsConfig", "Tags")
                .required("EventSourceArn", "FunctionName")
                .createOnly("EventSourceArn")
                .within("ScalingConfig", "MaximumConcurrency")
                .within("Tags", "Key", "Value")
                .attributes("EventSourceMappingArn", "Id");
    }

    private static String arn(String id, Scene scene) {
        return scene.arn("lambda", "event-source-mapping:" + id);
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return switch (verb) {
            case CREATE -> Right.on("*", "lambda:CreateEventSourceMapping");
            case UPDATE -> Right.on(arn(id, scene), "lambda:UpdateEventSourceMapping");
            case DELETE -> Right.on(arn(id, scene), "lambda:DeleteEventSourceMapping");
        };
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return scene.chance()
                .uuid("event source mapping", scene.stackId(), scene.logicalId(), scene.attempt());
    }

    @Override
    public boolean there(String id, Scene scene) {
        return mappings.find(id).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var functionArn = FunctionNames.arn(wanted.text("FunctionName"), scene);
        var mapping =
                mappings.find(id)
                        .orElseGet(() ->
                                new QueueMapping(id, wanted.text("EventSourceArn"), functionArn));
        check(wanted, scene);
        mapping.functionArn = functionArn;
        mapping.batchSize =
                wanted.has("BatchSize") ? (int) wanted.number("BatchSize") : SMALL_BATCH;
        mapping.window = window(wanted);
        mapping.enabled = !wanted.text("Enabled", "true").equals("false");
        mapping.reportsItemFailures =
                wanted.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
        var scaling = wanted.within("ScalingConfig");
        mapping.batchesMax =
                scaling.has("MaximumConcurrency")
                        ? (int) scaling.number("MaximumConcurrency")
                        : POLLERS;
        var problem = mappings.problem(mapping);
        if (!problem.isEmpty()) {
            throw invalid(problem);
        }
        if (there(id, scene)) {
            mappings.wake(mapping);
        } else {
            mappings.put(mapping);
        }
    }

    private static Duration window(Properties wanted) {
        return wanted.has("MaximumBatchingWindowInSeconds")
                ? Duration.ofSeconds(wanted.number("MaximumBatchingWindowInSeconds"))
                : Duration.ZERO;
    }

    private void check(Properties wanted, Scene scene) {
        var function =
                new FunctionNames(functions).find(wanted.text("FunctionName"), scene).function();
        var queue =
                queues.find(wanted.text("EventSourceArn"))
                        .orElseThrow(() ->
                                invalid(
                                        "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue."));
        if (queue.visibilityTimeout.compareTo(function.timeout) < 0) {
            throw invalid(
                    "Queue visibility timeout: "
                            + queue.visibilityTimeout.toSeconds()
                            + " seconds is less than Function timeout: "
                            + function.timeout.toSeconds()
                            + " seconds");
        }
        var large = wanted.has("BatchSize") && wanted.number("BatchSize") > SMALL_BATCH;
        if (large && window(wanted).isZero()) {
            throw invalid(
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is"
                            + " greater than 10");
        }
        var scaling = wanted.within("ScalingConfig");
        if (scaling.has("MaximumConcurrency") && scaling.number("MaximumConcurrency") < 2) {
            throw invalid("MaximumConcurrency must be at least 2");
        }
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterValueException", message);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        mappings.remove(id);
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var mapping = mappings.find(id).orElseThrow();
        var read = last.all().deepCopy();
        return read.put("EventSourceArn", mapping.queueArn)
                .put("BatchSize", mapping.batchSize)
                .put("MaximumBatchingWindowInSeconds", mapping.window.toSeconds())
                .put("Enabled", mapping.enabled);
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("EventSourceMappingArn", arn(id, scene), "Id", id));
    }
}
