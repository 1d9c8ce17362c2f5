package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import secondbackup.simulation.Serverless;

/// A machine in the control account whose role may do all that the tests' machines do.
final class MachineFixture {
    static final String ROLE_ACTIONS = "*";

    final Serverless aws = new Serverless();
    final String role = aws.role(Serverless.CONTROL, "sweep", "states", ROLE_ACTIONS, "*");

    StateMachine machine(String definition) {
        var machine =
                new StateMachine(Serverless.CONTROL, Serverless.HOME, "sweep", role, definition);
        aws.machinery.stateMachines().put(machine);
        return machine;
    }

    /// A machine of these states, the first of which is `A`.
    StateMachine states(String states) {
        return machine("{\"StartAt\":\"A\",\"States\":{" + states + "}}");
    }

    Execution start(StateMachine machine, String input) {
        return aws.machinery.stateMachines().start(machine, "one", input);
    }

    /// Runs a machine to its end.
    Execution run(String states, String input) {
        var execution = start(states(states), input);
        aws.pass(86_400);
        return execution;
    }

    static JsonNode output(Execution execution) {
        return Serverless.json(execution.output());
    }

    /// A task that invokes a function.
    String invoke(String function, String more) {
        return "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":"
                + "{\"FunctionName\":\"arn:aws:lambda:eu-central-1:222222222222:function:"
                + function
                + "\",\"Payload.$\":\"$\"},"
                + more
                + "}";
    }
}
