package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
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
                "cron(0 1 0 * ? *) | day of month of 1 to 31, or one of L, LW and 1W to 27W instead of 0",
                "cron(0 1 32W * ? *) | day of month of 1 to 31, or one of L, LW and 1W to 27W instead of 32W",
                "cron(0 1 * 13 ? *) | month of 1 to 12 or JAN to DEC instead of 13",
                "cron(0 1 ? * 8 *) | day of week of 1 to 7 or SUN to SAT, or one of L, 1L to 7L and 1#1 to 7#5 instead of 8",
                "cron(0 1 ? * 2#6 *) | day of week of 1 to 7 or SUN to SAT, or one of L, 1L to 7L and 1#1 to 7#5 instead of 2#6",
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

    /// AWS takes some of these, and nobody could tell when they are due.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(0 1 28W * ? *)",
                "cron(0 1 31W * ? *)",
                "cron(0 1 L,5 * ? *)",
                "cron(0 1 5,15W * ? *)",
                "cron(0 1 ? * 2#1,6#3 *)",
                "cron(0 1 ? * 6L,2 *)",
                "cron(*/60 1 * * ? *)",
                "cron(0 0/24 * * ? *)",
                "cron(0 1 1/31 * ? *)"
            })
    void refusesOfWhatNobodyCouldTellWhenItIsDue(String cron) {
        assertThat(CronFields.objections(cron)).hasSize(1);
    }

    /// The last that are taken, and computed without a failure.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(*/59 0/23 1/30 1/11 ? */229)",
                "cron(0 1 27W * ? *)",
                "cron(0 1 ? * */6 *)",
                "cron(0 1 31 2 ? *)"
            })
    void takesNothingThatCannotBeComputed(String cron) {
        assertThat(CronFields.objections(cron)).isEmpty();
        var schedule = new PromiseRule.Schedule(cron, "Europe/Stockholm");
        var now = Instant.parse("2027-03-01T00:00:00Z");
        assertThat(schedule.lastDue(now, Duration.ofMinutes(1)))
                .matches(due -> due.isEmpty() || !due.get().isAfter(now));
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
