package secondbackup.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.wire.AwsError;

/// One invocation of a function, ended.
///
/// @param payload what it answered, or the error as JSON
/// @param log every line that it logged
record Invocation(String payload, boolean failed, String log) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Fails: AwsError where the payload is not JSON.
    static Invocation of(Lambdas lambdas, Function function, String payload) {
        check(payload);
        var before = lambdas.log().size();
        try {
            var answer = lambdas.invoke(function, payload).toString();
            return new Invocation(answer, false, log(lambdas, before));
        } catch (RuntimeException thrown) {
            return new Invocation(error(thrown), true, log(lambdas, before));
        }
    }

    private static void check(String payload) {
        try {
            JSON.readTree(payload);
        } catch (JsonProcessingException bad) {
            throw new AwsError(
                    400,
                    "InvalidRequestContentException",
                    "Could not parse request body into json: " + bad.getOriginalMessage());
        }
    }

    private static String log(Lambdas lambdas, int before) {
        var all = lambdas.log();
        return String.join("", all.subList(before, all.size()));
    }

    /// Source: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes" (the
    /// error object), read 2026-11-27.
    private static String error(RuntimeException thrown) {
        var error =
                JSON.createObjectNode()
                        .put("errorMessage", thrown.getMessage())
                        .put("errorType", thrown.getClass().getName());
        Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::toString)
                .forEach(error.putArray("stackTrace")::add);
        return error.toString();
    }
}
