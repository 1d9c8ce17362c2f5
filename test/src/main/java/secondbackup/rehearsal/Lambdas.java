package secondbackup.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.slack.Poster;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// Runs the product's Lambdas in the control account: a new handler each time, entered through its own door.
/// Nothing passes between them but the simulated AWS.
public final class Lambdas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Region HOME = new Region("eu-central-1");
    private static final int TRIES_MAX = 4;
    private static final Map<String, Function<Surroundings, RequestStreamHandler>> DOORS =
            Map.of(
                    "list", ListHandler::new,
                    "survey", SurveyHandler::new,
                    "verify", VerifyHandler::new,
                    "notify", NotifyHandler::new,
                    "copy", CopyHandler::new);

    private final SimulatedOrganization world;
    private final Poster slack;
    private final String account;
    private final Map<String, String> environment;
    private final SortedMap<String, AwsConnection> connections = new TreeMap<>();
    private final List<String> log = new ArrayList<>();

    /// @param account the control account
    /// @param environment of every Lambda, without `AWS_REGION`
    public Lambdas(
            SimulatedOrganization world,
            Poster slack,
            String account,
            SortedMap<String, String> environment) {
        this.world = world;
        this.slack = slack;
        this.account = account;
        var all = new TreeMap<>(environment);
        all.put("AWS_REGION", HOME.value());
        this.environment = all;
    }

    /// A whole sweep, as the state machine runs it: List, a Survey for each account, Verify,
    /// Notify, Copy.
    ///
    /// @return what Verify answered
    public JsonNode sweep() {
        var listed = invoke("list", text(scheduled("second-backup-sweep")));
        for (var account : listed.path("accounts")) {
            invoke("survey", item(listed.path("sweep").asText(), account.asText()));
        }
        var sweep = text(JSON.createObjectNode().put("sweep", listed.path("sweep").asText()));
        var verified = invoke("verify", sweep);
        invoke("notify", sweep);
        copy(List.of());
        return verified;
    }

    /// What Survey is told of one account.
    public static String item(String sweep, String account) {
        return text(JSON.createObjectNode().put("sweep", sweep).put("account", account));
    }

    /// One run of Copy.
    ///
    /// @param events what the queue holds; without any, the schedule wakes it
    public JsonNode copy(List<String> events) {
        return invoke(
                "copy", text(events.isEmpty() ? scheduled("second-backup-copy") : queued(events)));
    }

    /// The Lambda that an ARN names; empty where it names none, or one that the world has no role for.
    ///
    /// @return one of `list`, `survey`, `verify`, `notify` and `copy`
    public Optional<String> function(String arn) {
        return DOORS.keySet().stream()
                .filter(lambda -> arn.equals(arn("lambda", "function:second-backup-" + lambda)))
                .filter(lambda ->
                        world.roles().find(account, "second-backup-" + lambda).isPresent())
                .findFirst();
    }

    /// The ARN of the state machine that runs a whole sweep.
    public String stateMachine() {
        return arn("states", "stateMachine:second-backup-sweep");
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + HOME.value() + ":" + account + ":" + resource;
    }

    /// What the Lambdas have logged, line by line.
    public List<String> log() {
        return List.copyOf(log);
    }

    /// Source: Amazon EventBridge Scheduler User Guide, "Universal targets" (the default event), read
    /// 2026-11-22.
    private ObjectNode scheduled(String schedule) {
        return JSON.createObjectNode()
                .put("version", "0")
                .put("source", "aws.scheduler")
                .put("detail-type", "Scheduled Event")
                .put("account", account)
                .put("time", world.time().instant().toString())
                .put("schedule", schedule);
    }

    /// Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS" (the event), read 2026-11-22.
    private static ObjectNode queued(List<String> events) {
        var message = JSON.createObjectNode();
        var records = message.putArray("Records");
        events.forEach(
                event -> records.addObject().put("eventSource", "aws:sqs").put("body", event));
        return message;
    }

    private static String text(JsonNode event) {
        return event.toString();
    }

    /// One invocation.
    ///
    /// @param lambda one of `list`, `survey`, `verify`, `notify` and `copy`
    /// @param event whatever woke it
    public JsonNode invoke(String lambda, String event) {
        var door = Objects.requireNonNull(DOORS.get(lambda), lambda);
        var name = "second-backup-" + lambda;
        var handler = door.apply(surroundings(name));
        var answer = new ByteArrayOutputStream();
        try {
            var input = new ByteArrayInputStream(event.getBytes(UTF_8));
            handler.handleRequest(input, answer, new LocalContext(name, log::add));
            return JSON.readTree(answer.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " at " + world.time().instant(), broken);
        }
    }

    private Surroundings surroundings(String function) {
        var connection = connections.computeIfAbsent(function, this::connection);
        return new Surroundings(environment, connection, world.time(), slack);
    }

    private AwsConnection connection(String role) {
        return new AwsConnection(
                world.httpClient(), () -> credentials(role), HOME, Lambdas::retries);
    }

    private AwsCredentials credentials(String role) {
        return AwsBasicCredentials.create(world.sessions().openSession(account, role), "secret");
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
