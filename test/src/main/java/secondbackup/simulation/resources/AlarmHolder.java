package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.cloudwatch.Alarm;
import secondbackup.simulation.cloudwatch.Alarms;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.AccessRequest;

/// `AWS::CloudWatch::Alarm` on one metric. Alarms on several, on percentiles and on anomalies are unknown here.
record AlarmHolder(Alarms alarms) implements Holder {
    private static final int NAME_MOST = 255;

    @Override
    public String name() {
        return "AWS::CloudWatch::Alarm";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "ActionsEnabled",
                        "AlarmActions",
                        "AlarmName",
                        "ComparisonOperator",
                        "DatapointsToAlarm",
                        "Dimensions",
                        "EvaluationPeriods",
                        "InsufficientDataActions",
                        "MetricName",
                        "Namespace",
                        "OKActions",
                        "Period",
                        "Statistic",
                        "Threshold",
                        "TreatMissingData")
                .recorded("AlarmDescription", "Tags", "Unit")
                .required("ComparisonOperator", "EvaluationPeriods", "MetricName", "Namespace")
                .createOnly("AlarmName")
                .within("Dimensions", "Name", "Value")
                .within("Tags", "Key", "Value")
                .attributes("Arn");
    }

    private static String arn(String id, Scene scene) {
        return scene.arn("cloudwatch", "alarm:" + id);
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                arn(id, scene),
                verb == Verb.DELETE ? "cloudwatch:DeleteAlarms" : "cloudwatch:PutMetricAlarm");
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.has("AlarmName") ? wanted.text("AlarmName") : scene.generatedName(NAME_MOST);
    }

    @Override
    public boolean there(String id, Scene scene) {
        return alarms.find(arn(id, scene)).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var condition = condition(wanted, scene);
        var alarm =
                alarms.find(arn(id, scene))
                        .orElseGet(() -> new Alarm(scene.account(), scene.region(), id, condition));
        alarm.actionsEnabled = !wanted.text("ActionsEnabled", "true").equals("false");
        alarm.alarmActions = wanted.texts("AlarmActions");
        alarm.okActions = wanted.texts("OKActions");
        alarm.insufficientDataActions = wanted.texts("InsufficientDataActions");
        if (there(id, scene)) {
            alarms.change(alarm, condition);
        } else {
            alarms.put(alarm);
        }
    }

    private static Alarm.Condition condition(Properties wanted, Scene scene) {
        var dimensions = new TreeMap<String, String>();
        wanted.structures("Dimensions")
                .forEach(each -> dimensions.put(each.text("Name"), each.text("Value")));
        var periods = (int) wanted.number("EvaluationPeriods");
        return new Alarm.Condition(
                new Metrics.Metric(
                        scene.account(),
                        scene.region(),
                        wanted.text("Namespace"),
                        wanted.text("MetricName"),
                        dimensions),
                Metrics.Statistic.valueOf(wanted.text("Statistic")),
                Duration.ofSeconds(wanted.number("Period")),
                periods,
                wanted.has("DatapointsToAlarm")
                        ? (int) wanted.number("DatapointsToAlarm")
                        : periods,
                Double.parseDouble(wanted.text("Threshold")),
                Alarm.Comparison.valueOf(wanted.text("ComparisonOperator")),
                Alarm.Silence.of(wanted.text("TreatMissingData", "missing")));
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        alarms.remove(arn(id, scene));
    }

    /// The condition is shown as the template has it, as long as it is that of the template.
    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var alarm = alarms.find(arn(id, scene)).orElseThrow();
        var read = Reading.begun();
        if (alarm.condition.equals(condition(last, scene))) {
            read.setAll(last.all());
        } else {
            read.put("Threshold", alarm.condition.threshold())
                    .put("MetricName", alarm.condition.metric().name())
                    .put("Namespace", alarm.condition.metric().namespace())
                    .put("Period", alarm.condition.period().toSeconds())
                    .put("EvaluationPeriods", alarm.condition.periods());
        }
        read.put("AlarmName", alarm.name).put("ActionsEnabled", alarm.actionsEnabled);
        read.remove(List.of("AlarmActions", "OKActions", "InsufficientDataActions"));
        Reading.texts(read, "AlarmActions", alarm.alarmActions);
        Reading.texts(read, "OKActions", alarm.okActions);
        Reading.texts(read, "InsufficientDataActions", alarm.insufficientDataActions);
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", arn(id, scene)));
    }
}
