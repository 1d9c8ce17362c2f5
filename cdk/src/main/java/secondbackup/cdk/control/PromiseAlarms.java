package secondbackup.cdk.control;

import java.util.Map;
import java.util.TreeMap;
import secondbackup.cdk.parts.AlarmTopic;
import secondbackup.cdk.parts.AlarmTopic.Look;
import secondbackup.policy.Estate;
import secondbackup.policy.Metric;

/// What rings when promises are broken for longer than it takes to keep them again, by the numbers that Verify and Copy
/// write. Slack has told of each gap at once; these go another way, to whoever is on call, so they wait.
///
/// 1. What can heal by itself must be bad all day: every sweep of that day saw it, so that what one sweep sees and the
///    next does not wakes nobody. What must be acted upon at once rings with the first report that says so.
/// 2. Clusters whose copies came in time do not ring: as long as a lock is not final, no cluster counts as protected.
/// 3. Without numbers they stay as they are, neither ringing nor saying that all is well; `second-backup-numbers` rings.
///    So it is with a number that Verify leaves out since not everything was seen; `second-backup-not-seen` rings.
/// 4. Sweeps are twelve hours apart, thirteen when the clocks go back, and a sweep takes a while: fourteen are too many.
///
/// Source: Amazon CloudWatch User Guide, "Alarm evaluation" (a sliding window), "Configuring how CloudWatch alarms treat
/// missing data" and "Setting alarms on metrics created with the embedded metric format", read 2026-11-27.
final class PromiseAlarms {
    /// How far sweeps are apart, an hour when the clocks go back, and one for the sweep.
    static final int SWEEP_HOURS_MAX = Math.toIntExact(Estate.SWEEPS_APART_MAX.toHours()) + 2;

    static final int PROMISED_SHARE = 100;

    private static final int SELF_TEST_DAYS_MAX = 8;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    /// Kinds of gaps that wake somebody at once, each with what to do first.
    private static final Map<String, String> URGENT =
            new TreeMap<>(
                    Map.of(
                            "KeyAtRisk",
                            "A key without which copies cannot be read is not as it must be. If its deletion is"
                                    + " scheduled: aws kms cancel-key-deletion, then aws kms enable-key, at once.",
                            "LastCopyExpiring",
                            "Some cluster's last good copy expires soon, and nothing newer has followed. Hold it with"
                                    + " aws backup create-legal-hold, as the report prints it.",
                            "SnapshotMissing",
                            "A copy is listed, and the snapshot behind it is gone or not complete. Treat it as an attack"
                                    + " until you know better."));

    private PromiseAlarms() {}

    static void add(AlarmTopic topic) {
        topic.aboveAsLastSeen(
                "Unprotected",
                daily(
                        "second-backup-unprotected",
                        "For two days every sweep has found clusters without a copy in time: if their accounts"
                                + " were lost now, data would be lost. The newest report names each with cause"
                                + " and remedy. README: \"NoCopy\" and \"CopyLate\".",
                        Metric.CLUSTERS_WITHOUT_TIMELY_COPY,
                        Map.of(),
                        2),
                0);
        topic.aboveAsLastSeen(
                "CopyAge",
                daily(
                        "second-backup-copy-age",
                        "For a day the newest copy of some cluster has been older than promised. In the report,"
                                + " look for CopyLate and the cluster's other gaps, which name the cause. README:"
                                + " \"CopyLate\".",
                        Metric.WORST_COPY_AGE_SHARE,
                        Map.of(),
                        1),
                PROMISED_SHARE);
        topic.aboveAsLastSeen(
                "NotSeen",
                daily(
                        "second-backup-not-seen",
                        "For a day something could not be seen, so nobody knows whether it is protected. The"
                                + " report says what, under \"could not be seen\". README: \"AccountUnreadable\""
                                + " and \"StateUnknown\".",
                        Metric.NOT_SEEN,
                        Map.of(),
                        1),
                0);
        topic.aboveAsLastSeen(
                "Capacity",
                daily(
                        "second-backup-capacity",
                        "For a day every sweep has foreseen promises that will break for want of copy slots,"
                                + " within five days. Nothing is lost yet: spread the schedules, or ask AWS for"
                                + " slots. README: \"CapacityShortfall\".",
                        Metric.GAPS,
                        kind("CapacityShortfall"),
                        1),
                0);
        URGENT.forEach((kind, why) -> urgent(topic, kind, why));
        topic.aboveOrSilent(
                "SweepAge",
                look(
                        "second-backup-sweep-age",
                        "Copy orders by a sweep that began more than "
                                + SWEEP_HOURS_MAX
                                + " hours ago, or did not say so for an hour. Look at the newest execution of the"
                                + " state machine second-backup-sweep and whether its schedule is enabled, then at"
                                + " the Lambda second-backup-copy. It rings from the deployment until the first"
                                + " sweep has ended. README: \"A sweep that fails\".",
                        Metric.SWEEP_AGE,
                        "Maximum",
                        HOUR),
                SWEEP_HOURS_MAX);
        topic.aboveOrSilent(
                "SelfTest",
                look(
                        "second-backup-self-test",
                        "For more than a week no self-test of the tripwires has reached every Slack channel, so a"
                                + " real call may not reach them either. Go along the way that runbook/Tripwire.md"
                                + " names under SelfTest. README: \"Self-test\".",
                        Metric.SELF_TEST_AGE,
                        "Maximum",
                        DAY),
                SELF_TEST_DAYS_MAX);
        topic.below(
                "Numbers",
                look(
                        "second-backup-numbers",
                        "Verify has written no numbers for a day, so the alarms that hang on them keep still. Is"
                                + " there a report of today? Then look whether the log format of the Lambda"
                                + " second-backup-verify is still Text. README: \"Numbers and alarms\".",
                        Metric.CLUSTERS,
                        "SampleCount",
                        DAY),
                1);
    }

    private static void urgent(AlarmTopic topic, String kind, String why) {
        topic.aboveAsLastSeen(
                kind,
                new Look(
                        "second-backup-" + kind,
                        why + " README: \"" + kind + "\".",
                        Metric.NAMESPACE,
                        Metric.GAPS.title(),
                        kind(kind),
                        "Maximum",
                        HOUR,
                        1),
                0);
    }

    private static Map<String, String> kind(String kind) {
        return Map.of(Metric.Dimension.KIND.title(), kind);
    }

    private static Look daily(
            String name, String why, Metric metric, Map<String, String> dimensions, int days) {
        return new Look(
                name, why, Metric.NAMESPACE, metric.title(), dimensions, "Minimum", DAY, days);
    }

    private static Look look(
            String name, String why, Metric metric, String statistic, int seconds) {
        return new Look(
                name, why, Metric.NAMESPACE, metric.title(), Map.of(), statistic, seconds, 1);
    }
}
