package secondbackup.cdk.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.kms.CfnKey;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/// The topic of an account's alarms, under a key of its own, and the alarms that go there.
///
/// Source: Amazon CloudWatch User Guide, "Using Amazon CloudWatch alarms", and Amazon SNS Developer Guide, "Enable
/// compatibility between event sources from AWS services and encrypted topics" (a customer managed key whose policy
/// admits cloudwatch.amazonaws.com), read 2026-11-27.
public final class AlarmTopic {
    public static final String NAME = "second-backup-alarms";

    private static final int DELETION_WAIT_DAYS = 30;

    private final Construct scope;
    private final CfnTopic topic;
    private final List<CfnAlarm> alarms = new ArrayList<>();

    public AlarmTopic(Construct scope, Parts parts) {
        this.scope = scope;
        var key =
                CfnKey.Builder.create(scope, "AlarmKey")
                        .description("Encrypts the alarms of second-backup on their way to people")
                        .enableKeyRotation(true)
                        .pendingWindowInDays(DELETION_WAIT_DAYS)
                        .keyPolicy(parts.document("control/alarm-key.json"))
                        .build();
        key.applyRemovalPolicy(RemovalPolicy.DESTROY);
        topic =
                CfnTopic.Builder.create(scope, "AlarmTopic")
                        .topicName(NAME)
                        .kmsMasterKeyId(key.getAttrArn())
                        .build();
        CfnTopicPolicy.Builder.create(scope, "AlarmTopicPolicy")
                .topics(List.of(topic.getRef()))
                .policyDocument(parts.document("control/alarm-topic.json"))
                .build();
        parts.deployment()
                .alarmEmail()
                .ifPresent(address ->
                        CfnSubscription.Builder.create(scope, "AlarmEmail")
                                .topicArn(topic.getRef())
                                .protocol("email")
                                .endpoint(address)
                                .build());
    }

    /// What an alarm looks at.
    ///
    /// @param name of the alarm, and of what it is about
    /// @param why what it means, for whoever is woken by it
    /// @param dimensions by name
    /// @param periodSeconds length of one look; `periods` looks must all be bad
    public record Look(
            String name,
            String why,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            String statistic,
            int periodSeconds,
            int periods) {
        public Look {
            dimensions = Map.copyOf(dimensions);
        }
    }

    /// Rings when there is more than `most`; no data is good news.
    public void above(String id, Look look, int most) {
        add(id, look, "GreaterThanThreshold", most, "notBreaching");
    }

    /// Rings when there is more than `most`; no data is bad news.
    public void aboveOrSilent(String id, Look look, int most) {
        add(id, look, "GreaterThanThreshold", most, "breaching");
    }

    /// Rings when there is more than `most`; without data it stays as it is, for another alarm rings then.
    public void aboveAsLastSeen(String id, Look look, int most) {
        add(id, look, "GreaterThanThreshold", most, "ignore");
    }

    /// Rings when there is less than `least`; no data is bad news.
    public void below(String id, Look look, int least) {
        add(id, look, "LessThanThreshold", least, "breaching");
    }

    /// All that were added, in their order.
    public List<CfnAlarm> alarms() {
        return List.copyOf(alarms);
    }

    private void add(String id, Look look, String comparison, int threshold, String missing) {
        alarms.add(
                CfnAlarm.Builder.create(scope, id)
                        .alarmName(look.name())
                        .alarmDescription(look.why())
                        .namespace(look.namespace())
                        .metricName(look.metric())
                        .dimensions(
                                look.dimensions().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(each ->
                                                CfnAlarm.DimensionProperty.builder()
                                                        .name(each.getKey())
                                                        .value(each.getValue())
                                                        .build())
                                        .toList())
                        .statistic(look.statistic())
                        .period(look.periodSeconds())
                        .evaluationPeriods(look.periods())
                        .threshold(threshold)
                        .comparisonOperator(comparison)
                        .treatMissingData(missing)
                        .alarmActions(List.of(topic.getRef()))
                        .okActions(List.of(topic.getRef()))
                        .build());
    }
}
