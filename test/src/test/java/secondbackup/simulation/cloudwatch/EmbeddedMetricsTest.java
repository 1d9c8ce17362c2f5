package secondbackup.simulation.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final String GROUP = "/aws/lambda/verify";
    private static final Metrics.Metric ERRORS =
            Metrics.Metric.of(
                    CONTROL, HOME, "AWS/Logs", "EMFValidationErrors", "LogGroupName", GROUP);

    private final Metrics metrics = new Metrics(() -> NOW);
    private final EmbeddedMetrics embedded = new EmbeddedMetrics(metrics, () -> NOW);

    private static String line() {
        return """
        {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"SecondBackup",\
        "Dimensions":[[],["Kind"]],"Metrics":[{"Name":"Gaps","Unit":"Count"}]}]},"Kind":"NoCopy","Gaps":3}\
        """
                .formatted(NOW.toEpochMilli());
    }

    private List<String> read(String line) {
        return embedded.read(CONTROL, HOME, GROUP, line);
    }

    private static Metrics.Metric noCopies() {
        return Metrics.Metric.of(CONTROL, HOME, "SecondBackup", "Gaps", "Kind", "NoCopy");
    }

    @Test
    void everySetOfDimensionsIsAMetric() {
        assertThat(read(line())).isEmpty();

        assertThat(metrics.sum(noCopies())).isEqualTo(3);
        assertThat(metrics.known()).hasSize(2);
    }

    @Test
    void takesSeveralValues() {
        assertThat(read(line().replace("\"Gaps\":3", "\"Gaps\":[1,4]"))).isEmpty();

        assertThat(metrics.sum(noCopies())).isEqualTo(5);
    }

    @Test
    void linesWithoutMetricsAreNoErrors() {
        for (var line :
                List.of(
                        "plain words",
                        "{ no JSON",
                        "{\"event\":\"copy-started\"}",
                        "{\"_aws\":{}}")) {
            assertThat(read(line)).isEmpty();
        }

        assertThat(metrics.known()).isEmpty();
    }

    /// With anything before or behind it, it is no embedded metric format.
    @Test
    void aLineWithMoreThanTheObjectHasNoMetrics() {
        read("2026-11-27 INFO " + line());
        read(line() + " ok");
        read("{\"message\":" + '"' + line().replace("\"", "\\\"") + "\"}");

        assertThat(metrics.known()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "Gaps":3 | "Gaps":"3" | no number
                    "Gaps":3 | "Gaps":[] | no number
                    "Gaps":3 | "Other":3 | no number
                    "Kind":"NoCopy" | "Kind":7 | no text of 1 to 1024 characters for the dimension
                    "Kind":"NoCopy" | "Kind":" " | no text of 1 to 1024 characters for the dimension
                    "Kind":"NoCopy" | "Sort":"NoCopy" | no text of 1 to 1024 characters for the dimension
                    [[],["Kind"]] | [] | Dimensions is no array of one set or more
                    [[],["Kind"]] | ["Kind"] | a dimension set is no array
                    "Unit":"Count" | "Unit":"Hours" | unit of "Gaps" is unknown
                    "Unit":"Count" | "unit":"Count" | members that nobody knows: [unit]
                    "Unit":"Count" | "StorageResolution":5 | neither 1 nor 60
                    "Namespace":"SecondBackup" | "Namespace":"" | Namespace is no text
                    "Namespace":"SecondBackup" | "Namespace":"AWS/Lambda" | begins with AWS/
                    "Timestamp" | "At" | Timestamp is no number
                    """)
    void aLineThatBreaksTheFormatHasNoneAndCounts(String right, String wrong, String problem) {
        var line = line();
        assertThat(line).contains(right);

        assertThat(read(line.replace(right, wrong))).anyMatch(each -> each.contains(problem));
        assertThat(metrics.known()).containsExactly(ERRORS);
        assertThat(metrics.sum(ERRORS)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2H", "PT-336H"})
    void takesTwoWeeksBackAndTwoHoursAhead(Duration distance) {
        var beyond = distance.plusMillis(distance.isNegative() ? -1 : 1);

        assertThat(read(at(distance))).isEmpty();
        assertThat(read(at(beyond))).singleElement().asString().contains("Timestamp");
    }

    private static String at(Duration distance) {
        return line().replace(
                        String.valueOf(NOW.toEpochMilli()),
                        String.valueOf(NOW.plus(distance).toEpochMilli()));
    }

    @Test
    void takesAHundredMetricsAndNotOneMore() {
        assertThat(read(with(100))).isEmpty();
        assertThat(read(with(101))).containsExactly("Metrics are more than 100");
    }

    private static String with(int metrics) {
        var definitions =
                IntStream.range(0, metrics)
                        .mapToObj(_ -> "{\"Name\":\"Gaps\"}")
                        .collect(Collectors.joining(","));
        return line().replace("{\"Name\":\"Gaps\",\"Unit\":\"Count\"}", definitions);
    }
}
