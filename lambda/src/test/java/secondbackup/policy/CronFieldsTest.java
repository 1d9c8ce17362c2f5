package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A schedule that AWS would refuse is found before anything is deployed, and no other.
class CronFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(0 1 * * ? *)",
                "cron(0 0 1 1 ? 1970)",
                "cron(59 23 31 12 ? 2199)",
                "cron(0/15 8-17 ? * MON-FRI *)",
                "cron(0 5,17 ? * 2#1 *)",
                "cron(30 2 L * ? *)",
                "cron(30 2 LW JAN,jul ? *)",
                "cron(30 2 15W * ? 2026-2030)",
                "cron(0 */6 ? * 7L *)",
                "cron(0 1 ? * 1,7 *)"
            })
    void takesWhatAwsTakes(String cron) {
        assertThat(CronFields.objections(cron)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(60 1 * * ? *) | minutes of 0 to 59 instead of 60",
                "cron(0 24 * * ? *) | hours of 0 to 23 instead of 24",
                "cron(0 1 0 * ? *) | day of month of 1 to 31 instead of 0",
                "cron(0 1 32W * ? *) | day of month of 1 to 31 instead of 32W",
                "cron(0 1 * 13 ? *) | month of 1 to 12 or JAN to DEC instead of 13",
                "cron(0 1 ? * 8 *) | day of week of 1 to 7 or SUN to SAT instead of 8",
                "cron(0 1 ? * 2#6 *) | day of week of 1 to 7 or SUN to SAT instead of 2#6",
                "cron(0 1 * * ? 1969) | year of 1970 to 2199 instead of 1969",
                "cron(0 17-8 * * ? *) | hours of 0 to 23 instead of 17-8",
                "cron(0/0 1 * * ? *) | minutes of 0 to 59 instead of 0/0",
                "cron(0 1, * * ? *) | hours of 0 to 23 instead of 1,",
                "cron(0 1 * * * *) | ? as either day of month or day of week",
                "cron(0 1 ? * ? *) | ? as either day of month or day of week"
            })
    void refusesWhatAwsRefuses(String cron, String expected) {
        assertThat(CronFields.objections(cron)).containsExactly(expected);
    }

    @Test
    void everyBadFieldIsInTheOneMessageAboutTheFile() {
        var files = PolicyReaderTest.files();
        files.computeIfPresent(
                "backup/every-cluster.json",
                (_, text) -> text.replace("cron(0 1 * * ? *)", "cron(99 99 * * ? *)"));

        assertThatThrownBy(() -> PolicyReader.read(files))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("1 problem")
                .hasMessageContaining(
                        "backup/every-cluster.json /schedule/cron: 'cron(99 99 * * ? *)': expected"
                                + " minutes of 0 to 59 instead of 99; hours of 0 to 23 instead of 99");
    }
}
