package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.lambda.Functions;

/// `AWS::Lambda::Version`. Provisioned concurrency is unknown here. Lambda publishes nothing where nothing changed; CDK
/// makes a version only where something has.
record VersionHolder(Functions functions) implements Holder {
    @Override
    public String name() {
        return "AWS::Lambda::Version";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("FunctionName")
                .recorded("CodeSha256", "Description")
                .required("FunctionName")
                .createOnly("CodeSha256", "Description", "FunctionName")
                .attributes("FunctionArn", "Version");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        var arn = FunctionNames.arn(properties.text("FunctionName"), scene);
        return verb == Verb.DELETE
                ? Right.on(id, "lambda:DeleteFunction")
                : Right.on(arn, "lambda:PublishVersion");
    }

    /// A version goes by its ARN. Its number is never used again.
    @Override
    public String id(Properties wanted, Scene scene) {
        var function =
                new FunctionNames(functions).find(wanted.text("FunctionName"), scene).function();
        return function.arn() + ":" + (function.versionsPublished + 1);
    }

    private static String version(String id) {
        return id.substring(id.lastIndexOf(':') + 1);
    }

    @Override
    public boolean there(String id, Scene scene) {
        return functions.named(id).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var function =
                new FunctionNames(functions).find(wanted.text("FunctionName"), scene).function();
        function.versionsPublished++;
        function.versions.add(version(id));
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        functions.named(id).ifPresent(named -> named.function().versions.remove(version(id)));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        return Reading.begun().put("FunctionName", last.text("FunctionName"));
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("FunctionArn", id, "Version", version(id)));
    }
}
