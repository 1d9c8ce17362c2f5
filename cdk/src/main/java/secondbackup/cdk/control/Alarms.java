package secondbackup.cdk.control;

import java.util.Map;
import secondbackup.cdk.parts.AlarmTopic;
import secondbackup.cdk.parts.AlarmTopic.Look;

/// What rings in the control account because something of ours did not work; whether promises hold is
/// [PromiseAlarms]'.
///
/// Copy's throttles do not: its queue reads with two pollers for one place. That the queue is read at all is seen by
/// the age of its oldest message.
///
/// Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; AWS Step Functions Developer Guide,
/// "Monitoring Step Functions metrics using Amazon CloudWatch"; Amazon SQS Developer Guide, "Available CloudWatch
/// metrics for Amazon SQS", read 2026-11-27.
final class Alarms {
    private static final int FIVE_MINUTES = 300;
    private static final int HOUR = 3_600;
    private static final int THROTTLED_LOOKS = 3;
    private static final int WAITING_SECONDS_MAX = 2 * HOUR;

    private Alarms() {}

    static void add(AlarmTopic topic, Sweep sweep) {
        Functions.names().forEach(name -> function(topic, name));
        for (var how : new String[] {"Failed", "TimedOut", "Aborted"}) {
            topic.above("Sweep" + how, execution(sweep, how), 0);
        }
        topic.above(
                "DeadLettersThere",
                queue(
                        "second-backup-dead-letters",
                        "Something could not be delivered. Look at a message of the queue"
                                + " second-backup-dead-letters: its attributes say what and why. A wake-up of"
                                + " Copy may be dropped; a tripwire is to be read.",
                        CopyQueue.DEAD_LETTERS,
                        "ApproximateNumberOfMessagesVisible",
                        FIVE_MINUTES),
                0);
        topic.above(
                "CopyQueueOld",
                queue(
                        "second-backup-copy-queue-age",
                        "Nothing has taken messages from the queue second-backup-copy for two hours. Is"
                                + " the event source mapping of the Lambda second-backup-copy enabled?",
                        CopyQueue.NAME,
                        "ApproximateAgeOfOldestMessage",
                        FIVE_MINUTES),
                WAITING_SECONDS_MAX);
    }

    private static void function(AlarmTopic topic, String name) {
        var id = name.substring(name.lastIndexOf('-') + 1);
        topic.above(
                "Errors-" + id,
                new Look(
                        name + "-errors",
                        "The Lambda " + name + " failed. Its log says why: /aws/lambda/" + name,
                        "AWS/Lambda",
                        "Errors",
                        Map.of("FunctionName", name),
                        "Sum",
                        FIVE_MINUTES,
                        1),
                0);
        if (!name.equals(CopyQueue.NAME)) {
            topic.above(
                    "Throttles-" + id,
                    new Look(
                            name + "-throttles",
                            "The Lambda "
                                    + name
                                    + " is throttled. Lower surveysAtATime in policies/estate.json, or"
                                    + " raise the account's quota of concurrent executions.",
                            "AWS/Lambda",
                            "Throttles",
                            Map.of("FunctionName", name),
                            "Sum",
                            FIVE_MINUTES,
                            THROTTLED_LOOKS),
                    0);
        }
    }

    private static Look execution(Sweep sweep, String how) {
        return new Look(
                "second-backup-sweep-" + how.toLowerCase(java.util.Locale.ROOT),
                "A sweep did not end well. Look at the execution of the state machine"
                        + " second-backup-sweep: the step that failed says why.",
                "AWS/States",
                "Executions" + how,
                Map.of("StateMachineArn", sweep.arn()),
                "Sum",
                FIVE_MINUTES,
                1);
    }

    private static Look queue(String name, String why, String queue, String metric, int seconds) {
        return new Look(
                name, why, "AWS/SQS", metric, Map.of("QueueName", queue), "Maximum", seconds, 1);
    }
}
