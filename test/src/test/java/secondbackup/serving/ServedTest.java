package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Life;

/// What was deployed, behind HTTP.
final class ServedTest {
    private static final String MACHINE =
            "arn:aws:states:eu-central-1:222222222222:stateMachine:second-backup-sweep";

    @Test
    void deployedStateMachineRunsAWholeSweepBeforeItsStartIsAnswered() throws Exception {
        try (var door = HttpDoor.open(Life.deployed(SmallWorld.read(SmallWorld.bare()), 1), 0);
                var http = HttpClient.newHttpClient()) {
            var started = states(http, door, "StartExecution", "stateMachineArn", MACHINE);
            var ended =
                    states(
                            http,
                            door,
                            "DescribeExecution",
                            "executionArn",
                            started.path("executionArn").asText());

            assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
            var report = URI.create(door.url() + "/_simulation/report");
            var answer = http.send(HttpRequest.newBuilder(report).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(SmallWorld.parse(answer.body()).at("/summary/clusters").asInt())
                    .isEqualTo(2);
        }
    }

    private static JsonNode states(
            HttpClient http, HttpDoor door, String operation, String field, String arn)
            throws IOException, InterruptedException {
        var key =
                "AWS4-HMAC-SHA256 Credential=222222222222/20261019/eu-central-1/states/aws4_request";
        var request =
                HttpRequest.newBuilder(URI.create(door.url()))
                        .header("Authorization", key + ", Signature=0")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AWSStepFunctions." + operation)
                        .POST(BodyPublishers.ofString("{\"" + field + "\": \"" + arn + "\"}"))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SmallWorld.parse(answer.body());
    }
}
