package secondbackup.simulation.states;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.json;
import static secondbackup.simulation.states.MachineFixture.output;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.states.Execution.Status;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Surveys of six accounts, of which `5` cannot be read.
final class MapRunTest {
    private static final String ACCOUNTS = "{\"sweep\":\"s\",\"accounts\":[1,2,3,4,5,6]}";

    private final MachineFixture states = new MachineFixture();
    private final Serverless aws = states.aws;
    private Function survey = aws.function("survey");

    @BeforeEach
    void make() {
        survey = aws.function("survey");
        aws.code.put(
                "survey",
                event -> {
                    if (event.contains("5")) {
                        throw new IllegalStateException("unreadable");
                    }
                    return event;
                });
    }

    private String map(String mode, String more) {
        return "\"A\":{\"Type\":\"Map\",\"ItemsPath\":\"$.accounts\",\"End\":true,"
                + more
                + "\"ItemSelector\":{\"sweep.$\":\"$.sweep\",\"account.$\":\"$$.Map.Item.Value\"},"
                + "\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\""
                + mode
                + "\"},\"StartAt\":\"S\",\"States\":{\"S\":"
                + states.invoke("survey", "\"OutputPath\":\"$.Payload\",\"End\":true")
                + "}}}";
    }

    private String distributed(String more) {
        return map("DISTRIBUTED", more);
    }

    @Test
    void runsEachItemWithWhatItSelects() {
        var execution = states.run(map("INLINE", ""), "{\"sweep\":\"s\",\"accounts\":[1,2]}");

        assertThat(output(execution))
                .isEqualTo(
                        json("[{\"sweep\":\"s\",\"account\":1},{\"sweep\":\"s\",\"account\":2}]"));
        assertThat(execution.children()).isEmpty();
    }

    @Test
    void doesNothingForNothing() {
        assertThat(output(states.run(map("INLINE", ""), "{\"sweep\":\"s\",\"accounts\":[]}")))
                .isEqualTo(json("[]"));
    }

    @Test
    void breaksInlineWithTheFirstItem() {
        assertThat(states.run(map("INLINE", ""), ACCOUNTS).error())
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void runsSoManyAtATime() {
        var machine = states.states(map("INLINE", "\"MaxConcurrency\":2,"));
        states.start(machine, "{\"sweep\":\"s\",\"accounts\":[1,2,3]}");
        aws.pass(1);
        assertThat(survey.running()).isEqualTo(2);
        aws.pass(10);
        assertThat(survey.running()).isEqualTo(1);
    }

    @Test
    void toleratesDistributedAsManyFailuresAsItSays() {
        var execution = states.run(distributed("\"ToleratedFailureCount\":1,"), ACCOUNTS);

        assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(output(execution)).hasSize(5);
        assertThat(execution.children()).hasSize(6);
        assertThat(execution.children().stream().filter(child -> child.status() == Status.FAILED))
                .hasSize(1);
    }

    @Test
    void toleratesNoneWhereItSaysNothing() {
        assertThat(states.run(distributed(""), ACCOUNTS).error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(states.run(distributed("\"ToleratedFailurePercentage\":16,"), ACCOUNTS).error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(states.run(distributed("\"ToleratedFailurePercentage\":17,"), ACCOUNTS).status())
                .isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void stopsTheOthersWhenTooManyHaveFailed() {
        survey.takes = Optional.empty();
        var execution = states.run(distributed(""), ACCOUNTS);

        assertThat(execution.children().stream().map(Execution::status))
                .contains(Status.FAILED)
                .doesNotContain(Status.RUNNING);
    }

    @Test
    void handsItemsOverInBatches() {
        var execution =
                states.run(
                        distributed(
                                "\"ToleratedFailurePercentage\":100,\"ItemBatcher\":{\"MaxItemsPerBatch\":4,"
                                        + "\"BatchInput\":{\"of.$\":\"$.sweep\"}},"),
                        ACCOUNTS);

        assertThat(aws.invocations).hasSize(2);
        assertThat(json(aws.invocations.getFirst().event()).path("Items")).hasSize(4);
        assertThat(json(aws.invocations.getFirst().event()).path("BatchInput"))
                .isEqualTo(json("{\"of\":\"s\"}"));
        assertThat(json(aws.invocations.getLast().event()).path("Items")).hasSize(2);
        assertThat(output(execution)).hasSize(1);
    }

    @Test
    void namesItsChildrenAfterTheMap() {
        var execution =
                states.run(
                        distributed("\"Label\":\"Accounts\",\"ToleratedFailurePercentage\":100,"),
                        ACCOUNTS);

        assertThat(execution.children().getFirst().arn)
                .startsWith("arn:aws:states:eu-central-1:222222222222:execution:sweep/Accounts:");
    }

    @Test
    void needsTheRightToStartExecutionsOfItself() {
        aws.role(CONTROL, "sweep", "states", "lambda:*", "*");
        var execution = states.run(distributed(""), ACCOUNTS);

        assertThat(execution.status()).isEqualTo(Status.FAILED);
        assertThat(execution.cause()).contains("states:StartExecution");
        assertThat(aws.invocations).isEmpty();
    }

    @Test
    void readsItsItemsFromABucketInItsRole() {
        var bucket = new Buckets.Bucket("lists", CONTROL, Serverless.HOME);
        aws.world.buckets().put(bucket);
        put(bucket, "[1,2]");
        var map =
                distributed("")
                        .replace(
                                "\"ItemsPath\":\"$.accounts\"",
                                "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":"
                                        + "{\"InputType\":\"JSON\"},\"Parameters\":{\"Bucket\":\"lists\",\"Key\":\"all.json\"}}");
        assertThat(output(states.run(map, "{\"sweep\":\"s\"}"))).hasSize(2);

        put(bucket, "{}");
        assertThat(states.run(map, "{\"sweep\":\"s\"}").error())
                .isEqualTo("States.ItemReaderFailed");
        aws.role(CONTROL, "sweep", "states", "states:StartExecution", "*");
        assertThat(states.run(map, "{\"sweep\":\"s\"}").cause()).contains("s3:GetObject");
    }

    private void put(Buckets.Bucket bucket, String text) {
        try (var s3 =
                S3Client.builder()
                        .region(Region.of(Serverless.HOME))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        software.amazon.awssdk.auth.credentials.AwsBasicCredentials
                                                .create(CONTROL, "secret")))
                        .httpClient(aws.world.httpClient())
                        .build()) {
            s3.putObject(
                    asked -> asked.bucket(bucket.name).key("all.json"),
                    RequestBody.fromBytes(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
