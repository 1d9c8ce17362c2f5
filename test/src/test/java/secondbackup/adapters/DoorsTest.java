package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.proof.Day;

/// What every door does with input that nobody should give it: one clear message, and nothing is called.
final class DoorsTest {
    private static final Day DAY = Day.deployed();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "survey | {} | account is ''",
                "survey | {\"account\": \"12\"} | account is '12'",
                "survey | {\"account\": \"444444444402\"} | sweep is ''",
                "survey | {\"account\": \"444444444402\", \"sweep\": \"../x\"} | sweep is '../x'",
                "survey | {\"Items\": [{\"account\": 5}]} | account is '5'",
                "survey | nothing | expected JSON",
                "verify | {} | sweep is ''",
                "verify | {\"sweep\": \"yesterday\"} | sweep is 'yesterday'",
                "verify | [] | sweep is ''",
                "verify | { | expected JSON",
                "verify | {\"sweep\": \"2020-01-01T00:00:00Z\"} | has no manifest",
                "notify | {\"sweep\": 7} | sweep is '7'",
                "notify | {\"sweep\": \"2020-01-01T00:00:00Z\"} | has no report"
            })
    void saysWhatIsWrongWithItsInput(String lambda, String event, String word) {
        assertThatThrownBy(() -> DAY.lambdas().invoke(lambda, event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word);
    }

    /// Whatever woke them, they look at everything anew.
    @ParameterizedTest
    @ValueSource(strings = {"list", "copy"})
    void listAndCopyDoNotCareForTheirInput(String lambda) {
        for (var event : new String[] {"", "nothing", "{}", "[1]", "{\"Records\": 5}"}) {
            assertThat(DAY.lambdas().invoke(lambda, event).isObject()).isTrue();
        }
    }

    @Test
    void copyBeforeTheFirstSweepDoesNothing() {
        var answer = Day.deployed().lambdas().invoke("copy", "{}");

        assertThat(answer.path("started").asInt()).isZero();
    }

    @Test
    void everyMistakeInTheEnvironmentIsInOneMessage() {
        var environment = new TreeMap<String, String>();
        environment.put("SECOND_BACKUP_STARTS_MAX", "many");
        environment.put("SECOND_BACKUP_POLICIES", "https://example.com/");
        var lambdas = DAY.with(DAY.slack().poster(), environment);

        for (var lambda : new String[] {"list", "survey", "verify", "notify", "copy"}) {
            assertThatThrownBy(() -> lambdas.invoke(lambda, "{}"))
                    .hasMessageContaining("SECOND_BACKUP_STARTS_MAX is 'many'")
                    .hasMessageContaining("SECOND_BACKUP_POLICIES is 'https://example.com/'");
        }
    }
}
