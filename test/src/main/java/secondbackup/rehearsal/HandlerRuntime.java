package secondbackup.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import secondbackup.aws.AwsConnection;
import secondbackup.handler.CopyHandler;
import secondbackup.handler.ListHandler;
import secondbackup.handler.NotifyHandler;
import secondbackup.handler.Surroundings;
import secondbackup.handler.SurveyHandler;
import secondbackup.handler.VerifyHandler;
import secondbackup.inventory.Region;
import secondbackup.simulation.lambda.LambdaRuntime;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.slack.Poster;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// Runs the product's Lambdas where the simulated AWS Lambda wakes them: with the variables that were deployed, and
/// under the session that Lambda opened for the function's role. One thing differs from what was deployed: a Lambda
/// reads one thing after the other here, so that the same seed tells the same story.
///
/// An execution environment is kept for the next run, which may find in its handler what the last one left there. It is
/// made anew when the function was changed, when a run failed, when another run is still in it, and every few hours. How
/// many these are, and how long one waits for the next run, AWS does not say: four, and a quarter of an hour.
///
/// What a handler throws is the function's error, unless the simulated AWS itself has failed.
///
/// Source: AWS Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle", read 2026-11-27.
public final class HandlerRuntime implements LambdaRuntime {
    private static final int TRIES_MAX = 4;
    private static final Duration LIFE_MAX = Duration.ofHours(4);
    private static final Duration IDLE_MAX = Duration.ofMinutes(15);
    private static final Map<String, Function<Surroundings, RequestStreamHandler>> DOORS =
            Map.of(
                    ListHandler.class.getName(), ListHandler::new,
                    SurveyHandler.class.getName(), SurveyHandler::new,
                    VerifyHandler.class.getName(), VerifyHandler::new,
                    NotifyHandler.class.getName(), NotifyHandler::new,
                    CopyHandler.class.getName(), CopyHandler::new);

    /// An execution environment.
    ///
    /// @param code of the function, and its variables
    private record Environment(
            RequestStreamHandler handler, String code, Instant madeAt, Instant usedAt) {
        boolean serves(String wanted, Instant now) {
            return code.equals(wanted)
                    && now.isBefore(madeAt.plus(LIFE_MAX))
                    && now.isBefore(usedAt.plus(IDLE_MAX));
        }
    }

    private final SimulatedOrganization world;
    private final Poster slack;
    private final SortedMap<String, String> environment;
    private final SortedMap<String, AwsConnection> connections = new TreeMap<>();
    private final SortedMap<String, String> keys = new TreeMap<>();
    private final SortedMap<String, Environment> kept = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private Optional<RuntimeException> thrown = Optional.empty();

    public HandlerRuntime(SimulatedOrganization world, Poster slack) {
        this(world, slack, new TreeMap<>());
    }

    /// @param more variables that take the place of those that were deployed
    public HandlerRuntime(
            SimulatedOrganization world, Poster slack, SortedMap<String, String> more) {
        this.world = world;
        this.slack = slack;
        this.environment = new TreeMap<>(more);
        environment.put("SECOND_BACKUP_CONCURRENCY", "1");
    }

    @Override
    public Answer invoke(Invocation invocation) {
        var function = invocation.function();
        var door = DOORS.get(function.handler.replaceFirst("::.*", ""));
        if (door == null) {
            return new Answer.Failed(
                    "java.lang.ClassNotFoundException", "Class not found: " + function.handler);
        }
        var answer = new ByteArrayOutputStream();
        try {
            var environment = environment(door, invocation);
            environment
                    .handler()
                    .handleRequest(
                            new ByteArrayInputStream(invocation.event().getBytes(UTF_8)),
                            answer,
                            new LocalContext(
                                    function.name,
                                    line -> {
                                        log.add(line);
                                        invocation.log().accept(line);
                                    }));
            kept.put(function.arn(), environment);
            return new Answer.Returned(answer.toString(UTF_8));
        } catch (IOException broken) {
            return failed(new UncheckedIOException(function.name, broken));
        } catch (RuntimeException failed) {
            return failed(failed);
        }
    }

    /// The one that is kept, which nobody else gets until the run has ended, or a new one.
    private Environment environment(
            Function<Surroundings, RequestStreamHandler> door, Invocation invocation) {
        var surroundings = surroundings(invocation);
        var code = invocation.function().handler + " " + surroundings.environment();
        var now = world.time().instant();
        var last = kept.remove(invocation.function().arn());
        return last != null && last.serves(code, now)
                ? new Environment(last.handler(), code, last.madeAt(), now)
                : new Environment(door.apply(surroundings), code, now, now);
    }

    private Answer failed(RuntimeException why) {
        world.server()
                .failure()
                .ifPresent(mistake -> {
                    throw mistake;
                });
        thrown = Optional.of(why);
        return new Answer.Failed(why.getClass().getName(), String.valueOf(why.getMessage()));
    }

    /// What the newest failed run threw.
    Optional<RuntimeException> thrown() {
        return thrown;
    }

    /// What all functions have logged, line by line.
    List<String> log() {
        return List.copyOf(log);
    }

    private Surroundings surroundings(Invocation invocation) {
        var function = invocation.function();
        var variables = new TreeMap<>(function.environment);
        variables.putAll(environment);
        variables.put("AWS_REGION", function.region);
        keys.put(function.arn(), invocation.accessKeyId());
        var connection =
                connections.computeIfAbsent(
                        function.arn(), arn -> connection(arn, new Region(function.region)));
        return new Surroundings(variables, connection, world.time(), slack);
    }

    /// Made once for each function: what an SDK client is made of costs more than a whole run.
    private AwsConnection connection(String function, Region region) {
        return new AwsConnection(
                world.httpClient(), () -> credentials(function), region, HandlerRuntime::retries);
    }

    private AwsCredentials credentials(String function) {
        return AwsBasicCredentials.create(keys.getOrDefault(function, ""), "secret");
    }

    /// Real time stands still here, so a retry need not wait.
    static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(TRIES_MAX)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build();
    }
}
