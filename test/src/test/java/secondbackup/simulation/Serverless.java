package secondbackup.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import secondbackup.simulation.events.Envelope;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.events.EventPattern;
import secondbackup.simulation.events.RuleTarget;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.lambda.LambdaRuntime;
import secondbackup.simulation.sqs.Queue;
import secondbackup.simulation.world.Machinery;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.WorldReader;

/// A shop account and a control account with nothing deployed yet, and hands to deploy something.
public final class Serverless {
    public static final String MANAGEMENT = "999999999999";
    public static final String SHOP = "111111111111";
    public static final String CONTROL = "222222222222";
    public static final String HOME = "eu-central-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    public final SimulatedOrganization world =
            SimulatedOrganization.of(
                    WorldReader.resource("secondbackup/simulation/world/one-cluster.json"), 1);
    public final Machinery machinery = world.machinery();

    /// What functions do, by name. Those that are not named answer `{}`.
    public final TreeMap<String, UnaryOperator<String>> code = new TreeMap<>();

    /// Every run of a function, as it began.
    public final List<LambdaRuntime.Invocation> invocations = new ArrayList<>();

    public Serverless() {
        machinery.invoker().runBy(this::run);
    }

    private LambdaRuntime.Answer run(LambdaRuntime.Invocation invocation) {
        invocations.add(invocation);
        var work = code.getOrDefault(invocation.function().name, _ -> "{}");
        try {
            return new LambdaRuntime.Answer.Returned(work.apply(invocation.event()));
        } catch (IllegalStateException thrown) {
            return new LambdaRuntime.Answer.Failed(
                    thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
        }
    }

    public void pass(long seconds) {
        world.advance(Duration.ofSeconds(seconds));
    }

    /// A role that a service may assume, with rights on everything named.
    ///
    /// @param service such as `events`
    /// @return its ARN
    public String role(
            String account, String name, String service, String action, String resource) {
        var trust =
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                 "Principal":{"Service":"%s.amazonaws.com"},"Action":"sts:AssumeRole"}}\
                """
                        .formatted(service);
        var role = new Roles.Role(account, name, "AROA" + name.toUpperCase(Locale.ROOT), trust);
        role.policies.put("rights", allows("", action, resource));
        world.roles().put(role);
        return role.arn();
    }

    /// A policy that allows one action.
    ///
    /// @param principal JSON, or empty for an identity's policy
    public static String allows(String principal, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":["
                + statement(principal, action, resource)
                + "]}";
    }

    /// One statement that allows.
    public static String statement(String principal, String action, String resource) {
        var who = principal.isEmpty() ? "" : "\"Principal\":" + principal + ",";
        return "{\"Effect\":\"Allow\","
                + who
                + "\"Action\":\"%s\",\"Resource\":\"%s\"}".formatted(action, resource);
    }

    public static String service(String name) {
        return "{\"Service\":\"" + name + ".amazonaws.com\"}";
    }

    /// A queue in the control account that a service may send to.
    public Queue queue(String name, String service) {
        var queue = new Queue(CONTROL, HOME, name);
        queue.policy = allows(service(service), "sqs:SendMessage", queue.arn());
        machinery.queues().put(queue);
        return queue;
    }

    /// A function in the control account that takes ten seconds, with the rights to read queues and write to them.
    public Function function(String name) {
        var function = new Function(CONTROL, HOME, name);
        function.roleArn = role(CONTROL, name, "lambda", "sqs:*", "*");
        function.timeout = Duration.ofMinutes(1);
        function.takes = Optional.of(Duration.ofSeconds(10));
        machinery.functions().put(function);
        return function;
    }

    /// Lets a service invoke a function.
    public static void admit(Function function, String service) {
        function.statements
                .computeIfAbsent("", _ -> new TreeMap<>())
                .put(service, statement(service(service), "lambda:InvokeFunction", function.arn()));
    }

    /// A rule with one target.
    public EventBuses.Rule rule(
            EventBuses.Bus bus, String name, String pattern, RuleTarget target) {
        var rule = new EventBuses.Rule(bus, name, EventPattern.of(json(pattern)));
        rule.targets.put(target.id(), target);
        bus.rules.put(name, rule);
        return rule;
    }

    /// An event in its envelope.
    public ObjectNode event(String account, String source, String detail) {
        return Envelope.of(
                "id-" + source,
                source,
                "Test",
                account,
                HOME,
                world.time().instant(),
                List.of(),
                json(detail));
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(text, bad);
        }
    }
}
