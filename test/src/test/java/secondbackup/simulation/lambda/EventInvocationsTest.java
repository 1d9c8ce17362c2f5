package secondbackup.simulation.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;

/// Functions woken by EventBridge.
final class EventInvocationsTest {
    private static final ServiceCaller RULE =
            new ServiceCaller(
                    "events.amazonaws.com",
                    "arn:aws:events:eu-central-1:222222222222:rule/ring",
                    "");

    private final Serverless aws = new Serverless();
    private final Function function = aws.function("notify");

    @BeforeEach
    void admit() {
        Serverless.admit(function, "events");
    }

    private Outcome wake(String arn) {
        return aws.machinery.targets().deliver(Parcel.of(RULE, arn, "{\"n\":1}"));
    }

    private void fail() {
        aws.code.put(
                "notify",
                _ -> {
                    throw new IllegalStateException("Slack is down");
                });
    }

    @Test
    void runOnce() {
        assertThat(wake(function.arn()).taken()).isTrue();
        aws.pass(3_600);

        assertThat(aws.invocations).hasSize(1);
        assertThat(aws.invocations.getFirst().event()).isEqualTo("{\"n\":1}");
    }

    @Test
    void needTheirOwnPolicysConsent() {
        function.statements.clear();

        assertThat(wake(function.arn()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("AccessDeniedException"));
        assertThat(aws.invocations).isEmpty();
    }

    @Test
    void haveAPolicyOfTheirOwnForEachAlias() {
        function.versions.add("1");
        function.aliases.put("live", "1");
        assertThat(wake(function.arn() + ":live").taken()).isFalse();

        function.statements
                .computeIfAbsent("live", _ -> new TreeMap<>())
                .put(
                        "rule",
                        Serverless.statement(
                                Serverless.service("events"),
                                "lambda:InvokeFunction",
                                function.arn() + ":live"));
        assertThat(wake(function.arn() + ":live").taken()).isTrue();
        aws.pass(1);
        assertThat(aws.invocations.getFirst().arn()).endsWith(":notify:live");
    }

    @Test
    void areTriedTwiceMoreAndThenToldOfOrForgotten() {
        fail();
        wake(function.arn());
        aws.pass(10 + 60 + 10 + 119);
        assertThat(aws.invocations).hasSize(2);
        aws.pass(1);
        assertThat(aws.invocations).hasSize(3);
        assertThat(aws.invocations.stream().map(each -> each.requestId()).distinct()).hasSize(1);

        aws.pass(86_400);
        assertThat(aws.invocations).hasSize(3);
        assertThat(aws.machinery.eventInvocations().dropped()).hasSize(1);
    }

    @Test
    void areTriedNoMoreThanTheySay() {
        function.eventInvokes.put("", new Function.EventInvokes(0, Duration.ofHours(6), ""));
        fail();
        wake(function.arn());
        aws.pass(3_600);

        assertThat(aws.invocations).hasSize(1);
    }

    @Test
    void sendWhatFailedToTheirDestinationInTheirOwnRole() {
        var dead = aws.queue("dead", "nobody");
        function.eventInvokes.put(
                "", new Function.EventInvokes(0, Duration.ofHours(6), dead.arn()));
        fail();
        wake(function.arn());
        aws.pass(10);
        assertThat(dead.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.body).contains("Slack is down"));

        aws.role(Serverless.CONTROL, "notify", "lambda", "s3:GetObject", "*");
        wake(function.arn());
        aws.pass(10);
        assertThat(dead.messages()).hasSize(1);
        assertThat(aws.machinery.eventInvocations().dropped()).hasSize(1);
    }

    @Test
    void waitForRoom() {
        function.reservedConcurrency = OptionalInt.of(1);
        wake(function.arn());
        wake(function.arn());
        aws.pass(1);
        assertThat(aws.invocations).hasSize(1);

        aws.pass(60);
        assertThat(aws.invocations).hasSize(2);
    }

    @Test
    void giveUpWaitingForRoomAfterSixHours() {
        function.reservedConcurrency = OptionalInt.of(0);
        wake(function.arn());
        aws.pass(5 * 3_600);
        assertThat(aws.machinery.eventInvocations().dropped()).isEmpty();
        aws.pass(3_600);

        assertThat(aws.machinery.eventInvocations().dropped()).hasSize(1);
        assertThat(aws.invocations).isEmpty();
    }

    @Test
    void areNotFoundUnderAVersionThatIsNotThere() {
        assertThat(wake(function.arn() + ":7").taken()).isFalse();
        assertThat(aws.machinery.functions().named(function.arn() + ":$LATEST")).isPresent();
    }
}
