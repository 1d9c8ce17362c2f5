package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.lambda.Function.EventInvokes;
import secondbackup.simulation.lambda.Functions;

/// `AWS::Lambda::EventInvokeConfig`. It counts for the qualifier that it names. Destinations for success are unknown here.
record EventInvokeHolder(Functions functions) implements Holder {
    @Override
    public String name() {
        return "AWS::Lambda::EventInvokeConfig";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "DestinationConfig",
                        "FunctionName",
                        "MaximumEventAgeInSeconds",
                        "MaximumRetryAttempts",
                        "Qualifier")
                .required("FunctionName", "Qualifier")
                .createOnly("FunctionName", "Qualifier")
                .within("DestinationConfig", "OnFailure")
                .within("DestinationConfig.OnFailure", "Destination");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                FunctionNames.arn(properties.text("FunctionName"), scene),
                verb == Verb.DELETE
                        ? "lambda:DeleteFunctionEventInvokeConfig"
                        : "lambda:PutFunctionEventInvokeConfig");
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        var arn = FunctionNames.arn(wanted.text("FunctionName"), scene);
        return arn + ":" + wanted.text("Qualifier");
    }

    @Override
    public boolean there(String id, Scene scene) {
        return functions
                .named(id)
                .filter(named -> named.function().eventInvokes.containsKey(named.qualifier()))
                .isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var named = new FunctionNames(functions).find(id, scene);
        var standard = EventInvokes.standard();
        named.function()
                .eventInvokes
                .put(
                        named.qualifier(),
                        new EventInvokes(
                                wanted.has("MaximumRetryAttempts")
                                        ? (int) wanted.number("MaximumRetryAttempts")
                                        : standard.retriesMax(),
                                wanted.has("MaximumEventAgeInSeconds")
                                        ? Duration.ofSeconds(
                                                wanted.number("MaximumEventAgeInSeconds"))
                                        : standard.ageMax(),
                                wanted.within("DestinationConfig")
                                        .within("OnFailure")
                                        .text("Destination", "")));
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        functions
                .named(id)
                .ifPresent(named -> named.function().eventInvokes.remove(named.qualifier()));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var named = functions.named(id).orElseThrow();
        var there = named.function().eventInvokes(named.qualifier());
        var read =
                Reading.begun()
                        .put("FunctionName", last.text("FunctionName"))
                        .put("Qualifier", named.qualifier())
                        .put("MaximumRetryAttempts", there.retriesMax())
                        .put("MaximumEventAgeInSeconds", there.ageMax().toSeconds());
        if (!there.failedArn().isEmpty()) {
            read.putObject("DestinationConfig")
                    .putObject("OnFailure")
                    .put("Destination", there.failedArn());
        }
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return new TreeMap<>();
    }
}
