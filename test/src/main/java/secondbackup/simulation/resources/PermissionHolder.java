package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.lambda.Functions;

/// `AWS::Lambda::Permission`: one statement of the resource policy of a function, a version or an alias. Those for
/// function URLs, Alexa and whole organizations are unknown here.
record PermissionHolder(Functions functions) implements Holder {
    private static final int NAME_MOST = 100;
    private static final String DIVIDER = "|";

    @Override
    public String name() {
        return "AWS::Lambda::Permission";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("Action", "FunctionName", "Principal", "SourceAccount", "SourceArn")
                .required("Action", "FunctionName", "Principal")
                .createOnly("Action", "FunctionName", "Principal", "SourceAccount", "SourceArn")
                .attributes("Id");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                FunctionNames.arn(properties.text("FunctionName"), scene),
                verb == Verb.DELETE ? "lambda:RemovePermission" : "lambda:AddPermission");
    }

    /// The function's ARN and the statement's id.
    @Override
    public String id(Properties wanted, Scene scene) {
        return FunctionNames.arn(wanted.text("FunctionName"), scene)
                + DIVIDER
                + scene.generatedName(NAME_MOST);
    }

    private Optional<SortedMap<String, String>> statements(String id) {
        return functions
                .named(id.substring(0, id.indexOf(DIVIDER)))
                .map(named ->
                        named.function()
                                .statements
                                .computeIfAbsent(named.qualifier(), _ -> new TreeMap<>()));
    }

    private static String statement(String id) {
        return id.substring(id.indexOf(DIVIDER) + 1);
    }

    @Override
    public boolean there(String id, Scene scene) {
        return statements(id).filter(all -> all.containsKey(statement(id))).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var named = new FunctionNames(functions).find(wanted.text("FunctionName"), scene);
        var arn = FunctionNames.arn(wanted.text("FunctionName"), scene);
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Sid", statement(id))
                        .put("Effect", "Allow")
                        .put("Action", wanted.text("Action"))
                        .put("Resource", arn);
        var principal = wanted.text("Principal");
        json.putObject("Principal")
                .put(principal.endsWith(".amazonaws.com") ? "Service" : "AWS", principal);
        if (wanted.has("SourceArn") || wanted.has("SourceAccount")) {
            condition(wanted, json.putObject("Condition"));
        }
        named.function()
                .statements
                .computeIfAbsent(named.qualifier(), _ -> new TreeMap<>())
                .put(statement(id), json.toString());
    }

    private static void condition(Properties wanted, ObjectNode condition) {
        if (wanted.has("SourceArn")) {
            condition.putObject("ArnLike").put("AWS:SourceArn", wanted.text("SourceArn"));
        }
        if (wanted.has("SourceAccount")) {
            condition
                    .putObject("StringEquals")
                    .put("AWS:SourceAccount", wanted.text("SourceAccount"));
        }
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        statements(id).ifPresent(all -> all.remove(statement(id)));
    }

    /// A statement is made and removed as a whole.
    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        return last.all().deepCopy();
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Id", statement(id)));
    }
}
