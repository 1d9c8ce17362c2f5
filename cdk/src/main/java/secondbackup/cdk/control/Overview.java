package secondbackup.cdk.control;

import static secondbackup.policy.Metric.ACCOUNTS_UNSEEN;
import static secondbackup.policy.Metric.CLUSTERS;
import static secondbackup.policy.Metric.CLUSTERS_WITHOUT_TIMELY_COPY;
import static secondbackup.policy.Metric.COPIES_REFUSED;
import static secondbackup.policy.Metric.COPIES_STARTED;
import static secondbackup.policy.Metric.COPIES_WAITING;
import static secondbackup.policy.Metric.COPY_SLOTS;
import static secondbackup.policy.Metric.COPY_SLOTS_USED;
import static secondbackup.policy.Metric.GAPS;
import static secondbackup.policy.Metric.NOT_SEEN;
import static secondbackup.policy.Metric.PROTECTED_CLUSTERS;
import static secondbackup.policy.Metric.PROTECTED_SHARE;
import static secondbackup.policy.Metric.SELF_TEST_AGE;
import static secondbackup.policy.Metric.SWEEP_AGE;
import static secondbackup.policy.Metric.UNKNOWN_CLUSTERS;
import static secondbackup.policy.Metric.UNPROTECTED_CLUSTERS;
import static secondbackup.policy.Metric.WORST_COPY_AGE;
import static secondbackup.policy.Metric.WORST_COPY_AGE_SHARE;
import static secondbackup.policy.Metric.YOUNG_CLUSTERS;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import secondbackup.cdk.parts.Parts;
import secondbackup.policy.Estate;
import secondbackup.policy.Metric;
import secondbackup.policy.Metric.Dimension;
import secondbackup.policy.NoticeReader;
import secondbackup.policy.Pages;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.PeriodOverride;
import software.amazon.awscdk.services.cloudwatch.SingleValueWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
import software.constructs.Construct;

/// The dashboard: the numbers of now, which alarms ring, how it was lately, and where it says more.
///
/// It names no kind of gap: a search finds whatever there is.
///
/// Source: Amazon CloudWatch User Guide, "Using search expressions in graphs" and "Dashboard body structure and syntax",
/// read 2026-11-27.
final class Overview {
    static final String NAME = "second-backup";

    private static final int WIDTH = 24;
    private static final int HALF = WIDTH / 2;
    private static final int NUMBER_WIDTH = 4;
    private static final int NUMBER_HEIGHT = 3;
    private static final int GRAPH_HEIGHT = 6;
    private static final int SHOWN_DAYS = 14;
    private static final Duration HOUR = Duration.hours(1);

    private final Construct scope;
    private final Parts parts;

    Overview(Construct scope, Parts parts, List<CfnAlarm> alarms) {
        this.scope = scope;
        this.parts = parts;
        Dashboard.Builder.create(scope, "Overview")
                .dashboardName(NAME)
                .defaultInterval(Duration.days(SHOWN_DAYS))
                .periodOverride(PeriodOverride.INHERIT)
                .widgets(
                        List.of(
                                numbers(),
                                List.of(status(alarms)),
                                promises(),
                                gaps(),
                                copies(),
                                words()))
                .build();
    }

    private static List<IWidget> numbers() {
        return List.of(
                number("Protected, %", PROTECTED_SHARE, "Minimum"),
                number("Not protected", UNPROTECTED_CLUSTERS, "Maximum"),
                number("Not known", UNKNOWN_CLUSTERS, "Maximum"),
                number("Worst copy, % of promise", WORST_COPY_AGE_SHARE, "Maximum"),
                number("Hours since the sweep", SWEEP_AGE, "Maximum"),
                number("Copies waiting", COPIES_WAITING, "Maximum"));
    }

    private static IWidget number(String title, Metric metric, String statistic) {
        return SingleValueWidget.Builder.create()
                .title(title)
                .metrics(List.of(of(metric, title, statistic)))
                .width(NUMBER_WIDTH)
                .height(NUMBER_HEIGHT)
                .build();
    }

    private IWidget status(List<CfnAlarm> alarms) {
        return AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(
                        alarms.stream()
                                .map(alarm ->
                                        Alarm.fromAlarmArn(
                                                scope,
                                                alarm.getNode().getId() + "Shown",
                                                alarm.getAttrArn()))
                                .toList())
                .width(WIDTH)
                .height(NUMBER_HEIGHT)
                .build();
    }

