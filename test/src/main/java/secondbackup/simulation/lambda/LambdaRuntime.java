package secondbackup.simulation.lambda;

import java.util.function.Consumer;

/// Runs the code of functions. Whoever drives the simulation supplies it.
///
/// What an implementer throws is a mistake of its own, and ends the world: what the function's code throws, it
/// answers as [Answer.Failed].
@FunctionalInterface
public interface LambdaRuntime {
    Answer invoke(Invocation invocation);

    /// One run of a function.
    ///
    /// @param arn invoked, with the qualifier if there was one
    /// @param requestId of this run; a retry has the same
    /// @param event JSON
    /// @param accessKeyId of a session of the function's role; any secret goes with it
    /// @param log takes each line that the function logs
    record Invocation(
            Function function,
            String arn,
            String requestId,
            String event,
            String accessKeyId,
            Consumer<String> log) {}

    /// What became of a run.
    sealed interface Answer {
        /// @param json what the function answered
        record Returned(String json) implements Answer {}

        /// @param type such as the name of the exception's class
        record Failed(String type, String message) implements Answer {}

        /// There was no room for it, and nothing ran.
        record Throttled(String message) implements Answer {}
    }
}
