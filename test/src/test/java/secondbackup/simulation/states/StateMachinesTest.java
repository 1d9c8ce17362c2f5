package secondbackup.simulation.states;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;
import static secondbackup.simulation.Serverless.json;
import static secondbackup.simulation.states.MachineFixture.output;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.states.Execution.Status;
import secondbackup.simulation.targets.Parcel;

final class StateMachinesTest {
    private static final String RETRY =
            """
            "Retry":[{"ErrorEquals":["States.TaskFailed"],"IntervalSeconds":10,"BackoffRate":2,"MaxAttempts":2}],\
            """;

    private final MachineFixture states = new MachineFixture();
    private final Serverless aws = states.aws;
    private Function function = aws.function("verify");

    @BeforeEach
    void make() {
        function = aws.function("verify");
    }

    private void failTimes(int times) {
        var left = new AtomicInteger(times);
        aws.code.put(
                "verify",
                event -> {
                    if (left.getAndDecrement() > 0) {
                        throw new IllegalStateException("not yet");
                    }
                    return event;
                });
    }

    @Test
    void passesDataThroughAsTheGuideSays() {
        aws.code.put("verify", event -> "{\"got\":" + event + "}");
        var execution =
                states.run(
                        "\"A\":"
                                + states.invoke(
                                        "verify",
                                        """
                                        "InputPath":"$.in","ResultSelector":{"all.$":"$.Payload.got"},
                                        "ResultPath":"$.out","OutputPath":"$.out.all","End":true\
                                        """),
                        "{\"in\":{\"n\":1},\"other\":2}");

        assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(output(execution)).isEqualTo(json("{\"n\":1}"));
    }

    @Test
    void fillsParametersFromInputContextAndFunctions() {
        var execution =
                states.run(
                        """
                        "A":{"Type":"Pass","Parameters":{"text.$":"States.Format('{} of {}',$.a,$$.Execution.Name)",
                        "list.$":"States.Array($.a,2)","count.$":"States.ArrayLength($.l)",
                        "parsed.$":"States.StringToJson($.j)"},"ResultPath":"$.made","End":true}\
                        """,
                        "{\"a\":\"x\",\"l\":[1,2],\"j\":\"{\\\"k\\\":1}\"}");

        assertThat(output(execution).path("made"))
                .isEqualTo(
                        json(
                                "{\"text\":\"x of one\",\"list\":[\"x\",2],\"count\":2,\"parsed\":{\"k\":1}}"));
        assertThat(output(execution).path("a").asText()).isEqualTo("x");
    }

    @Test
    void triesAgainAfterWaitingLongerEachTime() {
        failTimes(2);
        var execution =
                states.run("\"A\":" + states.invoke("verify", RETRY + "\"End\":true"), "{}");

        assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
        var runs = function.runs();
        assertThat(runs).hasSize(3);
        assertThat(runs.get(1).from()).isEqualTo(runs.get(0).to().plusSeconds(10));
        assertThat(runs.get(2).from()).isEqualTo(runs.get(1).to().plusSeconds(20));
    }

    @Test
    void failsWithTheFunctionsErrorWhenItHasTriedOftenEnough() {
        failTimes(3);
        var execution =
                states.run("\"A\":" + states.invoke("verify", RETRY + "\"End\":true"), "{}");

        assertThat(function.runs()).hasSize(3);
        assertThat(execution.status()).isEqualTo(Status.FAILED);
        assertThat(execution.error()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json(execution.cause()).path("errorMessage").asText()).isEqualTo("not yet");
        var failed =
                Metrics.Metric.of(
                        CONTROL,
                        HOME,
                        "AWS/States",
                        "ExecutionsFailed",
                        "StateMachineArn",
                        execution.machineArn);
        assertThat(aws.machinery.metrics().sum(failed)).isEqualTo(1);
    }

