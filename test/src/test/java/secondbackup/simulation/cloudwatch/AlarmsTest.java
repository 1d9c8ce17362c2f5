package secondbackup.simulation.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Alarm.Comparison;
import secondbackup.simulation.cloudwatch.Alarm.Silence;
import secondbackup.simulation.cloudwatch.Alarm.State;
import secondbackup.simulation.cloudwatch.Metrics.Statistic;
import secondbackup.simulation.sns.Topic;

final class AlarmsTest {
    private static final Metrics.Metric ERRORS =
            Metrics.Metric.of(CONTROL, HOME, "AWS/Lambda", "Errors", "FunctionName", "verify");

    private final Serverless aws = new Serverless();
    private final Topic topic = new Topic(CONTROL, HOME, "alarms");

    @BeforeEach
    void make() {
        aws.machinery.topics().put(topic);
    }

    private Alarm alarm(int periods, int breaches, Comparison comparison, Silence missing) {
        var condition =
                new Alarm.Condition(
                        ERRORS,
                        Statistic.Sum,
                        Duration.ofMinutes(5),
                        periods,
                        breaches,
                        1,
                        comparison,
                        missing);
        var alarm = new Alarm(CONTROL, HOME, "errors", condition);
        alarm.alarmActions = List.of(topic.arn());
        aws.machinery.alarms().put(alarm);
        return alarm;
    }

    private void error() {
        aws.machinery.metrics().add(ERRORS, 1);
    }

    private void period() {
        aws.pass(300);
    }

    @Test
    void ringsAtTheEndOfThePeriodInWhichTheThresholdIsReached() {
        var alarm = alarm(1, 1, Comparison.GreaterThanOrEqualToThreshold, Silence.NOT_BREACHING);
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);

        error();
        aws.pass(299);
        assertThat(alarm.state()).isEqualTo(State.OK);
        aws.pass(1);
        assertThat(alarm.state()).isEqualTo(State.ALARM);
        assertThat(topic.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.subject()).startsWith("ALARM: \"errors\""));

        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
        assertThat(topic.notices()).hasSize(1);
    }

    @Test
    void doesNotRingBelowTheThreshold() {
        var alarm = alarm(1, 1, Comparison.GreaterThanThreshold, Silence.NOT_BREACHING);
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);

        error();
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.ALARM);
    }

    @Test
    void waitsForAsManyBreachesAsItIsToldTo() {
        var alarm = alarm(3, 2, Comparison.GreaterThanOrEqualToThreshold, Silence.NOT_BREACHING);
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
        period();
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.ALARM);
    }

    @Test
    void ringsForSilenceWhereMissingDataBreaches() {
        var alarm = alarm(2, 2, Comparison.LessThanThreshold, Silence.BREACHING);
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
        period();
        assertThat(alarm.state()).isEqualTo(State.ALARM);
        assertThat(topic.notices()).hasSize(1);

        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
    }

    @Test
    void doesNotKnowWhereNothingIsMeasured() {
        var alarm = alarm(1, 1, Comparison.GreaterThanThreshold, Silence.MISSING);
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
        period();
        assertThat(alarm.state()).isEqualTo(State.INSUFFICIENT_DATA);
    }

    @Test
    void staysAsItIsWhereMissingDataIsIgnored() {
        var alarm = alarm(1, 1, Comparison.GreaterThanOrEqualToThreshold, Silence.IGNORE);
        error();
        period();
        period();
        assertThat(alarm.state()).isEqualTo(State.ALARM);
    }

    @Test
    void keepsStillWhereItsActionsAreOff() {
        var alarm = alarm(1, 1, Comparison.GreaterThanOrEqualToThreshold, Silence.NOT_BREACHING);
        alarm.actionsEnabled = false;
        error();
        period();

        assertThat(alarm.state()).isEqualTo(State.ALARM);
        assertThat(topic.notices()).isEmpty();
    }

    @Test
    void notesWhomItCouldNotTell() {
        topic.policy = Serverless.allows(Serverless.service("events"), "sns:Publish", "*");
        alarm(1, 1, Comparison.GreaterThanOrEqualToThreshold, Silence.NOT_BREACHING);
        error();
        period();

        assertThat(topic.notices()).isEmpty();
        assertThat(aws.machinery.alarms().untold())
                .singleElement()
                .asString()
                .contains("sns:Publish");
    }

    @Test
    void isJudgedNoMoreOnceItIsRemoved() {
        var alarm = alarm(1, 1, Comparison.GreaterThanOrEqualToThreshold, Silence.NOT_BREACHING);
        aws.machinery.alarms().remove(alarm.arn());
        error();
        period();

        assertThat(alarm.history).isEmpty();
    }

    @Test
    void refusesMoreBreachesThanPeriods() {
        assertThatThrownBy(() -> alarm(2, 3, Comparison.LessThanThreshold, Silence.MISSING))
                .hasMessageContaining("DatapointsToAlarm is 3");
        assertThatThrownBy(() -> Silence.of("bad")).hasMessageContaining("'bad'");
    }

    /// What there is speaks against no state: the alarm neither rings nor falls silent for want of data.
    @Test
    void staysAsItIsWhereSomeDataIsMissingAndTheRestBreaches() {
        var alarm = alarm(2, 2, Comparison.GreaterThanOrEqualToThreshold, Silence.IGNORE);
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.INSUFFICIENT_DATA);
        error();
        period();
        assertThat(alarm.state()).isEqualTo(State.ALARM);
        period();
        assertThat(alarm.state()).isEqualTo(State.ALARM);

        aws.machinery.metrics().add(ERRORS, 0);
        period();
        assertThat(alarm.state()).isEqualTo(State.OK);
    }
}
