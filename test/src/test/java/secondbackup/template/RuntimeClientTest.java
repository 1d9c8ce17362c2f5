package secondbackup.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.proof.SmallWorld;

/// The jar that is deployed, started as AWS Lambda starts it, by its runtime interface client, with nothing of ours on the
/// class path but the jar. The Runtime API is served here, on the loopback address; there is no AWS and no Slack.
///
/// Source: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes", read 2026-11-27.
final class RuntimeClientTest {
    private static final Path JAR = Path.of("..", "lambda", "target", "second-backup.jar");
    private static final String API = "/2018-06-01/runtime/";
    private static final long WAIT_SECONDS = 240;

    /// AWS Backup shares a snapshot of its own: a call that does not ring, so that nobody need be asked or told.
    private static final String SILENT =
            """
            {"detail-type": "AWS API Call via CloudTrail", "source": "aws.rds", "account": "444444444444", "detail": {
             "eventTime": "2026-11-27T03:04:05Z", "eventSource": "rds.amazonaws.com",
             "eventName": "ModifyDBClusterSnapshotAttribute", "awsRegion": "eu-west-1", "sourceIPAddress": "backup.amazonaws.com",
             "userIdentity": {"type": "AssumedRole", "invokedBy": "backup.amazonaws.com"},
             "requestParameters": {"dBClusterSnapshotIdentifier": "awsbackup:copyjob-1"}}}
            """;

    @TempDir Path folder;

    /// The Runtime API of one process. One for several would hand the next process's event to the last one, which asks for
    /// another as soon as it has answered.
    private static final class RuntimeApi implements AutoCloseable {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final HttpServer server;

        RuntimeApi(String event) throws IOException {
            events.add(event);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext(API, this::answer);
            server.start();
        }

        String address() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            threads.shutdownNow();
            server.stop(0);
        }

        private void answer(HttpExchange exchange) throws IOException {
            var what = exchange.getRequestURI().getPath().substring(API.length());
            if (what.equals("invocation/next")) {
                next(exchange);
            } else {
                var said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                answers.add(what + " " + said);
                exchange.sendResponseHeaders(202, -1);
            }
            exchange.close();
        }

        /// Waits until there is an event, as AWS Lambda does.
        private void next(HttpExchange exchange) throws IOException {
            try {
                var event = events.take().getBytes(UTF_8);
                var headers = exchange.getResponseHeaders();
                // the client falls over without one
                headers.add("Content-Type", "application/json");
                headers.add(
                        "Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
                headers.add(
                        "Lambda-Runtime-Deadline-Ms",
                        String.valueOf(
                                System.currentTimeMillis() + Duration.ofMinutes(1).toMillis()));
                headers.add(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:eu-central-1:222222222222:function:second-backup-notify:live");
                exchange.sendResponseHeaders(200, event.length);
                exchange.getResponseBody().write(event);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /// The first that is said to the Runtime API; how the process ended where it said nothing.
        String first(Process process) throws InterruptedException {
            for (var second = 0; second < WAIT_SECONDS; second++) {
                var alive = process.isAlive();
                var answer = answers.poll(1, TimeUnit.SECONDS);
                if (answer != null) {
                    return answer;
                }
                if (!alive) {
                    return "ended with " + process.exitValue();
                }
            }
            return "said nothing";
        }
    }

    private String answered(String handler, String event) throws Exception {
        return answered(handler, event, "Text");
    }

    private String answered(String handler, String event, String logFormat) throws Exception {
        assertThat(JAR).as("the jar; `mvn package` makes it").exists();
        var log = folder.resolve("log.txt").toFile();
        var builder = new ProcessBuilder(command(handler)).redirectErrorStream(true);
        builder.redirectOutput(log).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("AWS_REGION", "eu-central-1");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("AWS_LAMBDA_LOG_FORMAT", logFormat);
        try (var api = new RuntimeApi(event)) {
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            var process = builder.start();
            try {
                return api.first(process) + "\n" + Files.readString(log.toPath());
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static List<String> command(String handler) {
        var client =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(path -> path.contains("aws-lambda-java-"))
                        .toList();
        assertThat(client).hasSizeGreaterThan(1);
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                JAR.toAbsolutePath() + File.pathSeparator + String.join(File.pathSeparator, client),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                "secondbackup.handler." + handler);
    }

    @Test
    void answersAnEvent() throws Exception {
        var answer = answered("NotifyHandler", SILENT);

        assertThat(answer).startsWith("invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/response ");
        assertThat(SmallWorld.parse(answer.substring(answer.indexOf('{'), answer.indexOf('\n'))))
                .isEqualTo(
                        SmallWorld.parse(
                                "{\"call\": \"rds ModifyDBClusterSnapshotAttribute in account 444444444444\", \"told\": false}"));
        assertThat(answer).contains("\"event\":\"tripwire\"");
    }

    /// In the format that the stacks choose, a line is what the handler said and nothing else: out of such lines Amazon
    /// CloudWatch takes metrics. In the other it is a field of another object.
    @Test
    void logsLinesAsTheyAreInTextAndWrapsThemInJson() throws Exception {
        assertThat(answered("NotifyHandler", SILENT).lines())
                .anyMatch(line -> line.matches("\\{\"event\":\"tripwire\",.*}"));
        assertThat(answered("NotifyHandler", SILENT, "JSON").lines())
                .noneMatch(line -> line.startsWith("{\"event\":\"tripwire\""))
                .anyMatch(line -> line.contains("\"message\":\"{\\\"event\\\":\\\"tripwire"));
    }

    @Test
    void failsWithAnEventThatMakesNoSense() throws Exception {
        assertThat(answered("SurveyHandler", "{\"account\": \"12\"}"))
                .startsWith("invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/error ")
                .contains("account is '12'");
    }

    @Test
    void failsToStartWithAHandlerThatIsNotThere() throws Exception {
        assertThat(answered("NobodysHandler", SILENT))
                .contains("NobodysHandler")
                .contains("error ");
    }
}
