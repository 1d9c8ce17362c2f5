package secondbackup.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.proof.SmallWorld;

/// The sweep's state machine, as asl-validator judges it, and what it does with failures.
final class StateMachineTest {
    private static final int MINUTE = 60;

    /// Source: AWS Step Functions Developer Guide, "Quotas" (input or output of a state), read 2026-11-27.
    private static final int PAYLOAD_BYTES_MAX = 256 * 1024;

    @TempDir Path folder;

    private static ObjectNode definition() {
        var machine = Synthesis.only("AWS::StepFunctions::StateMachine");
        return (ObjectNode) SmallWorld.parse(machine.at("/Properties/DefinitionString").asText());
    }

    private static JsonNode state(String name) {
        return definition().path("States").path(name);
    }

    private String judged(JsonNode definition) throws Exception {
        var file = Files.writeString(folder.resolve("sweep.json"), definition.toString());
        var command =
                List.of(
                        "node_modules/.bin/asl-validator",
                        "--silent",
                        "--json-path",
                        file.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? "sound" : "wrong " + said;
    }

    @Test
    void isSound() throws Exception {
        assertThat(judged(definition())).isEqualTo("sound");
    }

    @Test
    void isWrongWithAStateThatIsNotThere() throws Exception {
        var definition = definition();
        ((ObjectNode) definition.at("/States/Verify")).put("Next", "Notfy");

        assertThat(judged(definition)).startsWith("wrong");
    }

    @Test
    void isWrongWithAPathThatIsNone() throws Exception {
        var definition = definition();
        ((ObjectNode) definition.at("/States/SurveyAccounts")).put("ItemsPath", "accounts");

        assertThat(judged(definition)).startsWith("wrong");
    }

    @Test
    void everyNameInItIsFilledInAndEveryFilledOneIsInIt() {
        var machine = Synthesis.only("AWS::StepFunctions::StateMachine").path("Properties");
        var text = definition().toString();

        for (var name : machine.path("DefinitionSubstitutions").properties()) {
            assertThat(text).contains("${" + name.getKey() + "}");
            text = text.replace("${" + name.getKey() + "}", "");
        }
        assertThat(text).doesNotContain("${");
    }

    @Test
    void noFailedSurveyStopsTheSweep() {
        var survey = state("SurveyAccounts");

        assertThat(survey.path("ToleratedFailurePercentage").asInt()).isEqualTo(100);
        assertThat(survey.at("/Catch/0/ErrorEquals/0").asText()).isEqualTo("States.ALL");
        assertThat(survey.at("/Catch/0/Next").asText()).isEqualTo("Verify");
        assertThat(survey.path("Next").asText()).isEqualTo("Verify");
    }

    @Test
    void failuresOfTheStepsWithoutWhichThereIsNoReportFailTheSweep() {
        for (var name : List.of("List", "Verify", "Notify")) {
            assertThat(state(name).has("Catch")).as(name).isFalse();
            assertThat(state(name).path("Retry")).as(name).isNotEmpty();
        }
    }

    @Test
    void surveysAsManyAtATimeAsTheEstateSays() {
        assertThat(state("SurveyAccounts").path("MaxConcurrency").asInt()).isEqualTo(40);
    }

    /// Verify refuses a sweep that is older than twelve hours.
    @Test
    void endsBeforeVerifyWouldRefuseIt() {
        assertThat(definition().path("TimeoutSeconds").asInt()).isLessThan(12 * 60 * MINUTE);
    }

    @Test
    void idsOfSeventeenThousandAccountsFitBetweenTwoStates() {
        var accounts = 17_000;
        var answer =
                "{\"sweep\":\"2026-11-27T00:00:00Z\",\"accounts\":[".length()
                        + accounts * "\"123456789012\",".length();

        assertThat(answer).isLessThan(PAYLOAD_BYTES_MAX);
    }

    /// Where a result took the place of the input, the next step would not know its sweep.
    @Test
    void noStepLosesTheSweepsName() {
        for (var name : List.of("SurveyAccounts", "Verify", "WakeCopy")) {
            assertThat(state(name).has("ResultPath")).as(name).isTrue();
            assertThat(state(name).path("ResultPath").isNull()).as(name).isTrue();
        }
    }
}
