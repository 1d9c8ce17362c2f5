package secondbackup.cdk.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The five Lambdas: one jar, one role each, woken through the alias `live` of their newest version.
///
/// All are woken by every sweep, so at least daily, and have SnapStart; a function that is woken more rarely must not
/// have it, for a version that was not invoked for 14 days becomes inactive. Their constructors are safe to be
/// snapshotted: they read environment and policies; credentials, the clock and connections are asked for only by an
/// invocation, and nothing is drawn by lot.
///
/// They log as text: each line is JSON of their own, and in Lambda's JSON format the lines out of which Amazon CloudWatch
/// takes metrics would be wrapped, and yield none.
///
/// Source: AWS Lambda Developer Guide, "Configuring JSON and plain text log formats", "Improving startup performance with Lambda SnapStart", "Configuring
/// reserved concurrency for a function" (100 must stay unreserved, so that the account needs a quota of 101 or
/// more) and "Configure Lambda function memory" (one CPU at 1,769 MB), read 2026-11-27.
final class Functions {
    static final String LIVE = "live";
    static final Duration COPY_TIMEOUT = Duration.minutes(10);

    /// @param why what takes memory and time
    private record Shape(
            String name, String handler, int memoryMegabytes, Duration timeout, String why) {}

    private static final int ONE_CPU = 1_769;
    private static final int HALF_A_CPU = 1_024;

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(
                            "list",
                            "ListHandler",
                            HALF_A_CPU,
                            Duration.minutes(10),
                            "Waits for Organizations, which throttles listings of thousands of accounts."),
                    new Shape(
                            "survey",
                            "SurveyHandler",
                            HALF_A_CPU,
                            Duration.minutes(15),
                            "Waits for many Regions at a time, five accounts one after the other."),
                    new Shape(
                            "copy",
                            "CopyHandler",
                            ONE_CPU,
                            COPY_TIMEOUT,
                            "Holds the newest inventory of all accounts and plans over all of it."),
                    new Shape(
                            "verify",
                            "VerifyHandler",
                            ONE_CPU,
                            Duration.minutes(15),
                            "Holds what every survey saw and judges every cluster."),
                    new Shape(
                            "notify",
                            "NotifyHandler",
                            HALF_A_CPU,
                            Duration.minutes(2),
                            "Reads two reports and waits for Slack twice ten seconds."));

    private final Construct scope;
    private final Parts parts;
    private final Map<String, Alias> live = new TreeMap<>();

    /// @param jar path of the merged jar
    Functions(Construct scope, Parts parts, String jar) {
        this.scope = scope;
        this.parts = parts;
        var code = Code.fromAsset(jar);
        SHAPES.forEach(shape -> live.put(shape.name(), function(shape, code)));
    }

    static List<String> names() {
        return SHAPES.stream().map(shape -> "second-backup-" + shape.name()).toList();
    }

    /// ARN with which a Lambda is woken.
    ///
    /// @param name such as `survey`
    String arn(String name) {
        return alias(name).getFunctionArn();
    }

    Alias alias(String name) {
        return java.util.Objects.requireNonNull(live.get(name), name);
    }

    private Alias function(Shape shape, Code code) {
        var id = shape.handler().replace("Handler", "");
        var name = "second-backup-" + shape.name();
        var function =
                Function.Builder.create(scope, id)
                        .functionName(name)
                        .description(shape.why())
                        .runtime(Runtime.JAVA_25)
                        .architecture(Architecture.ARM_64)
                        .handler("secondbackup.handler." + shape.handler())
                        .code(code)
                        .memorySize(shape.memoryMegabytes())
                        .timeout(shape.timeout())
                        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                        .role(parts.role(scope, shape.name() + ".json"))
                        .environment(environment(shape))
                        .reservedConcurrentExecutions(shape.name().equals("copy") ? 1 : null)
                        .logGroup(log(id, name))
                        .loggingFormat(LoggingFormat.TEXT)
                        .build();
        return Alias.Builder.create(scope, id + "Live")
                .aliasName(LIVE)
                .version(function.getCurrentVersion())
                .build();
    }

    private static Map<String, String> environment(Shape shape) {
        return shape.name().equals("copy")
                ? Map.of("SECOND_BACKUP_CONCURRENCY", "8", "SECOND_BACKUP_STARTS_MAX", "50")
                : Map.of("SECOND_BACKUP_CONCURRENCY", "8");
    }

    /// Goes with the stack, so that a stack under the same name can be deployed again.
    private LogGroup log(String id, String name) {
        return LogGroup.Builder.create(scope, id + "Log")
                .logGroupName("/aws/lambda/" + name)
                .retention(RetentionDays.THIRTEEN_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
