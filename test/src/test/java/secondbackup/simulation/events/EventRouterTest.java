package secondbackup.simulation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;
import static secondbackup.simulation.Serverless.SHOP;
import static secondbackup.simulation.Serverless.json;
import static secondbackup.simulation.Serverless.statement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.events.EventBuses.Bus;
import secondbackup.simulation.events.EventBuses.Rule;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.sqs.Queue;
import secondbackup.simulation.targets.JsonPath;

/// An event of the shop goes over the control account's bus into a queue, or is kept from it.
final class EventRouterTest {
    private static final String BACKUP = "{\"source\":[\"aws.backup\"]}";

    private final Serverless aws = new Serverless();
    private final Bus control = aws.machinery.buses().make(CONTROL, HOME, "control");
    private final Bus shop = aws.machinery.buses().standard(SHOP, HOME);
    private final Queue queue = aws.queue("copy", "events");
    private final Queue dead = aws.queue("dead", "events");
    private final String role =
            aws.role(SHOP, "forward", "events", "events:PutEvents", control.arn());
    private Rule forward = aws.rule(shop, "forward", BACKUP, target());

    @BeforeEach
    void admitTheOrganization() {
        admit(
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"events:PutEvents\",\"Resource\":\""
                        + control.arn()
                        + "\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-small\"},"
                        + "\"ForAllValues:StringEquals\":{\"events:source\":[\"aws.backup\"]}}}");
        aws.rule(control, "wake", BACKUP, RuleTarget.of("queue", queue.arn()));
    }

    private void admit(String statement) {
        control.statements.put("organization", statement);
    }

    private RuleTarget target() {
        return RuleTarget.of("control", control.arn()).inRole(role).withDeadLetters(dead.arn());
    }

    private void happen(String source) {
        aws.machinery.router().put(shop, aws.event(SHOP, source, "{\"state\":\"COMPLETED\"}"));
    }

    private double count(String metric) {
        return aws.machinery
                .metrics()
                .sum(Metrics.Metric.of(SHOP, HOME, "AWS/Events", metric, "RuleName", "forward"));
    }

    @Test
    void carriesAnEventAcrossAccountsIntoAQueue() {
        happen("aws.backup");

        assertThat(queue.messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(json(message.body).path("account").asText()).isEqualTo(SHOP));
        assertThat(count("MatchedEvents")).isEqualTo(1);
        assertThat(count("TriggeredRules")).isEqualTo(1);
        assertThat(count("FailedInvocations")).isZero();
        assertThat(dead.messages()).isEmpty();
    }

    @Test
    void leavesAloneWhatNoRuleMatches() {
        happen("aws.kms");

        assertThat(queue.messages()).isEmpty();
        assertThat(count("MatchedEvents")).isZero();
    }

    @Test
    void doesNothingForARuleThatIsDisabled() {
        forward.enabled = false;
        happen("aws.backup");

        assertThat(queue.messages()).isEmpty();
        assertThat(count("TriggeredRules")).isZero();
    }

