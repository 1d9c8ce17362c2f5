package secondbackup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import secondbackup.gap.Gap;
import secondbackup.gap.Severity;
import secondbackup.policy.Metric;
import secondbackup.proof.SmallWorld;

/// The dashboard and the alarms on our own numbers, as they are deployed.
final class NumbersTest {
    private static final Path README = Path.of("..", "README.md");

    /// Source: Amazon CloudWatch API Reference, "PutMetricAlarm" (period times evaluation periods, for periods of an hour or
    /// more: seven days), read 2026-11-27.
    private static final int LONGEST_LOOK_SECONDS = 7 * 86_400;

    private static List<JsonNode> alarms() {
        return Synthesis.resources("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.path("Properties"))
                .filter(alarm -> alarm.path("Namespace").asText().equals(Metric.NAMESPACE))
                .toList();
    }

    /// The body is text in which CloudFormation fills in the alarms' ARNs.
    private static JsonNode dashboard() {
        var body = Synthesis.only("AWS::CloudWatch::Dashboard").at("/Properties/DashboardBody");
        var text = new StringBuilder();
        for (var part : body.at("/Fn::Join/1")) {
            text.append(part.isTextual() ? part.asText() : "arn");
        }
        return SmallWorld.parse(text.toString());
    }

    private static List<String> titles() {
        return Stream.of(Metric.values()).map(Metric::title).toList();
    }

    @Test
    void everyAlarmLooksAtAMetricThatIsWritten() {
        assertThat(alarms())
                .hasSize(10)
                .allSatisfy(
                        alarm -> assertThat(titles()).contains(alarm.path("MetricName").asText()));
        var kinds =
                Stream.of(Gap.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
        assertThat(alarms())
                .filteredOn(alarm -> !alarm.path("Dimensions").isEmpty())
                .hasSize(4)
                .allSatisfy(alarm ->
                        assertThat(kinds).contains(alarm.at("/Dimensions/0/Value").asText()));
    }

    @Test
    void noAlarmLooksFurtherBackThanCloudWatchTakes() {
        assertThat(Synthesis.resources("AWS::CloudWatch::Alarm"))
                .extracting(alarm -> alarm.path("Properties"))
                .allSatisfy(alarm ->
                        assertThat(
                                        alarm.path("Period").asInt()
                                                * alarm.path("EvaluationPeriods").asInt())
                                .as(alarm.path("AlarmName").asText())
                                .isLessThanOrEqualTo(LONGEST_LOOK_SECONDS));
    }

    /// An alarm that falls silent with its numbers needs another that rings then.
    @Test
    void silenceOfTheNumbersRingsAndChangesNothingElse() {
        assertThat(alarms())
                .filteredOn(alarm -> alarm.path("TreatMissingData").asText().equals("breaching"))
                .extracting(alarm -> alarm.path("AlarmName").asText())
                .containsExactlyInAnyOrder(
                        "second-backup-self-test",
                        "second-backup-sweep-age",
                        "second-backup-numbers");
        assertThat(alarms())
                .filteredOn(alarm -> !alarm.path("TreatMissingData").asText().equals("breaching"))
                .hasSize(7)
                .allMatch(alarm -> alarm.path("TreatMissingData").asText().equals("ignore"));
    }

    @Test
    void everyDescriptionNamesAHeadingOfTheReadme() throws Exception {
        var readme = Files.readAllLines(README);
        for (var alarm : alarms()) {
            var description = alarm.path("AlarmDescription").asText();
            var named = description.substring(description.indexOf("README: ") + 8);
            var headings = named.split("\"", -1);
            assertThat(headings).as(description).hasSizeGreaterThan(2);
            for (var at = 1; at < headings.length; at += 2) {
                var heading = headings[at];
                assertThat(readme)
                        .anyMatch(line ->
                                line.matches("##+ " + heading)
                                        || line.startsWith("**" + heading + ".**"));
            }
        }
    }

    @Test
    void theDashboardShowsEveryMetric() {
        var shown = dashboard().toString();

        assertThat(titles()).allSatisfy(title -> assertThat(shown).contains(title));
    }

    @Test
    void numbersComeFirstThenAlarmsThenGraphsThenWords() {
        var kinds = new ArrayList<String>();
        for (var widget : dashboard().path("widgets")) {
            var type = widget.path("type").asText();
            var kind = type.equals("metric") ? widget.at("/properties/view").asText() : type;
            if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
                kinds.add(kind);
            }
        }

        assertThat(kinds).containsExactly("singleValue", "alarm", "timeSeries", "text");
    }

    @Test
    void itShowsEveryAlarmOfTheControlAccountAndLinksToThePage() {
        var control = Synthesis.template("SecondBackupControl").path("Resources");
        var alarms =
                control.valueStream()
                        .filter(each -> each.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                        .count();
        var widgets = dashboard().path("widgets");

        assertThat(widgets.get(6).at("/properties/alarms")).hasSize((int) alarms);
        assertThat(widgets.get(widgets.size() - 1).at("/properties/markdown").asText())
                .contains(
                        "(https://eu-central-1.console.aws.amazon.com/s3/object/second-backup-reports-222222222222"
                                + "?region=eu-central-1&prefix=reports/latest.html)");
    }

    /// Gaps are counted by kind and by severity, slots by vault.
    @Test
    void theReadmeSaysHowManyMetricsAreCharged() throws Exception {
        var plain =
                Stream.of(Metric.values())
                        .filter(metric -> metric != Metric.GAPS)
                        .filter(metric -> !metric.name().startsWith("COPY_SLOTS"))
                        .count();

        assertThat(Files.readString(README))
                .contains((plain + Severity.values().length) + " custom metrics");
    }

    /// In the other format there would be no metrics.
    @Test
    void everyLambdaLogsText() {
        assertThat(Synthesis.resources("AWS::Lambda::Function"))
                .hasSize(5)
                .allMatch(function ->
                        function.at("/Properties/LoggingConfig/LogFormat").asText().equals("Text"));
    }
}