    @Test
    void catchesWhatIsLeftAndKeepsTheInput() {
        failTimes(9);
        var execution =
                states.run(
                        "\"A\":"
                                + states.invoke(
                                        "verify",
                                        """
                                        "Catch":[{"ErrorEquals":["Other"],"Next":"C"},
                                        {"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"B"}],"End":true\
                                        """)
                                + ",\"B\":{\"Type\":\"Pass\",\"End\":true},\"C\":{\"Type\":\"Fail\"}",
                        "{\"n\":1}");

        assertThat(output(execution).path("n").asInt()).isEqualTo(1);
        assertThat(output(execution).path("error").path("Error").asText())
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void namesThrottlingAndRefusalAsLambdaDoes() {
        function.reservedConcurrency = OptionalInt.of(0);
        var task = "\"A\":" + states.invoke("verify", "\"End\":true");
        assertThat(states.run(task, "{}").error()).isEqualTo("Lambda.TooManyRequestsException");

        aws.role(CONTROL, "sweep", "states", "lambda:InvokeFunction", function.arn() + ":live");
        var refused = states.run(task, "{}");
        assertThat(refused.error()).isEqualTo("Lambda.AWSLambdaException");
        assertThat(refused.cause()).contains("lambda:InvokeFunction");
        assertThat(aws.invocations).isEmpty();
    }

    @Test
    void cannotReachAFunctionThatIsNotThere() {
        assertThat(states.run("\"A\":" + states.invoke("gone", "\"End\":true"), "{}").error())
                .isEqualTo("Lambda.ResourceNotFoundException");
    }

    @Test
    void stopsATaskAtItsTimeOut() {
        var task =
                states.invoke(
                        "verify",
                        """
                        "TimeoutSeconds":9,"Catch":[{"ErrorEquals":["States.Timeout"],"Next":"B"}],"End":true\
                        """);
        var execution = states.run("\"A\":" + task + ",\"B\":{\"Type\":\"Succeed\"}", "{}");

        assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(execution.stoppedAt()).contains(execution.startedAt.plusSeconds(9));
    }

    @Test
    void stopsTheWholeExecutionAtItsTimeOut() {
        var machine =
                states.machine(
                        """
                        {"StartAt":"A","TimeoutSeconds":60,"States":{"A":{"Type":"Wait","Seconds":61,"End":true}}}\
                        """);
        var execution = states.start(machine, "{}");
        aws.pass(59);
        assertThat(execution.status()).isEqualTo(Status.RUNNING);
        aws.pass(100);

        assertThat(execution.status()).isEqualTo(Status.TIMED_OUT);
        assertThat(execution.history().stream().map(entry -> entry.what()))
                .containsExactly("WaitStateEntered");
    }

    @Test
    void sendsMessagesInItsRole() {
        var queue = aws.queue("copy", "nobody");
        var task =
                """
                "A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{
                "QueueUrl":"%s","MessageBody":{"sweep.$":"$.sweep"}},"End":true}\
                """
                        .formatted(queue.url());
        assertThat(states.run(task, "{\"sweep\":\"s\"}").status()).isEqualTo(Status.SUCCEEDED);
        assertThat(queue.messages().getFirst().body).isEqualTo("{\"sweep\":\"s\"}");

        aws.role(CONTROL, "sweep", "states", "lambda:*", "*");
        assertThat(states.run(task, "{\"sweep\":\"s\"}").error()).isEqualTo("SQS.AccessDenied");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Variable\":\"$.n\",\"NumericGreaterThan\":3       | {\"n\":4}       | yes",
                "\"Variable\":\"$.n\",\"NumericGreaterThan\":3       | {\"n\":3}       | no",
                "\"Variable\":\"$.n\",\"NumericLessThanEquals\":3    | {\"n\":3}       | yes",
                "\"Variable\":\"$.n\",\"NumericEquals\":3            | {\"n\":\"3\"}   | no",
                "\"Variable\":\"$.s\",\"StringMatches\":\"a*z\"      | {\"s\":\"abz\"} | yes",
                "\"Variable\":\"$.b\",\"BooleanEquals\":true         | {\"b\":true}    | yes",
                "\"Variable\":\"$.x\",\"IsPresent\":false            | {}              | yes",
                "\"Variable\":\"$.a\",\"StringEqualsPath\":\"$.b\"   | {\"a\":\"q\",\"b\":\"q\"} | yes",
                "\"Not\":{\"Variable\":\"$.n\",\"NumericEquals\":1}  | {\"n\":1}       | no",
                "\"And\":[{\"Variable\":\"$.n\",\"IsPresent\":true},{\"Variable\":\"$.n\",\"IsNumeric\":true}] | {\"n\":1} | yes",
                "\"Or\":[{\"Variable\":\"$.n\",\"IsPresent\":true},{\"Variable\":\"$.m\",\"IsPresent\":true}] | {\"k\":1} | no",
                "\"Variable\":\"$.t\",\"TimestampLessThan\":\"2026-01-02T00:00:00Z\" | {\"t\":\"2026-01-01T00:00:00Z\"} | yes",
            })
    void choosesItsWay(String rule, String input, String way) {
        var execution =
                states.run(
                        "\"A\":{\"Type\":\"Choice\",\"Choices\":[{"
                                + rule
                                + ",\"Next\":\"Yes\"}],\"Default\":\"No\"},"
                                + "\"Yes\":{\"Type\":\"Pass\",\"Result\":\"yes\",\"End\":true},"
                                + "\"No\":{\"Type\":\"Pass\",\"Result\":\"no\",\"End\":true}",
                        input);

        assertThat(output(execution).asText()).isEqualTo(way);
    }

