package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.StsException;

/// What is asked of a served simulation beside AWS.
final class ControlTest {
    private record Answer(int status, JsonNode json) {
        String error() {
            return json.path("error").asText();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpDoor door;
    private StsClient sts;

    @BeforeEach
    void open() throws IOException {
        door = Outside.serve();
        var key = AwsBasicCredentials.create(SmallWorld.SHOP, "unverified");
        sts =
                StsClient.builder()
                        .endpointOverride(URI.create(door.url()))
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(key))
                        .httpClient(UrlConnectionHttpClient.create())
                        .overrideConfiguration(
                                settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build();
    }

    @AfterEach
    void close() {
        sts.close();
        http.close();
        door.close();
    }

    @Test
    void clockStandsStillUntilItIsMoved() throws Exception {
        assertThat(ask("GET", "clock", "").json().path("now").asText())
                .isEqualTo("2026-10-18T20:00:00Z");
        assertThat(ask("POST", "clock", "{\"advance\": \"PT12H\"}").json().path("now").asText())
                .isEqualTo("2026-10-19T08:00:00Z");
        assertThat(ask("POST", "clock", "{\"to\": \"2026-10-20T00:00:00Z\"}").status())
                .isEqualTo(200);
        assertThat(ask("GET", "clock", "").json().path("now").asText())
                .isEqualTo("2026-10-20T00:00:00Z");
    }

    @Test
    void clockIsNeverSetBackNorTenYearsAhead() throws Exception {
        for (var order : new String[] {"{\"advance\": \"-PT1S\"}", "{\"advance\": \"P3661D\"}"}) {
            var refused = ask("POST", "clock", order);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error())
                    .contains("expected a moment from now, 2026-10-18T20:00:00Z");
        }
    }

    @Test
    void badOrdersAreToldWhatWasExpected() throws Exception {
        assertThat(ask("POST", "clock", "{\"advance\": \"soon\"}").error())
                .contains("soon", "a duration such as PT12H");
        assertThat(ask("POST", "clock", "{}").error()).contains("advance", "to");
        assertThat(ask("POST", "clock", "{\"forward\": \"PT1H\"}").error()).contains("advance, to");
        assertThat(ask("POST", "clock", "twelve").error()).contains("expected JSON");
        assertThat(ask("POST", "faults", "{\"kind\": \"SLOW\", \"share\": 2}").error())
                .contains("name is missing", "kind is 'SLOW'", "THROTTLED", "share, from 0 to 1");
    }

    @Test
    void unknownPathsAndMethodsAreToldWhatThereIs() throws Exception {
        assertThat(ask("GET", "weather", "").status()).isEqualTo(404);
        assertThat(ask("GET", "weather", "").error()).contains("answer, calls, clock");
        assertThat(ask("DELETE", "clock", "").status()).isEqualTo(405);
        assertThat(ask("DELETE", "clock", "").error()).contains("GET, POST");
    }

    @Test
    void everyCallIsCountedWhereItWasMade() throws Exception {
        sts.getCallerIdentity();
        sts.getCallerIdentity();

        var calls = ask("GET", "calls", "").json();
        assertThat(calls.path("total").asLong()).isEqualTo(2);
        assertThat(calls.path("calls")).hasSize(1);
        assertThat(calls.at("/calls/0").toString())
                .isEqualTo(
                        "{\"account\":\"444444444402\",\"region\":\"eu-west-1\",\"service\":\"sts\","
                                + "\"operation\":\"GetCallerIdentity\",\"count\":2}");
        assertThat(ask("DELETE", "calls", "").json().path("total").asLong()).isZero();
    }

    @Test
    void faultStrikesOnlyWhereItIsPlannedAndUntilItIsTakenBack() throws Exception {
        plan("\"kind\": \"THROTTLED\", \"share\": 1, \"region\": \"eu-north-1\"");
        assertThat(sts.getCallerIdentity().account()).isEqualTo(SmallWorld.SHOP);

        plan("\"kind\": \"THROTTLED\", \"share\": 1, \"region\": \"eu-west-1\"");
        assertThatThrownBy(sts::getCallerIdentity)
                .isInstanceOfSatisfying(
                        StsException.class,
                        thrown -> assertThat(thrown.isThrottlingException()).isTrue());
        assertThat(ask("GET", "faults", "").json().path("faults")).hasSize(2);

        assertThat(ask("DELETE", "faults", "").json().path("faults")).isEmpty();
        assertThat(sts.getCallerIdentity().account()).isEqualTo(SmallWorld.SHOP);
    }

    @Test
    void lostAnswerClosesTheConnectionOnce() throws Exception {
        plan("\"kind\": \"ANSWER_LOST\", \"first\": 1, \"operation\": \"GetCallerIdentity\"");

        assertThatThrownBy(sts::getCallerIdentity).isInstanceOf(SdkClientException.class);
        assertThat(sts.getCallerIdentity().account()).isEqualTo(SmallWorld.SHOP);
    }

    @Test
    void reportIsThereFromTheFirstSweepOn() throws Exception {
        assertThat(ask("GET", "report", "").status()).isEqualTo(404);

        var sweep = ask("POST", "sweep", "").json();

        assertThat(sweep.path("clusters").asInt()).isEqualTo(3);
        assertThat(sweep.path("disagreements")).isEmpty();
        var report = ask("GET", "report", "").json();
        assertThat(report.path("summary")).isEqualTo(sweep.path("summary"));
        assertThat(report.path("summary").path("clusters").asInt()).isEqualTo(3);
    }

    @Test
    void mistakeOfTheSimulationIsToldInFull() throws Exception {
        var life = Outside.life();
        life.world()
                .operations()
                .on(
                        GetCallerIdentityRequest.class,
                        (_, _) -> List.of(),
                        (_, _) -> {
                            throw new IllegalStateException("a mistake of ours");
                        });
        try (var other = HttpDoor.open(life, 0)) {
            var key =
                    "AWS4-HMAC-SHA256 Credential=111111111111/20261019/eu-west-1/sts/aws4_request";
            var request =
                    HttpRequest.newBuilder(URI.create(other.url()))
                            .header("Authorization", key + ", Signature=0")
                            .POST(BodyPublishers.ofString("Action=GetCallerIdentity"))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("sts GetCallerIdentity", "a mistake of ours");
        }
    }

    private void plan(String rest) throws Exception {
        var planned = ask("POST", "faults", "{\"name\": \"a test\", " + rest + "}");
        assertThat(planned.status()).as(planned.error()).isEqualTo(200);
    }

    private Answer ask(String method, String path, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(door.url() + "/_simulation/" + path))
                        .timeout(Duration.ofMinutes(4))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), SmallWorld.parse(answer.body()));
    }
}
