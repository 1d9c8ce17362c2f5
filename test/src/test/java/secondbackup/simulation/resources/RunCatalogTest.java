package secondbackup.simulation.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;
import static secondbackup.simulation.Serverless.SHOP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.cloudformation.StackStatus;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.states.Execution;

/// A template with a resource of every type that runs or wakes something, deployed and alive.
final class RunCatalogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Serverless aws = new Serverless();
    private final ObjectNode template = template();

    private static ObjectNode template() {
        try (var stream =
                RunCatalogTest.class.getResourceAsStream(
                        "/secondbackup/simulation/resources/woken.json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ObjectNode properties(String id) {
        return (ObjectNode) template.path("Resources").path(id).path("Properties");
    }

    private Stack deploy() {
        return deploy(new Principal.Administrator(CONTROL));
    }

    private Stack deploy(Principal principal) {
        return aws.world
                .cloudFormation()
                .deployments()
                .deploy(principal, HOME, "woken", template.toString());
    }

    private List<String> drifted(Stack stack) {
        return aws.world.cloudFormation().deployments().drift(stack).stream()
                .filter(drift -> drift.status() != Drift.Status.IN_SYNC)
                .map(drift -> drift.logicalId() + " " + drift.differences().keySet())
                .toList();
    }

    private Function function() {
        var function =
                aws.machinery
                        .functions()
                        .find("arn:aws:lambda:eu-central-1:222222222222:function:copy")
                        .orElseThrow();
        function.takes = Optional.of(Duration.ofSeconds(5));
        return function;
    }

    @Test
    void isDeployedAsTheTemplateSays() {
        var stack = deploy();

        assertThat(stack.status()).as(stack.reason()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(drifted(stack)).isEmpty();
        assertThat(function().environment).containsEntry("SECOND_BACKUP_CONCURRENCY", "8");
        assertThat(function().aliases).containsEntry("live", "1");
    }

    @Test
    void changesNothingWhenItIsDeployedAgain() {
        deploy();
        var again = deploy();

        assertThat(again.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(function().versions).containsExactly("1");
    }

    @Test
    void wakesTheFunctionByScheduleOverItsQueue() {
        deploy();
        function();
        aws.pass(60);
        assertThat(aws.invocations).hasSize(1);
        assertThat(aws.invocations.getFirst().arn()).endsWith(":function:copy:live");

        aws.pass(600);
        assertThat(aws.invocations).hasSize(2);
    }

    @Test
    void wakesItByTheRulesOfItsBuses() {
        deploy();
        function();
        aws.pass(120);
        var before = aws.invocations.size();
        var bus = aws.machinery.buses().make(CONTROL, HOME, "control");
        aws.machinery.router().put(bus, aws.event(SHOP, "aws.backup", "{\"state\":\"COMPLETED\"}"));
        aws.machinery.router().put(bus, aws.event(SHOP, "aws.backup", "{\"state\":\"RUNNING\"}"));
        aws.pass(61);
        assertThat(aws.invocations).hasSize(before + 1);

        var standard = aws.machinery.buses().standard(CONTROL, HOME);
        aws.machinery.router().put(standard, aws.event(CONTROL, "aws.kms", "{}"));
        // One at a time is reserved: it waits for the queue's run to end.
        aws.pass(30);
        assertThat(aws.invocations).hasSize(before + 2);
        assertThat(
                        aws.machinery
                                .logGroups()
                                .find(
                                        "arn:aws:logs:eu-central-1:222222222222:log-group:/aws/events/calls"))
                .hasValueSatisfying(lines -> assertThat(lines).hasSize(1));
    }

    @Test
    void tellsPeopleOfErrorsByItsAlarm() {
        aws.code.put(
                "copy",
                _ -> {
                    throw new IllegalStateException("no");
                });
        deploy();
        function();
        aws.pass(600);

        var topic = aws.machinery.topics().all().getFirst();
        assertThat(topic.sent())
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.to().endpoint()).isEqualTo("team@example.org"));
    }

    @Test
    void runsItsStateMachine() {
        aws.code.put("copy", event -> event);
        deploy();
        function();
        var machine = aws.machinery.stateMachines().all().getFirst();
        var execution = aws.machinery.stateMachines().start(machine, "one", "{\"n\":1}");
        aws.pass(10);

        assertThat(execution.status()).isEqualTo(Execution.Status.SUCCEEDED);
        assertThat(aws.invocations.getFirst().arn()).endsWith(":live");
    }

    @Test
    void showsWhatAHandHasChanged() {
        var stack = deploy();
        var rules = aws.machinery.buses().make(CONTROL, HOME, "control").rules;
        Objects.requireNonNull(rules.get("copy-jobs")).enabled = false;
        aws.machinery.alarms().all().getFirst().alarmActions = List.of();
        aws.machinery.schedules().all().getFirst().expression = "rate(1 days)";
        aws.machinery.queues().all().getFirst().policy = "";
        function().reservedConcurrency = java.util.OptionalInt.of(0);
        aws.machinery.topics().all().getFirst().subscriptions.clear();
        aws.machinery.buses().standard(CONTROL, HOME).rules.clear();

        assertThat(drifted(stack))
                .containsExactlyInAnyOrder(
                        "Errors [AlarmActions]",
                        "Schedule [ScheduleExpression]",
                        "QueuePolicy [PolicyDocument]",
                        "Function [ReservedConcurrentExecutions]",
                        "Mail []",
                        "Calls []");
    }

    @Test
    void seesARuleThatWasDisabledWhereTheTemplateSaysEnabled() {
        properties("CopyJobs").put("State", "ENABLED");
        var stack = deploy();
        var rules = aws.machinery.buses().make(CONTROL, HOME, "control").rules;
        Objects.requireNonNull(rules.get("copy-jobs")).enabled = false;

        assertThat(drifted(stack)).containsExactly("CopyJobs [State]");
    }

    @Test
    void changesInPlaceWhatCanBeChanged() {
        deploy();
        properties("Schedule").put("ScheduleExpression", "rate(1 hours)");
        properties("Function").put("Timeout", 120);
        properties("Errors").put("Threshold", 5);
        var stack = deploy();

        assertThat(stack.status()).as(stack.reason()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(aws.machinery.schedules().all())
                .singleElement()
                .satisfies(schedule -> assertThat(schedule.expression).isEqualTo("rate(1 hours)"));
        assertThat(function().timeout).isEqualTo(Duration.ofMinutes(2));
        assertThat(aws.machinery.alarms().all().getFirst().condition.threshold()).isEqualTo(5);
        assertThat(drifted(stack)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsDeleted() {
        var stack = deploy();
        aws.world
                .cloudFormation()
                .deployments()
                .delete(new Principal.Administrator(CONTROL), stack);

        assertThat(stack.status()).as(stack.reason()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(aws.machinery.functions().all()).isEmpty();
        assertThat(aws.machinery.queues().all()).isEmpty();
        assertThat(aws.machinery.topics().all()).isEmpty();
        assertThat(aws.machinery.alarms().all()).isEmpty();
        assertThat(aws.machinery.stateMachines().all()).isEmpty();
        assertThat(aws.machinery.schedules().all()).isEmpty();
        assertThat(aws.machinery.queueMappings().all()).isEmpty();
        assertThat(aws.machinery.buses().rules()).isEmpty();
        assertThat(
                        aws.machinery
                                .buses()
                                .find("arn:aws:events:eu-central-1:222222222222:event-bus/control"))
                .isEmpty();
        aws.pass(3_600);
        assertThat(aws.invocations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Queue    | FifoQueue           | true                 | FifoQueue",
                "Calls    | ScheduleExpression  | \"rate(1 minute)\"   | ScheduleExpression",
                "Errors   | ExtendedStatistic   | \"p99\"              | ExtendedStatistic",
                "Function | VpcConfig           | {}                   | VpcConfig",
                "Machine  | DefinitionUri       | \"s3://x\"           | DefinitionUri",
            })
    void isRefusedWithAPropertyThatIsNotKnown(String id, String name, String value, String said) {
        properties(id).set(name, json(value));

        assertThatThrownBy(this::deploy).hasMessageContaining(id).hasMessageContaining(said);
        assertThat(aws.machinery.queues().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Calls     | EventPattern       | {\"source\":\"aws.kms\"}        | must be an object or an array",
                "Calls     | State              | \"ON\"                          | ENABLED or DISABLED",
                "Calls     | Targets            | [{\"Id\":\"x\",\"Arn\":\"arn:aws:events:eu-west-1:111111111111:event-bus/default\"}] | RoleArn is required",
                "Machine   | Definition         | {\"StartAt\":\"A\",\"States\":{}} | StartAt names no state",
                "Schedule  | ScheduleExpression | \"cron(0 5 * *)\"               | Invalid cron expression",
                "Schedule  | FlexibleTimeWindow | {\"Mode\":\"FLEXIBLE\"}         | must be OFF",
                "Schedule  | GroupName          | \"none\"                        | Schedule group none",
                "Mapping   | MaximumBatchingWindowInSeconds | 0                   | Maximum batch window",
                "Mapping   | ScalingConfig      | {\"MaximumConcurrency\":1}      | at least 2",
                "Queue     | VisibilityTimeout  | 59                              | less than Function timeout",
                "Errors    | TreatMissingData   | \"silence\"                     | TreatMissingData",
                "Live      | FunctionVersion    | \"9\"                           | Function not found",
                "Mail      | Protocol           | \"pigeon\"                      | pigeon",
            })
    void isRolledBackWithAValueThatIsWrong(String id, String name, String value, String said) {
        properties(id).set(name, json(value));
        var stack = deploy();

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains(said);
        assertThat(aws.machinery.queues().all()).isEmpty();
        assertThat(aws.machinery.functions().all()).isEmpty();
    }

    @Test
    void needsTheRightToPassTheRole() {
        var trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}}";
        var role = new Roles.Role(CONTROL, "deployer", "AROADEPLOYER", trust);
        role.policies.put(
                "most",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"NotAction\":\"iam:PassRole\",\"Resource\":\"*\"}]}");
        aws.world.roles().put(role);
        var stack = deploy(new Principal.RoleSession(CONTROL, "deployer", "somebody", ""));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("iam:PassRole");
    }

    @Test
    void doesNotTakeWhatIsThereAlready() {
        aws.queue("copy", "events");
        var stack = deploy();

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("already exists");
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(text, bad);
        }
    }
}
