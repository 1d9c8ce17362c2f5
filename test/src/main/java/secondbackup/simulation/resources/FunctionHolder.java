package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.lambda.Functions;

/// `AWS::Lambda::Function`. Its code is recorded: who runs it is said by
/// [secondbackup.simulation.lambda.Invoker#runBy].
record FunctionHolder(Functions functions) implements Holder {
    private static final int NAME_MOST = 64;

    @Override
    public String name() {
        return "AWS::Lambda::Function";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "DeadLetterConfig",
                        "Environment",
                        "FunctionName",
                        "Handler",
                        "MemorySize",
                        "ReservedConcurrentExecutions",
                        "Role",
                        "Timeout")
                .recorded(
                        "Architectures",
                        "Code",
                        "Description",
                        "EphemeralStorage",
                        "KmsKeyArn",
                        "LoggingConfig",
                        "PackageType",
                        "Runtime",
                        "SnapStart",
                        "Tags",
                        "TracingConfig")
                .required("Code", "Role")
                .createOnly("FunctionName", "PackageType")
                .within("Code", "S3Bucket", "S3Key", "S3ObjectVersion", "ZipFile")
                .within("DeadLetterConfig", "TargetArn")
                .within("Environment", "Variables")
                .within(
                        "LoggingConfig",
                        "ApplicationLogLevel",
                        "LogFormat",
                        "LogGroup",
                        "SystemLogLevel")
                .within("SnapStart", "ApplyOn")
                .within("Tags", "Key", "Value")
                .within("TracingConfig", "Mode")
                .attributes("Arn");
    }

    private static String arn(String id, Scene scene) {
        return scene.arn("lambda", "function:" + id);
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        var arn = arn(id, scene);
        return switch (verb) {
            case CREATE -> changing(properties, Right.on(arn, "lambda:CreateFunction"), arn);
            case UPDATE ->
                    changing(
                            properties,
                            Right.on(
                                    arn,
                                    "lambda:UpdateFunctionCode",
                                    "lambda:UpdateFunctionConfiguration"),
                            arn);
            case DELETE -> Right.on(arn, "lambda:DeleteFunction");
        };
    }

    private static List<AccessRequest> changing(
            Properties properties, List<AccessRequest> rights, String arn) {
        var all = new ArrayList<>(rights);
        if (properties.has("ReservedConcurrentExecutions")) {
            all.addAll(Right.on(arn, "lambda:PutFunctionConcurrency"));
        }
        return Right.passing(properties.text("Role"), "lambda.amazonaws.com", all);
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.has("FunctionName")
                ? wanted.text("FunctionName")
                : scene.generatedName(NAME_MOST);
    }

    private Optional<Function> find(String id, Scene scene) {
        return functions.find(arn(id, scene));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return find(id, scene).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var function =
                find(id, scene).orElseGet(() -> new Function(scene.account(), scene.region(), id));
        var defaults = new Function("", "", "");
        function.handler = wanted.text("Handler", "");
        function.roleArn = wanted.text("Role");
        function.timeout =
                wanted.has("Timeout")
                        ? Duration.ofSeconds(wanted.number("Timeout"))
                        : defaults.timeout;
        function.memoryMebibytes =
                wanted.has("MemorySize")
                        ? (int) wanted.number("MemorySize")
                        : defaults.memoryMebibytes;
        function.reservedConcurrency =
                wanted.has("ReservedConcurrentExecutions")
                        ? OptionalInt.of((int) wanted.number("ReservedConcurrentExecutions"))
                        : OptionalInt.empty();
        function.logsJson = wanted.within("LoggingConfig").text("LogFormat", "Text").equals("JSON");
        function.deadLetterArn = wanted.within("DeadLetterConfig").text("TargetArn", "");
        var variables = wanted.within("Environment").within("Variables");
        function.environment.clear();
        variables.names().forEach(name -> function.environment.put(name, variables.text(name)));
        functions.put(function);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        functions.remove(arn(id, scene));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var function = find(id, scene).orElseThrow();
        var read =
                Reading.begun()
                        .put("FunctionName", id)
                        .put("Role", function.roleArn)
                        .put("Timeout", function.timeout.toSeconds())
                        .put("MemorySize", function.memoryMebibytes);
        Reading.text(read, "Handler", function.handler);
        function.reservedConcurrency.ifPresent(
                runs -> read.put("ReservedConcurrentExecutions", runs));
        if (!function.deadLetterArn.isEmpty()) {
            read.putObject("DeadLetterConfig").put("TargetArn", function.deadLetterArn);
        }
        if (!function.environment.isEmpty()) {
            function.environment.forEach(read.putObject("Environment").putObject("Variables")::put);
        }
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", arn(id, scene)));
    }
}
