package secondbackup.simulation.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.lambda.Invoker;
import secondbackup.simulation.lambda.LambdaRuntime.Answer;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;

/// What a Task does: runs a function and waits for its answer, or sends a message.
///
/// Source: AWS Step Functions Developer Guide, "Invoke an AWS Lambda function with Step Functions", "Send messages to an
/// Amazon SQS queue with Step Functions", "Publish messages to an Amazon SNS topic with Step Functions", "Handling
/// errors in Step Functions workflows"; read 2026-11-27. Names of errors of Amazon SQS and SNS are the service's code
/// behind `SQS.` or `SNS.`, as other integrations have them; the guide does not list these.
final class Tasks {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String SEND = "arn:aws:states:::sqs:sendMessage";
    private static final String PUBLISH = "arn:aws:states:::sns:publish";
    private static final Map<String, Set<String>> PARAMETERS =
            Map.of(
                    INVOKE, Set.of("FunctionName", "Payload", "InvocationType"),
                    SEND, Set.of("QueueUrl", "MessageBody"),
                    PUBLISH, Set.of("TopicArn", "Message", "Subject"));
    private static final Pattern URL =
            Pattern.compile("https://sqs\\.([a-z0-9-]+)\\.amazonaws\\.com/(\\d{12})/(.+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Invoker invoker;
    private final Targets targets;
    private final Chance chance;
    private final SimulatedTime time;

    Tasks(Invoker invoker, Targets targets, Chance chance, SimulatedTime time) {
        this.invoker = invoker;
        this.targets = targets;
        this.chance = chance;
        this.time = time;
    }

    /// What is wrong with a Task; empty where nothing.
    static List<String> objections(String resource, JsonNode parameters) {
        if (resource.matches("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:.+")) {
            return List.of();
        }
        var known = PARAMETERS.get(resource);
        if (known == null) {
            return List.of("Resource '" + resource + "' is not known here");
        }
        var problems = new ArrayList<String>();
        for (var field : parameters.properties()) {
            var name = field.getKey().replaceFirst("\\.\\$$", "");
            if (!known.contains(name)) {
                problems.add("parameter " + name + " is not known here");
            }
        }
        return problems;
    }

    /// @param ended gets the outcome once, now or later
    void start(
            String resource, JsonNode parameters, ServiceCaller machine, Consumer<Outcome> ended) {
        switch (resource) {
            case INVOKE ->
                    invoke(
                            parameters.path("FunctionName").asText(),
                            parameters.path("Payload"),
                            machine,
                            outcome -> ended.accept(described(outcome)));
            case SEND -> ended.accept(send(parameters, machine));
            case PUBLISH -> ended.accept(publish(parameters, machine));
            default -> invoke(resource, parameters, machine, ended);
        }
    }

    private static Outcome described(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var payload)) {
            var result = JSON.createObjectNode();
            result.put("ExecutedVersion", "$LATEST");
            result.set("Payload", payload);
            result.put("StatusCode", 200);
            return new Outcome.Done(result);
        }
        return outcome;
    }

    private void invoke(
            String arn, JsonNode payload, ServiceCaller machine, Consumer<Outcome> ended) {
        if (invoker.functions().mayInvoke(machine, arn) instanceof Decision.Denied denied) {
            ended.accept(new Outcome.Broken("Lambda.AWSLambdaException", denied.message()));
            return;
        }
        var named = invoker.functions().named(arn);
        if (named.isEmpty()) {
            ended.accept(
                    new Outcome.Broken(
                            "Lambda.ResourceNotFoundException", "Function not found: " + arn));
            return;
        }
        var event = payload.isMissingNode() ? "{}" : payload.toString();
        var id = chance.uuid("task", machine.sourceArn(), arn, event, time.instant());
        invoker.start(named.get(), id, event, answer -> ended.accept(outcome(answer)));
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Returned(var json) -> new Outcome.Done(read(json));
            case Answer.Throttled(var message) ->
                    new Outcome.Broken("Lambda.TooManyRequestsException", message);
            case Answer.Failed(var type, var message) ->
                    new Outcome.Broken(
                            type,
                            JSON.createObjectNode()
                                    .put("errorMessage", message)
                                    .put("errorType", type)
                                    .toString());
        };
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("a function answered no JSON: " + json, bad);
        }
    }

    private Outcome send(JsonNode parameters, ServiceCaller machine) {
        var url = URL.matcher(parameters.path("QueueUrl").asText());
        if (!url.matches()) {
            return new Outcome.Broken(
                    "SQS.QueueDoesNotExistException", "no queue " + parameters.path("QueueUrl"));
        }
        var arn = "arn:aws:sqs:" + url.group(1) + ":" + url.group(2) + ":" + url.group(3);
        return delivered(Parcel.of(machine, arn, text(parameters.path("MessageBody"))), "SQS.");
    }

    private Outcome publish(JsonNode parameters, ServiceCaller machine) {
        var attributes = new TreeMap<String, String>();
        attributes.put("Subject", parameters.path("Subject").asText());
        var content = text(parameters.path("Message"));
        var arn = parameters.path("TopicArn").asText();
        return delivered(new Parcel(machine, arn, content, attributes), "SNS.");
    }

    private static String text(JsonNode message) {
        return message.isTextual() ? message.textValue() : message.toString();
    }

    private Outcome delivered(Parcel parcel, String service) {
        return switch (targets.deliver(parcel)) {
            case secondbackup.simulation.targets.Outcome.Taken(var id) ->
                    new Outcome.Done(JSON.createObjectNode().put("MessageId", id));
            case secondbackup.simulation.targets.Outcome.Refused(var code, var message) ->
                    new Outcome.Broken(service + code, message);
        };
    }
}
