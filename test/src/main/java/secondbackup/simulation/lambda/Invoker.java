package secondbackup.simulation.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import secondbackup.simulation.cloudwatch.EmbeddedMetrics;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.lambda.Functions.Named;
import secondbackup.simulation.lambda.LambdaRuntime.Answer;
import secondbackup.simulation.lambda.LambdaRuntime.Invocation;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.sts.Sessions;

/// Runs functions, each in a session of its role, as long as there is room.
///
/// Source: AWS Lambda Developer Guide, "Understanding Lambda function scaling" (reserved concurrency, throttling),
/// "Defining Lambda function permissions with an execution role", "Using CloudWatch metrics with Lambda"; Step
/// Functions Developer Guide, "Handling errors in Step Functions workflows" (`Sandbox.Timedout`); read 2026-11-27.
public final class Invoker {
    private static final String SERVICE = "lambda.amazonaws.com";
    private static final String NAMESPACE = "AWS/Lambda";
    private static final long MOST_SECONDS = 20;

    /// Lets others in while a function runs: its code may call from threads of its own.
    @FunctionalInterface
    public interface Meanwhile {
        Answer run(Supplier<Answer> action);
    }

    private final Functions functions;
    private final Roles roles;
    private final Access access;
    private final Sessions sessions;
    private final Metrics metrics;
    private final Chance chance;
    private final SimulatedTime time;
    private final Meanwhile meanwhile;
    private LambdaRuntime runtime = Invoker::noRuntime;

    public Invoker(
            Functions functions,
            Roles roles,
            Access access,
            Sessions sessions,
            Metrics metrics,
            Chance chance,
            SimulatedTime time,
            Meanwhile meanwhile) {
        this.functions = functions;
        this.roles = roles;
        this.access = access;
        this.sessions = sessions;
        this.metrics = metrics;
        this.chance = chance;
        this.time = time;
        this.meanwhile = meanwhile;
    }

    /// Who runs the code from now on.
    public void runBy(LambdaRuntime next) {
        runtime = next;
    }

    private static Answer noRuntime(Invocation invocation) {
        throw new IllegalStateException(
                "nobody runs the code of " + invocation.arn() + ": Invoker.runBy says who does");
    }

    public Functions functions() {
        return functions;
    }

    SimulatedTime time() {
        return time;
    }

    Chance chance() {
        return chance;
    }

    Metrics metrics() {
        return metrics;
    }

    /// Starts a run.
    ///
    /// @param requestId of the run, or of the event that it retries
    /// @param ended gets the answer when the run's time is over; at once where there is no room
    public void start(Named named, String requestId, String event, Consumer<Answer> ended) {
        var function = named.function();
        if (full(function)) {
            count(function, "Throttles", 1);
            ended.accept(new Answer.Throttled("Rate Exceeded."));
            return;
        }
        function.running++;
        count(function, "Invocations", 1);
        count(function, "ConcurrentExecutions", function.running);
        var from = time.instant();
        var takes = takes(function, requestId);
        var late = takes.compareTo(function.timeout) > 0;
        var lasted = late ? function.timeout : takes;
        var answer = late ? late(named, requestId, event) : run(named, requestId, event);
        function.runs.add(new Function.Run(from, from.plus(lasted), requestId, event, answer));
        time.after(
                lasted,
                function.name + " answers",
                () -> {
                    function.running--;
                    count(function, "Errors", answer instanceof Answer.Failed ? 1 : 0);
                    count(function, "Duration", (double) lasted.toMillis());
                    ended.accept(answer);
                });
    }

    private boolean full(Function function) {
        return function.reservedConcurrency.isPresent()
                ? function.running >= function.reservedConcurrency.getAsInt()
                : functions.unreservedRunning(function) >= functions.unreserved(function);
    }

    private Duration takes(Function function, String requestId) {
        return function.takes.orElseGet(() ->
                Duration.ofSeconds(
                        chance.between(
                                1,
                                MOST_SECONDS,
                                "run",
                                function.arn(),
                                requestId,
                                time.instant())));
    }

    /// What it did before its time was over stays done.
    private Answer late(Named named, String requestId, String event) {
        run(named, requestId, event);
        var seconds = named.function().timeout.toSeconds();
        return new Answer.Failed(
                "Sandbox.Timedout",
                "RequestId: "
                        + requestId
                        + " Error: Task timed out after "
                        + seconds
                        + ".00 seconds");
    }

    private Answer run(Named named, String requestId, String event) {
        var function = named.function();
        var role = roleOf(function);
        if (role.isEmpty() || !access.assumable(role.get(), SERVICE, function.region).allowed()) {
            return new Answer.Failed(
                    "Lambda.AccessDeniedException",
                    "The role defined for the function cannot be assumed by Lambda.");
        }
        var key = sessions.openSession(role.get().account, role.get().name);
        var arn = function.arn() + (named.qualifier().isEmpty() ? "" : ":" + named.qualifier());
        var invocation =
                new Invocation(
                        function,
                        arn,
                        requestId,
                        event,
                        key,
                        line -> log(function, requestId, line));
        return meanwhile.run(() -> runtime.invoke(invocation));
    }

    private Optional<Roles.Role> roleOf(Function function) {
        var name = function.roleArn.substring(function.roleArn.lastIndexOf('/') + 1);
        return roles.find(Arn.of(function.roleArn).account(), name)
                .filter(role -> role.arn().equals(function.roleArn));
    }

    /// In the log format `JSON`, what a function says becomes a field of another object.
    ///
    /// Source: AWS Lambda Developer Guide, "Log and monitor Java Lambda functions", read 2026-11-27.
    private synchronized void log(Function function, String requestId, String text) {
        var now = time.instant();
        var line =
                function.logsJson
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .put("timestamp", now.toString())
                                .put("message", text)
                                .put("level", "INFO")
                                .put("AWSrequestId", requestId)
                                .toString()
                        : text;
        function.log.add(new Function.Line(now, requestId, line));
        new EmbeddedMetrics(metrics, time)
                .read(function.account, function.region, function.logGroup(), line);
    }

    private void count(Function function, String name, double value) {
        var dimensions = new TreeMap<String, String>();
        dimensions.put("FunctionName", function.name);
        metrics.add(
                new Metrics.Metric(function.account, function.region, NAMESPACE, name, dimensions),
                value);
    }
}
