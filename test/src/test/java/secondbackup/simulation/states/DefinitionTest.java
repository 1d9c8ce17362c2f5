package secondbackup.simulation.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"A\":{\"Type\":\"Pass\",\"End\":true,\"Colour\":1}           | A: field Colour",
                "\"A\":{\"Type\":\"Dance\",\"End\":true}                       | A: Type 'Dance'",
                "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"}                      | leads to \"B\"",
                "\"A\":{\"Type\":\"Pass\"}                                     | needs either Next or End",
                "\"B\":{\"Type\":\"Pass\",\"End\":true}                        | StartAt names no state",
                "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::ecs:runTask\",\"End\":true} | ecs:runTask",
                "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"End\":true,\"Parameters\":{\"Qualifier\":\"1\"}} | Qualifier",
                "\"A\":{\"Type\":\"Pass\",\"End\":true,\"QueryLanguage\":\"JSONata\"} | not JSONPath",
                "\"A\":{\"Type\":\"Pass\",\"End\":true,\"Parameters\":{\"x.$\":\"States.MathRandom(1,2)\"}} | States.MathRandom",
                "\"A\":{\"Type\":\"Pass\",\"End\":true,\"Parameters\":{\"x.$\":\"$.a[?(@.b)]\"}} | not understood",
                "\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"NumericIs\":1,\"Next\":\"A\"}]} | NumericIs",
                "\"A\":{\"Type\":\"Map\",\"End\":true,\"ItemProcessor\":{\"StartAt\":\"X\",\"States\":{\"X\":{\"Type\":\"Pass\",\"Colour\":1,\"End\":true}}}} | A/X: field Colour",
                "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"End\":true,\"Retry\":[{\"Errors\":[]}]} | A.Retry: field Errors",
            })
    void isRefusedWithWhatIsNotUnderstood(String states, String problem) {
        assertThatThrownBy(() -> Definition.of("{\"StartAt\":\"A\",\"States\":{" + states + "}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid State Machine Definition: ")
                .hasMessageContaining(problem);
    }

    @Test
    void isRefusedWithAllProblemsAtOnce() {
        assertThatThrownBy(() ->
                        Definition.of(
                                "{\"StartAt\":\"A\",\"X\":1,\"States\":{\"A\":{\"Type\":\"Pass\",\"Y\":2}}}"))
                .hasMessageContaining("field X")
                .hasMessageContaining("field Y")
                .hasMessageContaining("needs either Next or End");
        assertThatThrownBy(() -> Definition.of("{")).hasMessageContaining("no JSON");
    }

    @Test
    void mayHaveComments() {
        var definition =
                Definition.of(
                        "{\"Comment\":\"c\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Comment\":\"c\",\"Type\":\"Succeed\"}}}");

        assertThat(definition.machine().path("StartAt").asText()).isEqualTo("A");
    }
}
