package secondbackup.simulation.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.events.EventPattern;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.sqs.Queue;

/// The world begins at midnight UTC on Monday 2 March 2026. Stockholm's clocks skip 02:00 to 03:00 on 29 March.
final class SchedulesTest {
    private final Serverless aws = new Serverless();
    private final Queue queue = aws.queue("copy", "nobody");
    private final Queue dead = aws.queue("dead", "nobody");
    private final String role =
            aws.role(CONTROL, "wake", "scheduler", "sqs:SendMessage", queue.arn());

    private Schedule schedule(String expression, String zone, Schedule.Target target) {
        return new Schedule(
                CONTROL, HOME, Schedules.DEFAULT_GROUP, "copy", expression, zone, target);
    }

    private Schedule put(String expression, String zone) {
        var schedule = schedule(expression, zone, target());
        aws.machinery.schedules().put(schedule);
        return schedule;
    }

    private Schedule.Target target() {
        return new Schedule.Target(
                queue.arn(), role, "{\"source\":\"us\"}", 10, Duration.ofMinutes(30), dead.arn());
    }

    private List<String> sent() {
        return queue.messages().stream().map(message -> message.sentAt.toString()).toList();
    }

    private double count(String name) {
        return aws.machinery
                .metrics()
                .sum(
                        Metrics.Metric.of(
                                CONTROL, HOME, "AWS/Scheduler", name, "ScheduleGroup", "default"));
    }

    @Test
    void wakesItsTargetAtARateFromTheMomentItWasMade() {
        put("rate(10 minutes)", "UTC");
        aws.pass(1_199);

        assertThat(sent()).containsExactly("2026-03-02T00:00:00Z", "2026-03-02T00:10:00Z");
        assertThat(queue.messages().getFirst().body).isEqualTo("{\"source\":\"us\"}");
    }

    @Test
    void wakesItsTargetByTheClockOfItsTimeZone() {
        aws.world.advanceTo(Instant.parse("2026-03-28T00:00:00Z"));
        put("cron(30 5 * * ? *)", "Europe/Stockholm");
        aws.world.advanceTo(Instant.parse("2026-03-30T00:00:00Z"));

        assertThat(sent()).containsExactly("2026-03-28T04:30:00Z", "2026-03-29T03:30:00Z");
    }

    @Test
    void leavesOutALocalTimeThatSpringSkips() {
        aws.world.advanceTo(Instant.parse("2026-03-28T12:00:00Z"));
        put("cron(30 2 * * ? *)", "Europe/Stockholm");
        aws.world.advanceTo(Instant.parse("2026-03-30T12:00:00Z"));

        assertThat(sent()).containsExactly("2026-03-30T00:30:00Z");
    }

    @Test
    void happensOnceWhereItIsToldToHappenOnce() {
        put("at(2026-03-02T03:00:00)", "Europe/Stockholm");
        aws.pass(86_400);

        assertThat(sent()).containsExactly("2026-03-02T02:00:00Z");
    }

    @Test
    void keepsToItsStartAndItsEnd() {
        var schedule = schedule("rate(1 hours)", "UTC", target());
        schedule.startsAt = Optional.of(Instant.parse("2026-03-02T06:30:00Z"));
        schedule.endsAt = Optional.of(Instant.parse("2026-03-02T07:30:00Z"));
        aws.machinery.schedules().put(schedule);
        aws.pass(86_400);

        assertThat(sent()).containsExactly("2026-03-02T06:30:00Z", "2026-03-02T07:30:00Z");
    }

    @Test
    void doesNothingWhileItIsDisabledGoneOrInASuspendedAccount() {
        var schedule = put("rate(1 hours)", "UTC");
        aws.pass(1);
        schedule.enabled = false;
        aws.pass(3_600);
        schedule.enabled = true;
        aws.world.organization().account(CONTROL).orElseThrow().state = AccountState.SUSPENDED;
        aws.pass(3_600);
        aws.world.organization().account(CONTROL).orElseThrow().state = AccountState.ACTIVE;
        aws.machinery.schedules().remove(schedule.arn());
        aws.pass(3_600);

        assertThat(sent()).hasSize(1);
    }

    @Test
    void runsByItsNewExpressionOnceItIsChanged() {
        var schedule = put("rate(1 hours)", "UTC");
        aws.pass(1);
        schedule.expression = "cron(0 12 * * ? *)";
        aws.machinery.schedules().put(schedule);
        aws.world.advanceTo(Instant.parse("2026-03-02T13:00:00Z"));

        assertThat(sent()).containsExactly("2026-03-02T00:00:00Z", "2026-03-02T12:00:00Z");
    }

