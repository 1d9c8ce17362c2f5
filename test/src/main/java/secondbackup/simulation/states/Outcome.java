package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;

/// What became of a state, a task or an execution.
sealed interface Outcome {
    record Done(JsonNode output) implements Outcome {}

    /// @param error name, such as `States.Timeout`
    record Broken(String error, String cause) implements Outcome {}
}
