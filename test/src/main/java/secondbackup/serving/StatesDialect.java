package secondbackup.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Asked;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HandDialect;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;
import secondbackup.simulation.wire.JsonRefusals;
import secondbackup.simulation.wire.Refusal;
import secondbackup.simulation.world.SimulatedOrganization;

/// AWS Step Functions' StartExecution and DescribeExecution, for every state machine that is deployed.
///
/// Source: AWS Step Functions API model, StartExecution, DescribeExecution (botocore 1.44.5), read
/// 2026-11-27.
final class StatesDialect implements HandDialect {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-amz-json-1.0";
    private static final String TARGET = "AWSStepFunctions.";

    /// What an operation needs: the field that names the resource, and who answers.
    private record Operation(String resource, BiFunction<JsonNode, Call, JsonNode> handler) {}

    private final Map<String, Operation> operations;

    StatesDialect(SimulatedOrganization world) {
        var executions = new Executions(world);
        this.operations =
                Map.of(
                        "StartExecution", new Operation("stateMachineArn", executions::start),
                        "DescribeExecution", new Operation("executionArn", executions::describe));
    }

    @Override
    public List<String> operations() {
        return operations.keySet().stream().sorted().toList();
    }

    @Override
    public Asked read(String service, HttpQuestion question) {
        var name = question.header("X-Amz-Target").replace(TARGET, "");
        var operation = operations.get(name);
        if (operation == null) {
            return new Asked.Unknown(name);
        }
        var request = parse(question.body().asUtf8String());
        return new Asked.Known(
                name,
                Optional.empty(),
                _ -> List.of(right(name, request.path(operation.resource()).asText())),
                call -> {
                    var answer = operation.handler().apply(request, call);
                    return Asked.Answer.byHand(HttpAnswer.of(200, FORM, answer.toString()));
                });
    }

    private static AccessRequest right(String name, String arn) {
        var parts = arn.split(":", -1);
        if (parts.length < 7 || !arn.startsWith("arn:aws:states:")) {
            throw new AwsError(400, "InvalidArn", "Invalid Arn: '" + arn + "'");
        }
        return AccessRequest.of("states:" + name, arn).guardedBy("", parts[4]);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException bad) {
            throw new AwsError(400, "SerializationException", bad.getOriginalMessage());
        }
    }

    @Override
    public HttpAnswer error(AwsError error, String requestId) {
        return JsonRefusals.error(error, FORM);
    }

    @Override
    public AwsError refusal(Refusal refusal, String message) {
        return JsonRefusals.refusal(refusal, 400, message);
    }
}
