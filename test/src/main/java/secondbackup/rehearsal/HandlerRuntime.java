package secondbackup.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
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

/// Runs the product's Lambdas where the simulated AWS Lambda wakes them: with the environment that was deployed, and
/// under the session that Lambda opened for the function's role. A new handler each time, so that nothing passes from
/// one run to the next but the simulated AWS.
///
/// What a handler throws is the function's error, unless the simulated AWS itself has failed.
public final class HandlerRuntime implements LambdaRuntime {
    private static final Map<String, Function<Surroundings, RequestStreamHandler>> DOORS =
            Map.of(
                    ListHandler.class.getName(), ListHandler::new,
                    SurveyHandler.class.getName(), SurveyHandler::new,
                    VerifyHandler.class.getName(), VerifyHandler::new,
                    NotifyHandler.class.getName(), NotifyHandler::new,
                    CopyHandler.class.getName(), CopyHandler::new);

    private final SimulatedOrganization world;
    private final Poster slack;

    public HandlerRuntime(SimulatedOrganization world, Poster slack) {
        this.world = world;
        this.slack = slack;
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
            door.apply(surroundings(invocation))
                    .handleRequest(
                            new ByteArrayInputStream(invocation.event().getBytes(UTF_8)),
                            answer,
                            new LocalContext(function.name, invocation.log()));
            return new Answer.Returned(answer.toString(UTF_8));
        } catch (IOException | RuntimeException thrown) {
            world.server()
                    .failure()
                    .ifPresent(mistake -> {
                        throw mistake;
                    });
            return new Answer.Failed(
                    thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
        }
    }

    private Surroundings surroundings(Invocation invocation) {
        var function = invocation.function();
        var environment = new TreeMap<>(function.environment);
        environment.put("AWS_REGION", function.region);
        var connection =
                new AwsConnection(
                        world.httpClient(),
                        () -> AwsBasicCredentials.create(invocation.accessKeyId(), "secret"),
                        new Region(function.region),
                        Lambdas::retries);
        return new Surroundings(environment, connection, world.time(), slack);
    }
}
