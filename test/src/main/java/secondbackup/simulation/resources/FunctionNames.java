package secondbackup.simulation.resources;

import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.lambda.Functions;
import secondbackup.simulation.wire.AwsError;

/// Functions as templates name them: by name or by ARN, either with a version or an alias.
record FunctionNames(Functions functions) {

    /// @return the ARN
    static String arn(String named, Scene scene) {
        return named.startsWith("arn:") ? named : scene.arn("lambda", "function:" + named);
    }

    /// Fails: [AwsError] where it is not there.
    Functions.Named find(String named, Scene scene) {
        return functions
                .named(arn(named, scene))
                .orElseThrow(() ->
                        new AwsError(
                                404,
                                "ResourceNotFoundException",
                                "Function not found: " + arn(named, scene)));
    }
}
