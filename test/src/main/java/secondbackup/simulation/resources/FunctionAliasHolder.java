package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.lambda.Functions;
import secondbackup.simulation.wire.AwsError;

/// `AWS::Lambda::Alias` of one version. Shares between versions and provisioned concurrency are unknown here.
record FunctionAliasHolder(Functions functions) implements Holder {
    @Override
    public String name() {
        return "AWS::Lambda::Alias";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("FunctionName", "FunctionVersion", "Name")
                .recorded("Description")
                .required("FunctionName", "FunctionVersion", "Name")
                .createOnly("FunctionName", "Name")
                .attributes("AliasArn");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                FunctionNames.arn(properties.text("FunctionName"), scene),
                switch (verb) {
                    case CREATE -> "lambda:CreateAlias";
                    case UPDATE -> "lambda:UpdateAlias";
                    case DELETE -> "lambda:DeleteAlias";
                });
    }

    /// An alias goes by its ARN.
    @Override
    public String id(Properties wanted, Scene scene) {
        return FunctionNames.arn(wanted.text("FunctionName"), scene) + ":" + wanted.text("Name");
    }

    private static String alias(String id) {
        return id.substring(id.lastIndexOf(':') + 1);
    }

    private Optional<Functions.Named> find(String id) {
        return functions
                .named(id)
                .filter(named -> named.function().aliases.containsKey(named.qualifier()));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return find(id).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var function =
                new FunctionNames(functions).find(wanted.text("FunctionName"), scene).function();
        var version = wanted.text("FunctionVersion");
        if (!version.equals("$LATEST") && !function.versions.contains(version)) {
            throw new AwsError(
                    404,
                    "ResourceNotFoundException",
                    "Function not found: " + function.arn() + ":" + version);
        }
        function.aliases.put(alias(id), version);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        find(id).ifPresent(named -> named.function().aliases.remove(alias(id)));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var function = find(id).orElseThrow().function();
        return Reading.begun()
                .put("Name", alias(id))
                .put("FunctionName", last.text("FunctionName"))
                .put("FunctionVersion", function.aliases.get(alias(id)));
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("AliasArn", id));
    }
}
