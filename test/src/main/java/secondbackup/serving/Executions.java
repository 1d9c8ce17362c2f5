package secondbackup.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.world.SimulatedOrganization;

/// Executions of the product's state machine. Each has ended when StartExecution answers.
final class Executions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+!@.()='-]{1,80}");

    private final Lambdas lambdas;
    private final SimulatedOrganization world;

    /// As DescribeExecution answers them, by ARN.
    private final SortedMap<String, ObjectNode> ended = new TreeMap<>();

    Executions(Lambdas lambdas, SimulatedOrganization world) {
        this.lambdas = lambdas;
        this.world = world;
    }

    /// A name that was used before is refused: no execution is open any more when the next begins.
    JsonNode start(JsonNode request, Call call) {
        var machine = request.path("stateMachineArn").asText();
        if (!machine.equals(lambdas.stateMachine())
                || !machine.split(":", -1)[3].equals(call.region())) {
            throw new AwsError(
                    400,
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + machine + "'");
        }
        var execution = execution(request, machine);
        if (ended.containsKey(execution.path("executionArn").asText())) {
            throw new AwsError(
                    400,
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + execution.path("executionArn").asText() + "'");
        }
        run(execution);
        ended.put(execution.path("executionArn").asText(), execution);
        var answer = JSON.createObjectNode();
        answer.set("executionArn", execution.path("executionArn"));
        answer.set("startDate", execution.path("startDate"));
        return answer;
    }

    private ObjectNode execution(JsonNode request, String machine) {
        var name =
                Optional.ofNullable(request.get("name"))
                        .map(JsonNode::asText)
                        .orElseGet(this::next);
        if (!NAME.matcher(name).matches()) {
            throw new AwsError(400, "InvalidName", "Invalid Name: '" + name + "'");
        }
        return JSON.createObjectNode()
                .put("executionArn", machine.replace(":stateMachine:", ":execution:") + ":" + name)
                .put("stateMachineArn", machine)
                .put("name", name)
                .put("input", input(request))
                .put("startDate", now())
                .put("redriveCount", 0);
    }

    private String next() {
        return world.chance().uuid("execution", ended.size(), world.time().instant());
    }

    private static String input(JsonNode request) {
        var input = Optional.ofNullable(request.get("input")).map(JsonNode::asText).orElse("{}");
        try {
            JSON.readTree(input);
            return input;
        } catch (JsonProcessingException bad) {
            throw new AwsError(
                    400,
                    "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '" + bad.getOriginalMessage() + "'");
        }
    }

    private void run(ObjectNode execution) {
        try {
            execution.put("output", lambdas.sweep().toString()).put("status", "SUCCEEDED");
        } catch (RuntimeException thrown) {
            execution
                    .put("status", "FAILED")
                    .put("error", thrown.getClass().getName())
                    .put("cause", thrown.getMessage());
        }
        execution.put("stopDate", now());
    }

    private BigDecimal now() {
        return BigDecimal.valueOf(world.time().instant().toEpochMilli(), 3);
    }

    JsonNode describe(JsonNode request, Call call) {
        var arn = request.path("executionArn").asText();
        var execution = ended.get(arn);
        if (execution == null || !arn.split(":", -1)[3].equals(call.region())) {
            throw new AwsError(
                    400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return execution;
    }
}
