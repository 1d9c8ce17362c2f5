package secondbackup.simulation.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.lambda.LambdaRuntime.Answer;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.WorldReader;

final class InvokerTest {
    private final Serverless aws = new Serverless();
    private final Invoker invoker = aws.machinery.invoker();
    private final Function function = aws.function("verify");
    private final List<Answer> answers = new ArrayList<>();

    private void start() {
        invoker.start(
                new Functions.Named(function, ""),
                "request-" + answers.size(),
                "{\"sweep\":1}",
                answers::add);
    }

    private double count(String metric) {
        return aws.machinery
                .metrics()
                .sum(
                        Metrics.Metric.of(
                                CONTROL, HOME, "AWS/Lambda", metric, "FunctionName", "verify"));
    }

    @Test
    void runsTheCodeInASessionOfTheFunctionsRole() {
        start();

        var key = aws.invocations.getFirst().accessKeyId();
        assertThat(aws.world.sessions().holder(key))
                .contains(new Principal.RoleSession(CONTROL, "verify", "verify", ""));
        assertThat(aws.invocations.getFirst().event()).isEqualTo("{\"sweep\":1}");
    }

    @Test
    void answersWhenItsTimeIsOver() {
        aws.code.put("verify", event -> event);
        start();
        aws.pass(9);
        assertThat(answers).isEmpty();

        aws.pass(1);
        assertThat(answers).containsExactly(new Answer.Returned("{\"sweep\":1}"));
        assertThat(count("Invocations")).isEqualTo(1);
        assertThat(count("Errors")).isZero();
        assertThat(count("Duration")).isEqualTo(10_000);
    }

    @Test
    void countsAnError() {
        fail("no inventory");
        start();
        aws.pass(10);

        assertThat(answers)
                .containsExactly(
                        new Answer.Failed("java.lang.IllegalStateException", "no inventory"));
        assertThat(count("Errors")).isEqualTo(1);
    }

    private void fail(String message) {
        aws.code.put(
                "verify",
                _ -> {
                    throw new IllegalStateException(message);
                });
    }

    @Test
    void hasNoRoomBeyondItsReservedConcurrency() {
        function.reservedConcurrency = OptionalInt.of(1);
        start();
        start();
        assertThat(answers).singleElement().isInstanceOf(Answer.Throttled.class);
        assertThat(count("Throttles")).isEqualTo(1);
        assertThat(aws.invocations).hasSize(1);

        aws.pass(10);
        start();
        assertThat(aws.invocations).hasSize(2);
    }

    @Test
    void neverRunsWhereNothingIsReservedForIt() {
        function.reservedConcurrency = OptionalInt.of(0);
        start();

        assertThat(answers).singleElement().isInstanceOf(Answer.Throttled.class);
    }

    @Test
    void sharesWhatOthersHaveNotReserved() {
        aws.function("copy").reservedConcurrency = OptionalInt.of(9);
        aws.machinery.functions().setConcurrency(CONTROL, HOME, 10);
        start();
        start();

        assertThat(aws.invocations).hasSize(1);
    }

    @Test
    void isCutOffAtItsTimeOutAndWhatItDidStaysDone() {
        function.takes = Optional.of(Duration.ofSeconds(61));
        start();
        aws.pass(59);
        assertThat(answers).isEmpty();
        aws.pass(1);

        assertThat(aws.invocations).hasSize(1);
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> {
                            assertThat(failed.type()).isEqualTo("Sandbox.Timedout");
                            assertThat(failed.message()).contains("timed out after 60.00 seconds");
                        });
    }

    @Test
    void mayTakeAllOfItsTimeOut() {
        function.takes = Optional.of(Duration.ofSeconds(60));
        start();
        aws.pass(60);

        assertThat(answers).singleElement().isInstanceOf(Answer.Returned.class);
    }

    @Test
    void failsWhereItsRoleDoesNotTrustLambda() {
        aws.role(CONTROL, "verify", "events", "s3:*", "*");
        start();
        aws.pass(10);

        assertThat(aws.invocations).isEmpty();
        assertThat(answers).singleElement().asString().contains("cannot be assumed by Lambda");
    }

    @Test
    void failsWhereItsRoleIsGone() {
        aws.world.roles().remove(CONTROL, "verify");
        start();
        aws.pass(10);

        assertThat(answers).singleElement().isInstanceOf(Answer.Failed.class);
    }

    @Test
    void keepsItsLogAndTheMetricsInIt() {
        invoker.runBy(invocation -> {
            invocation.log().accept("copy-started");
            invocation
                    .log()
                    .accept(
                            """
                            {"_aws":{"Timestamp":1772409600000,"CloudWatchMetrics":[{"Namespace":"Ours",\
                            "Dimensions":[["Kind"]],"Metrics":[{"Name":"Gaps"}]}]},"Kind":"A","Gaps":2}\
                            """);
            return new Answer.Returned("{}");
        });
        start();

        assertThat(function.log()).hasSize(2);
        assertThat(function.log().getFirst().text()).isEqualTo("copy-started");
        var gaps = Metrics.Metric.of(CONTROL, HOME, "Ours", "Gaps", "Kind", "A");
        assertThat(aws.machinery.metrics().sum(gaps)).isEqualTo(2);
    }

    @Test
    void letsTheCodeCallFromItsOwnThreads() throws Exception {
        invoker.runBy(_ -> {
            var other =
                    Thread.ofVirtual()
                            .start(() -> aws.world.server().exclusively(() -> answers.clear()));
            try {
                other.join(Duration.ofSeconds(20));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Returned(String.valueOf(other.isAlive()));
        });
        aws.world.time().after(Duration.ofSeconds(1), "a wake-up", this::start);
        aws.pass(11);

        assertThat(answers).containsExactly(new Answer.Returned("false"));
    }

    @Test
    void cannotRunWithoutAnybodyToRunItsCode() {
        var bare =
                SimulatedOrganization.of(
                                WorldReader.resource(
                                        "secondbackup/simulation/world/one-cluster.json"),
                                1)
                        .machinery()
                        .invoker();
        var lonely = new Function(CONTROL, HOME, "lonely");
        lonely.roleArn = "arn:aws:iam::222222222222:role/none";
        bare.start(new Functions.Named(lonely, ""), "id", "{}", answers::add);
        assertThat(lonely.running()).isEqualTo(1);

        invoker.runBy(_ -> {
            throw new IllegalArgumentException("a mistake of the driver");
        });
        assertThatThrownBy(this::start).hasMessageContaining("a mistake of the driver");
    }
}
