package secondbackup.simulation.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Ask;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Alarm.Comparison;
import secondbackup.simulation.cloudwatch.Alarm.Silence;
import secondbackup.simulation.cloudwatch.Alarm.State;
import secondbackup.simulation.cloudwatch.Metrics.Statistic;
import secondbackup.simulation.sns.Topic;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;

/// An alarm that is silenced sees what it saw, and tells nobody.
final class AlarmWritesTest {
    private static final Metrics.Metric ERRORS =
            Metrics.Metric.of(CONTROL, HOME, "AWS/Lambda", "Errors", "FunctionName", "verify");

    private final Serverless aws = new Serverless();
    private final Topic topic = new Topic(CONTROL, HOME, "alarms");
    private final Operations operations = new Operations();
    private final Ask ask = new Ask(operations, CONTROL, "monitoring", HOME);
    private final Alarm errors = alarm("errors");
    private final Alarm others = alarm("others");

    @BeforeEach
    void make() {
        aws.machinery.topics().put(topic);
        new AlarmWrites(aws.machinery.alarms()).register(operations);
    }

    private Alarm alarm(String name) {
        var condition =
                new Alarm.Condition(
                        ERRORS,
                        Statistic.Sum,
                        Duration.ofMinutes(5),
                        1,
                        1,
                        1,
                        Comparison.GreaterThanOrEqualToThreshold,
                        Silence.NOT_BREACHING);
        var alarm = new Alarm(CONTROL, HOME, name, condition);
        alarm.alarmActions = List.of(topic.arn());
        aws.machinery.alarms().put(alarm);
        return alarm;
    }

    private void disable(String... names) {
        ask.of(
                DisableAlarmActionsRequest.builder().alarmNames(names).build(),
                DisableAlarmActionsResponse.class);
    }

    private void enable(String... names) {
        ask.of(
                EnableAlarmActionsRequest.builder().alarmNames(names).build(),
                EnableAlarmActionsResponse.class);
    }

    private void delete(String... names) {
        ask.of(DeleteAlarmsRequest.builder().alarmNames(names).build(), DeleteAlarmsResponse.class);
    }

    private void anErrorAndThenFiveMinutes() {
        aws.machinery.metrics().add(ERRORS, 1);
        aws.pass(300);
    }

    private List<String> told() {
        return topic.notices().stream().map(notice -> notice.subject()).toList();
    }

    @Test
    void aSilencedAlarmChangesItsStateAndTellsNobody() {
        disable("errors");

        anErrorAndThenFiveMinutes();

        assertThat(errors.state()).isEqualTo(State.ALARM);
        assertThat(told()).singleElement().asString().startsWith("ALARM: \"others\"");
    }

    @Test
    void whatHappenedWhileItWasSilentIsNotToldAfterwardsButTheNextChangeIs() {
        disable("errors", "others");
        anErrorAndThenFiveMinutes();
        enable("errors");
        assertThat(told()).isEmpty();

        aws.pass(300);
        assertThat(errors.state()).isEqualTo(State.OK);
        anErrorAndThenFiveMinutes();

        assertThat(told()).singleElement().asString().startsWith("ALARM: \"errors\"");
    }

    @Test
    void aNameWithoutAnAlarmIsPassedOverAndTheOthersAreNot() {
        disable("never-made", "others");
        assertThat(errors.actionsEnabled).isTrue();
        assertThat(others.actionsEnabled).isFalse();

        enable("never-made", "others");
        assertThat(others.actionsEnabled).isTrue();

        delete("never-made", "others");
        assertThat(aws.machinery.alarms().find(others.arn())).isEmpty();
        assertThat(aws.machinery.alarms().find(errors.arn())).contains(errors);
    }

    @Test
    void aDeletedAlarmTellsNothingAnyMore() {
        delete("errors");

        anErrorAndThenFiveMinutes();

        assertThat(told()).singleElement().asString().startsWith("ALARM: \"others\"");
    }

    @Test
    void anAlarmOfAnotherRegionOrAccountIsNotMeant() {
        new Ask(operations, CONTROL, "monitoring", "us-east-1")
                .of(
                        DeleteAlarmsRequest.builder().alarmNames("errors").build(),
                        DeleteAlarmsResponse.class);
        new Ask(operations, "999988887777", "monitoring", HOME)
                .of(
                        DisableAlarmActionsRequest.builder().alarmNames("errors").build(),
                        DisableAlarmActionsResponse.class);

        assertThat(aws.machinery.alarms().find(errors.arn())).contains(errors);
        assertThat(errors.actionsEnabled).isTrue();
    }
}