    @Test
    void failsAndKeepsTheEventWhereTheBusDoesNotAdmitTheAccount() {
        admit(statement("{\"AWS\":\"arn:aws:iam::333333333333:root\"}", "events:PutEvents", "*"));
        happen("aws.backup");

        assertThat(count("FailedInvocations")).isEqualTo(1);
        assertThat(queue.messages()).isEmpty();
        assertThat(dead.messages())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.attributes)
                            .containsEntry("ERROR_CODE", "NO_PERMISSIONS")
                            .containsEntry("RULE_ARN", forward.arn());
                    assertThat(json(message.body).path("source").asText()).isEqualTo("aws.backup");
                });
    }

    @Test
    void failsWhereTheBusAdmitsOtherSourcesOnly() {
        forward = aws.rule(shop, "forward", "{\"source\":[{\"prefix\":\"aws.\"}]}", target());
        happen("aws.kms");

        assertThat(count("FailedInvocations")).isEqualTo(1);
    }

    @Test
    void failsWhereTheRoleMayNotPutEvents() {
        role(SHOP).policies.clear();
        happen("aws.backup");

        assertThat(count("FailedInvocations")).isEqualTo(1);
    }

    @Test
    void failsWhereTheRoleTrustsAnotherService() {
        aws.role(SHOP, "forward", "lambda", "events:PutEvents", "*");
        happen("aws.backup");

        assertThat(count("FailedInvocations")).isEqualTo(1);
    }

    @Test
    void failsWhereAServiceControlPolicyForbids() {
        var organization = aws.world.organization();
        organization.policies.put(
                SHOP,
                List.of(
                        Serverless.allows("", "*", "*"),
                        """
                        {"Version":"2012-10-17","Statement":
                        {"Effect":"Deny","Action":"events:PutEvents","Resource":"*"}}\
                        """));
        happen("aws.backup");

        assertThat(count("FailedInvocations")).isEqualTo(1);
        assertThat(dead.messages().getFirst().attributes.get("ERROR_MESSAGE"))
                .contains("explicit deny in a service control policy");
    }

    @Test
    void losesTheEventWhereTheDeadLetterQueueDoesNotAdmitTheRule() {
        role(SHOP).policies.clear();
        dead.policy = "";
        happen("aws.backup");

        assertThat(dead.messages()).isEmpty();
        assertThat(count("InvocationsFailedToBeSentToDlq")).isEqualTo(1);
    }

    @Test
    void failsWhereTheQueueDoesNotAdmitThisRule() {
        queue.policy =
                queue.policy.replace(
                        "\"Resource\"",
                        "\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"arn:aws:events:%s:%s:rule/control/other\"}},\"Resource\""
                                .formatted(HOME, CONTROL));
        happen("aws.backup");
        assertThat(queue.messages()).isEmpty();

        queue.policy = queue.policy.replace("rule/control/other", "rule/control/wake");
        happen("aws.backup");
        assertThat(queue.messages()).hasSize(1);
    }

    @Test
    void sendsNothingOnToAThirdBus() {
        var third = aws.machinery.buses().make(CONTROL, HOME, "third");
        third.statements.put("all", statement("\"*\"", "events:PutEvents", "*"));
        aws.rule(control, "on", BACKUP, RuleTarget.of("third", third.arn()));
        aws.rule(third, "wake", BACKUP, RuleTarget.of("queue", queue.arn()));
        happen("aws.backup");

        assertThat(queue.messages()).hasSize(1);
    }

    @Test
    void doesNothingInASuspendedAccount() {
        aws.world.organization().account(SHOP).orElseThrow().state = AccountState.SUSPENDED;
        happen("aws.backup");

        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void deliversAwsBackupsEventsAsWellAsAwsBackupSendsThem() {
        backup(Delivery.perfect());
        aws.pass(300);
        assertThat(queue.messages()).hasSize(1);

        backup(new Delivery(1, 0, 0));
        aws.pass(3_600);
        assertThat(queue.messages()).hasSize(1);

        backup(new Delivery(0, 1, 0));
        aws.pass(3_600);
        assertThat(queue.messages()).hasSize(3);
    }

    private void backup(Delivery delivery) {
        aws.world.machinery().backupEvents().delivery = delivery;
        aws.world
                .events()
                .emit(
                        new Events.Event(
                                SHOP,
                                HOME,
                                "Copy Job State Change",
                                List.of("arn:point"),
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("at", aws.world.time().instant().toString())));
    }

    @Test
    void namesAllThatIsWrongWithATarget() {
        var foreign = RuleTarget.of("bus", control.arn()).withDeadLetters("arn:aws:sns:a:b:c");

        assertThat(foreign.objections(forward, aws.machinery.targets()))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("RoleArn is required"))
                .anyMatch(text -> text.contains("dead-letter"));
        assertThat(target().objections(forward, aws.machinery.targets())).isEmpty();
        assertThat(
                        RuleTarget.of("x", "arn:aws:kinesis:eu-central-1:222222222222:stream/x")
                                .objections(forward, aws.machinery.targets()))
                .hasSize(1);
    }

    @Test
    void sendsWhatTheTargetAsksFor() {
        var rule = aws.rule(control, "wake", BACKUP, RuleTarget.of("queue", queue.arn()));
        rule.targets.put(
                "queue",
                RuleTarget.of("queue", queue.arn())
                        .sending(new TargetInput.Constant(json("{\"fixed\":1}"))));
        happen("aws.backup");
        rule.targets.put(
                "queue",
                RuleTarget.of("queue", queue.arn())
                        .sending(new TargetInput.Part(JsonPath.of("$.detail.state"))));
        happen("aws.backup");

        assertThat(queue.messages().stream().map(message -> message.body))
                .containsExactly("{\"fixed\":1}", "COMPLETED");
    }

    private Roles.Role role(String account) {
        return aws.world.roles().find(account, "forward").orElseThrow();
    }

    @Test
    void fillsATemplate() {
        var paths = new TreeMap<String, JsonPath>();
        paths.put("state", JsonPath.of("$.detail.state"));
        paths.put("detail", JsonPath.of("$.detail"));
        var event = aws.event(SHOP, "aws.backup", "{\"state\":\"A \\\"B\\\"\"}");

        assertThat(
                        new TargetInput.Template(
                                        paths,
                                        "{\"s\":\"<state>\",\"d\":<detail>,\"r\":\"<aws.events.rule-name>\"}")
                                .of(event, forward))
                .isEqualTo(
                        json(
                                "{\"s\":\"A \\\"B\\\"\",\"d\":{\"state\":\"A \\\"B\\\"\"},\"r\":\"forward\"}"));
        assertThat(new TargetInput.Template(paths, "state: <state>").of(event, forward).asText())
                .startsWith("state: ");
    }
}
