package secondbackup.cdk.control;

import java.util.List;
import java.util.Map;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.amazon.awscdk.services.sqs.CfnQueuePolicy;
import software.constructs.Construct;

/// The queue before Copy, and the one for what could not be delivered anywhere.
///
/// A message only wakes Copy, which looks at everything anew; so one run answers all messages of a minute, and a
/// message that is lost costs ten minutes. Copy runs one at a time, yet a mapping reads with two pollers at least: the
/// second is throttled and its messages come back later. Therefore they may come back often before they count as
/// dead, and Copy's throttles ring no alarm.
///
/// Source: AWS Lambda Developer Guide, "Configuring scaling behavior for SQS event source mappings" (maximum
/// concurrency of 2 or more) and "Creating and configuring an Amazon SQS event source mapping" (a batch size over 10
/// needs a batch window; visibility timeout of six times the function's timeout plus the batch window;
/// `maxReceiveCount` of 5 or more), read 2026-11-27.
final class CopyQueue {
    static final String NAME = "second-backup-copy";
    static final String DEAD_LETTERS = "second-backup-dead-letters";

    private static final int BATCH = 1_000;
    private static final int WINDOW_SECONDS = 60;
    private static final int TIMES_TIMEOUT = 6;
    private static final int RECEIVES_MAX = 20;
    private static final int POLLERS_MIN = 2;
    private static final int WAKE_UP_SECONDS = 4 * 24 * 60 * 60;
    private static final int DEAD_LETTER_SECONDS = 14 * 24 * 60 * 60;

    private final CfnQueue queue;
    private final CfnQueue deadLetters;

    CopyQueue(Construct scope, Parts parts) {
        deadLetters =
                CfnQueue.Builder.create(scope, "DeadLetters")
                        .queueName(DEAD_LETTERS)
                        .messageRetentionPeriod(DEAD_LETTER_SECONDS)
                        .sqsManagedSseEnabled(true)
                        .build();
        queue =
                CfnQueue.Builder.create(scope, "CopyQueue")
                        .queueName(NAME)
                        .visibilityTimeout(
                                TIMES_TIMEOUT * Functions.COPY_TIMEOUT.toSeconds().intValue()
                                        + WINDOW_SECONDS)
                        .redrivePolicy(
                                Map.of(
                                        "deadLetterTargetArn",
                                        deadLetters.getAttrArn(),
                                        "maxReceiveCount",
                                        RECEIVES_MAX))
                        .messageRetentionPeriod(WAKE_UP_SECONDS)
                        .sqsManagedSseEnabled(true)
                        .build();
        queue.applyRemovalPolicy(RemovalPolicy.DESTROY);
        deadLetters.applyRemovalPolicy(RemovalPolicy.DESTROY);
        policy(scope, "CopyQueuePolicy", queue, parts.document("control/copy-queue.json"));
        policy(
                scope,
                "DeadLettersPolicy",
                deadLetters,
                parts.document("control/dead-letters.json"));
    }

    private static void policy(
            Construct scope, String id, CfnQueue queue, Map<String, Object> document) {
        CfnQueuePolicy.Builder.create(scope, id)
                .queues(List.of(queue.getRef()))
                .policyDocument(document)
                .build();
    }

    /// Lets the queue wake a Lambda.
    CfnResource wakes(Construct scope, String functionArn) {
        return CfnEventSourceMapping.Builder.create(scope, "CopyQueueWakesCopy")
                .eventSourceArn(queue.getAttrArn())
                .functionName(functionArn)
                .batchSize(BATCH)
                .maximumBatchingWindowInSeconds(WINDOW_SECONDS)
                .scalingConfig(
                        CfnEventSourceMapping.ScalingConfigProperty.builder()
                                .maximumConcurrency(POLLERS_MIN)
                                .build())
                .build();
    }

    String arn() {
        return queue.getAttrArn();
    }

    String url() {
        return queue.getRef();
    }

    String deadLettersArn() {
        return deadLetters.getAttrArn();
    }
}
