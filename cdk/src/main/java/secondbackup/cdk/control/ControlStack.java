package secondbackup.cdk.control;

import java.util.List;
import java.util.Map;
import secondbackup.cdk.parts.AlarmTopic;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/// The control account, in the home Region: everything that decides, and nothing that holds a backup. The only stack whose
/// account must be bootstrapped, for the Lambdas' jar.
public final class ControlStack extends Stack {
    /// @param jar path of the merged jar, as the app sees it
    public ControlStack(Construct scope, String id, Parts parts, String jar) {
        super(scope, id, properties(parts));
        var functions = new Functions(this, parts, jar);
        var queue = new CopyQueue(this, parts);
        queue.wakes(this, functions.arn("copy"));
        new ControlBus(this, parts, functions, queue);
        var sweep = new Sweep(this, parts, functions, queue);
        new Schedules(this, parts, sweep, queue);
        new Buckets(this, parts);
        reportWritten(parts);
        var topic = new AlarmTopic(this, parts);
        PromiseAlarms.add(topic);
        Alarms.add(topic, sweep);
        new Overview(this, parts, topic.alarms());
    }

    private static StackProps properties(Parts parts) {
        var estate = parts.estate();
        return StackProps.builder()
                .description("second-backup: the Lambdas, and what wakes and watches them")
                .env(Parts.place(estate.controlAccount(), estate.homeRegion()))
                .tags(parts.deployment().tags())
                .analyticsReporting(false)
                .synthesizer(
                        DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                .build();
    }

    /// Says to the dead-man's alarm that a report was written. It goes by the report's own arrival in its bucket, so it
    /// cannot be said while there is none.
    ///
    /// Source: Amazon S3 User Guide, "Using EventBridge" and "EventBridge event message structure", read 2026-11-27.
    private void reportWritten(Parts parts) {
        var watch = parts.deployment().watch();
        CfnRule.Builder.create(this, "ReportWritten")
                .name("second-backup-report-written")
                .description("A report was written; the dead-man's alarm waits for this")
                .eventPattern(
                        Map.of(
                                "source",
                                List.of("aws.s3"),
                                "detail-type",
                                List.of("Object Created"),
                                "detail",
                                Map.of(
                                        "bucket",
                                        Map.of("name", List.of(parts.estate().reportBucket())),
                                        "object",
                                        Map.of("key", List.of("reports/latest.json")))))
                .targets(
                        List.of(
                                CfnRule.TargetProperty.builder()
                                        .id("watch")
                                        .arn(
                                                "arn:aws:events:"
                                                        + watch.region()
                                                        + ":"
                                                        + watch.account()
                                                        + ":event-bus/second-backup-watch")
                                        .roleArn(
                                                parts.role(this, "report-written.json")
                                                        .getRoleArn())
                                        .build()))
                .build();
    }
}