    @Test
    void failsWhereNoChoiceFits() {
        var execution =
                states.run(
                        """
                        "A":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"B"}]},
                        "B":{"Type":"Succeed"}\
                        """,
                        "{\"n\":2}");

        assertThat(execution.error()).isEqualTo("States.NoChoiceMatched");
    }

    @Test
    void runsBranchesBesideEachOther() {
        aws.function("survey");
        aws.code.put("survey", _ -> "1");
        aws.code.put("verify", _ -> "2");
        var branch = "{\"StartAt\":\"X\",\"States\":{\"X\":%s}}";
        var parallel =
                "\"A\":{\"Type\":\"Parallel\",\"End\":true,\"Branches\":["
                        + branch.formatted(
                                states.invoke(
                                        "survey", "\"OutputPath\":\"$.Payload\",\"End\":true"))
                        + ","
                        + branch.formatted(
                                states.invoke(
                                        "verify", "\"OutputPath\":\"$.Payload\",\"End\":true"))
                        + "]}";
        var execution = states.run(parallel, "{}");

        assertThat(output(execution)).isEqualTo(json("[1,2]"));
        assertThat(execution.stoppedAt()).contains(execution.startedAt.plusSeconds(10));
    }

    @Test
    void saysHowItFailed() {
        var execution =
                states.run(
                        "\"A\":{\"Type\":\"Fail\",\"Error\":\"Ours\",\"CausePath\":\"$.why\"}",
                        "{\"why\":\"so\"}");

        assertThat(execution.error()).isEqualTo("Ours");
        assertThat(execution.cause()).isEqualTo("so");
    }

    @Test
    void failsForAPathThatLeadsNowhere() {
        assertThat(
                        states.run(
                                        "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.none\"},\"End\":true}",
                                        "{}")
                                .error())
                .isEqualTo("States.ParameterPathFailure");
    }

    @Test
    void isStartedByWhoMayStartIt() {
        var machine = states.states("\"A\":{\"Type\":\"Succeed\"}");
        var role = aws.role(CONTROL, "start", "scheduler", "states:StartExecution", machine.arn());
        var schedule = "arn:aws:scheduler:eu-central-1:222222222222:schedule/default/sweep";
        var caller = new ServiceCaller("scheduler.amazonaws.com", schedule, role);
        var targets = aws.machinery.targets();

        assertThat(targets.deliver(Parcel.of(caller, machine.arn(), "{}")).taken()).isTrue();
        assertThat(targets.deliver(Parcel.of(caller, machine.arn(), "no JSON")).taken()).isFalse();
        assertThat(targets.deliver(Parcel.of(caller, machine.arn() + "2", "{}")).taken()).isFalse();
        var alone = new ServiceCaller("scheduler.amazonaws.com", schedule, "");
        assertThat(targets.deliver(Parcel.of(alone, machine.arn(), "{}")).taken()).isFalse();
        aws.pass(1);
        assertThat(machine.executions()).hasSize(1);
        assertThat(machine.executions().getFirst().status()).isEqualTo(Status.SUCCEEDED);
    }
}