    @Test
    void givesUpAtOnceWithoutTheRightAndKeepsTheEventWhereItMay() {
        aws.role(CONTROL, "wake", "scheduler", "sqs:SendMessage", dead.arn());
        var schedule = put("at(2026-03-02T01:00:00)", "");
        aws.pass(3_600);

        assertThat(sent()).isEmpty();
        assertThat(dead.messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.attributes)
                                .containsEntry("ERROR_CODE", "AccessDenied")
                                .containsEntry("SCHEDULE_ARN", schedule.arn()));
        assertThat(count("InvocationAttemptCount")).isEqualTo(1);
        assertThat(count("InvocationsSentToDeadLetterCount")).isEqualTo(1);
        assertThat(schedule.wakings().getFirst().refusal()).contains("AccessDenied");
    }

    @Test
    void givesUpWhereItsRoleTrustsAnother() {
        aws.role(CONTROL, "wake", "events", "sqs:SendMessage", "*");
        put("at(2026-03-02T01:00:00)", "");
        aws.pass(3_600);

        assertThat(sent()).isEmpty();
        assertThat(dead.messages()).isEmpty();
        assertThat(count("InvocationsFailedToBeSentToDeadLetterCount")).isEqualTo(1);
    }

    @Test
    void triesAgainWhereTheTargetIsNotThereYet() {
        aws.machinery.queues().remove(queue.arn());
        put("at(2026-03-02T01:00:00)", "");
        aws.pass(3_600 + 100);
        aws.machinery.queues().put(queue);
        aws.pass(600);

        assertThat(sent()).containsExactly("2026-03-02T01:03:00Z");
    }

    @Test
    void stopsTryingWhenTheEventIsTooOld() {
        aws.role(CONTROL, "wake", "scheduler", "sqs:SendMessage", "*");
        aws.machinery.queues().remove(queue.arn());
        put("at(2026-03-02T01:00:00)", "");
        aws.pass(3_600 + 16 * 60);

        assertThat(dead.messages()).hasSize(1);
        assertThat(count("TargetErrorCount")).isEqualTo(5);
    }

    private Schedule enabling(String roleArn) {
        var call = "arn:aws:scheduler:::aws-sdk:eventbridge:enableRule";
        var target = Schedule.Target.of(call, roleArn, "{\"Name\": \"bell\"}");
        var schedule = schedule("at(2026-03-02T01:00:00)", "", target);
        aws.machinery.schedules().put(schedule);
        return schedule;
    }

    private EventBuses.Rule disabledRule() {
        var bus = aws.machinery.buses().standard(CONTROL, HOME);
        var pattern = EventPattern.of(Serverless.json("{\"source\": [\"us\"]}"));
        var rule = new EventBuses.Rule(bus, "bell", pattern);
        rule.enabled = false;
        bus.rules.put(rule.name, rule);
        return rule;
    }

    @Test
    void makesACallOfAnApiInItsRole() {
        var rule = disabledRule();
        var schedule =
                enabling(aws.role(CONTROL, "call", "scheduler", "events:EnableRule", rule.arn()));
        aws.pass(3_600);

        assertThat(rule.enabled).isTrue();
        assertThat(schedule.wakings().getFirst().refusal()).isEmpty();
    }

    @Test
    void makesNoCallWithoutTheRight() {
        var rule = disabledRule();
        var poor = enabling(aws.role(CONTROL, "poor", "scheduler", "events:PutRule", "*"));
        aws.pass(3_600);
        assertThat(poor.wakings().getFirst().refusal()).contains("AccessDenied");
        assertThat(rule.enabled).isFalse();
    }

    @Test
    void makesNoCallInARoleThatTrustsAnother() {
        var rule = disabledRule();
        var strange = enabling(aws.role(CONTROL, "strange", "lambda", "events:EnableRule", "*"));
        aws.pass(3_600);

        assertThat(strange.wakings().getFirst().refusal()).contains("may not assume the role");
        assertThat(rule.enabled).isFalse();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> put("cron(0 5 * *)", "")).hasMessageContaining("0 5 * *");
        assertThatThrownBy(() -> put("rate(0 minutes)", ""))
                .hasMessageContaining("rate(0 minutes)");
        assertThatThrownBy(() -> put("cron(0 5 * * ? *)", "Mars")).hasMessageContaining("Mars");
        var target = Schedule.Target.of("arn:aws:kinesis:eu-central-1:222222222222:x", role, "");
        assertThatThrownBy(
                        () -> aws.machinery.schedules().put(schedule("rate(1 hours)", "", target)))
                .hasMessageContaining("kinesis");
    }
}
