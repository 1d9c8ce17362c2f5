package secondbackup.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import secondbackup.simulation.states.Execution;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.world.SimulatedOrganization;

/// Executions of state machines, as they are asked for and described over the wire.
final class Executions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+!@.()='-]{1,80}");

    private final SimulatedOrganization world;
    private int started;

    Executions(SimulatedOrganization world) {
        this.world = world;
    }

    /// What needs no time has ended when this answers. A name that was used before is refused, whether or not its
    /// execution is still open.
    JsonNode start(JsonNode request, Call call) {
        var arn = request.path("stateMachineArn").asText();
        var machine =
                world.machinery()
                        .stateMachines()
                        .find(arn)
                        .filter(found -> found.region.equals(call.region()))
                        .orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "StateMachineDoesNotExist",
                                        "State Machine Does Not Exist: '" + arn + "'"));
        var name = name(request);
        var executionArn = arn.replace(":stateMachine:", ":execution:") + ":" + name;
        if (find(executionArn).isPresent()) {
            throw new AwsError(
                    400,
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + executionArn + "'");
        }
        var execution = world.machinery().stateMachines().start(machine, name, input(request));
        world.advance(Duration.ZERO);
        return JSON.createObjectNode()
                .put("executionArn", execution.arn)
                .put("startDate", seconds(execution.startedAt));
    }

    private String name(JsonNode request) {
        var name =
                Optional.ofNullable(request.get("name"))
                        .map(JsonNode::asText)
                        .orElseGet(() ->
                                world.chance()
                                        .uuid("execution", started++, world.time().instant()));
        if (!NAME.matcher(name).matches()) {
            throw new AwsError(400, "InvalidName", "Invalid Name: '" + name + "'");
        }
        return name;
    }

    private Optional<Execution> find(String arn) {
        return world.machinery().stateMachines().all().stream()
                .flatMap(machine -> machine.executions().stream())
                .filter(execution -> execution.arn.equals(arn))
                .findFirst();
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

    private static BigDecimal seconds(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), 3);
    }

    JsonNode describe(JsonNode request, Call call) {
        var arn = request.path("executionArn").asText();
        var execution =
                find(arn)
                        .filter(_ -> arn.split(":", -1)[3].equals(call.region()))
                        .orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "ExecutionDoesNotExist",
                                        "Execution Does Not Exist: '" + arn + "'"));
        var answer =
                JSON.createObjectNode()
                        .put("executionArn", execution.arn)
                        .put("stateMachineArn", execution.machineArn)
                        .put("name", execution.name)
                        .put("input", execution.input)
                        .put("startDate", seconds(execution.startedAt))
                        .put("status", execution.status().name())
                        .put("redriveCount", 0);
        execution.stoppedAt().ifPresent(at -> answer.put("stopDate", seconds(at)));
        if (!execution.output().isEmpty()) {
            answer.put("output", execution.output());
        }
        if (!execution.error().isEmpty()) {
            answer.put("error", execution.error()).put("cause", execution.cause());
        }
        return answer;
    }
}