    private static List<IWidget> promises() {
        return List.of(
                graph(
                        "Clusters",
                        of(CLUSTERS, "all", "Maximum"),
                        of(PROTECTED_CLUSTERS, "protected", "Minimum"),
                        of(UNPROTECTED_CLUSTERS, "not protected", "Maximum"),
                        of(CLUSTERS_WITHOUT_TIMELY_COPY, "without a copy in time", "Maximum"),
                        of(YOUNG_CLUSTERS, "young", "Maximum"),
                        of(UNKNOWN_CLUSTERS, "not known", "Maximum")),
                GraphWidget.Builder.create()
                        .title("Worst copy's age")
                        .left(List.of(of(WORST_COPY_AGE_SHARE, "% of the promise", "Maximum")))
                        .right(List.of(of(WORST_COPY_AGE, "hours", "Maximum")))
                        .leftAnnotations(
                                List.of(
                                        HorizontalAnnotation.builder()
                                                .label("promised")
                                                .value(PromiseAlarms.PROMISED_SHARE)
                                                .build()))
                        .leftYAxis(YAxisProps.builder().min(0).build())
                        .width(HALF)
                        .height(GRAPH_HEIGHT)
                        .build());
    }

    private static List<IWidget> gaps() {
        return List.of(
                graph("Gaps by kind", search(Dimension.KIND)),
                graph(
                        "Gaps by severity, and what was not seen",
                        search(Dimension.SEVERITY),
                        of(ACCOUNTS_UNSEEN, "accounts not seen", "Maximum"),
                        of(NOT_SEEN, "not seen", "Maximum")));
    }

    private static IMetric search(Dimension dimension) {
        return MathExpression.Builder.create()
                .expression(
                        "SEARCH('{%s,%s} MetricName=\"%s\"', 'Maximum', 3600)"
                                .formatted(Metric.NAMESPACE, dimension.title(), GAPS.title()))
                .usingMetrics(Map.of())
                .label("")
                .period(HOUR)
                .build();
    }

    private List<IWidget> copies() {
        var slots =
                parts.estate().vaults().stream()
                        .map(Estate.Vault::arn)
                        .flatMap(vault ->
                                Stream.of(
                                        slots(COPY_SLOTS, vault.name() + " slots", vault.name()),
                                        slots(
                                                COPY_SLOTS_USED,
                                                vault.name() + " used",
                                                vault.name())));
        return List.of(
                graph("Copy slots", slots.toArray(IMetric[]::new)),
                graph(
                        "Copies",
                        of(COPIES_STARTED, "started", "Sum"),
                        of(COPIES_REFUSED, "refused", "Sum"),
                        of(COPIES_WAITING, "waiting", "Maximum"),
                        of(SELF_TEST_AGE, "days since the tripwires' self-test", "Maximum")));
    }

    private static IMetric slots(Metric metric, String label, String vault) {
        return metric(metric, label, "Maximum")
                .dimensionsMap(Map.of(Dimension.VAULT.title(), vault))
                .build();
    }

    private List<IWidget> words() {
        var notices = NoticeReader.read(parts.files(), parts.estate());
        var page = Pages.of(notices, parts.estate()).address("reports/latest.html");
        return List.of(
                TextWidget.Builder.create()
                        .markdown(
                                "[The newest report]("
                                        + page
                                        + ") names every gap with its cause and remedy. What each kind means,"
                                        + " what rings when, and what to do: the README of second-backup,"
                                        + " *Gaps*, *When it speaks* and *Numbers and alarms*. Numbers come with"
                                        + " each sweep, those of copies every "
                                        + parts.deployment().copyMinutes()
                                        + " minutes.")
                        .width(WIDTH)
                        .height(NUMBER_HEIGHT)
                        .build());
    }

    private static IWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .leftYAxis(YAxisProps.builder().min(0).build())
                .width(HALF)
                .height(GRAPH_HEIGHT)
                .build();
    }

    private static IMetric of(Metric metric, String label, String statistic) {
        return metric(metric, label, statistic).build();
    }

    private static software.amazon.awscdk.services.cloudwatch.Metric.Builder metric(
            Metric metric, String label, String statistic) {
        return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
                .namespace(Metric.NAMESPACE)
                .metricName(metric.title())
                .label(label)
                .statistic(statistic)
                .period(HOUR);
    }
}
