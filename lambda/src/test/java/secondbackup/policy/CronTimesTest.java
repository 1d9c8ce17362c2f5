package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a schedule was last due.
class CronTimesTest {
    private static final Duration TEN_HOURS = Duration.ofHours(10);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
        "2026-11-20T00:00:59Z, 2026-11-20T00:00:00Z",
        "2026-11-20T09:59:59Z, 2026-11-20T00:00:00Z",
        "2026-11-20T10:00:00Z, 2026-11-20T00:00:00Z"
    })
    void isTheLastTimeOfTheZone(Instant now, Instant due) {
        assertThat(last("cron(0 1 * * ? *)", "Europe/Stockholm", now)).contains(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19T23:59:59.999Z", "2026-11-20T10:00:00.001Z"})
    void isNoneBeforeItAndNoneWhenItIsLongAgo(Instant now) {
        assertThat(last("cron(0 1 * * ? *)", "Europe/Stockholm", now)).isEmpty();
    }

    /// 2026-11-20 is a Friday, the third of its month.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0/20 3-4 ? * MON-FRI *) | 2026-11-20T04:40:00Z",
                "cron(30 */3 * * ? *)         | 2026-11-20T03:30:00Z",
                "cron(5,50 2 20 NOV ? 2026)   | 2026-11-20T02:50:00Z",
                "cron(0 1/4 20 * ? *)         | 2026-11-20T05:00:00Z",
                "cron(0 1 ? * 6 *)            | 2026-11-20T01:00:00Z",
                "cron(0 1 ? * FRI,SAT *)      | 2026-11-20T01:00:00Z",
                "cron(0 1 ? * 6#3 *)          | 2026-11-20T01:00:00Z",
                "cron(0 1 20W * ? *)          | 2026-11-20T01:00:00Z"
            })
    void takesEveryFieldAsAwsDoes(String cron, Instant due) {
        assertThat(last(cron, "UTC", Instant.parse("2026-11-20T05:00:00Z"))).contains(due);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 1 ? * MON-THU *)",
                "cron(0 1 ? * 6#2 *)",
                "cron(0 1 ? * 6L *)",
                "cron(0 1 ? * L *)",
                "cron(0 1 L * ? *)",
                "cron(0 1 LW * ? *)",
                "cron(0 1 21W * ? 2027)",
                "cron(0 1 20 DEC ? *)",
                "cron(0 6 * * ? *)"
            })
    void isSilentOnOtherDays(String cron) {
        assertThat(last(cron, "UTC", Instant.parse("2026-11-20T05:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 1 L * ? *)   | 2026-11-30T01:00:00Z",
                "cron(0 1 LW * ? *)  | 2026-11-30T01:00:00Z",
                "cron(0 1 LW * ? *)  | 2026-10-30T01:00:00Z",
                "cron(0 1 ? * L *)   | 2026-11-21T01:00:00Z",
                "cron(0 1 ? * 6L *)  | 2026-11-27T01:00:00Z",
                "cron(0 1 21W * ? *) | 2026-11-20T01:00:00Z",
                "cron(0 1 22W * ? *) | 2026-11-23T01:00:00Z",
                "cron(0 1 1W * ? *)  | 2026-08-03T01:00:00Z",
                "cron(0 1 27W * ? *) | 2027-02-26T01:00:00Z"
            })
    void knowsTheLastDayAndTheWorkdayNextToOne(String cron, Instant due) {
        assertThat(last(cron, "UTC", due.plus(Duration.ofHours(2)))).contains(due);
        assertThat(last(cron, "UTC", due.minusMillis(1))).isEmpty();
    }

    @Test
    void aTimeThatSpringSkipsIsNone() {
        assertThat(
                        last(
                                "cron(30 2 * * ? *)",
                                "Europe/Stockholm",
                                Instant.parse("2026-03-29T06:00:00Z")))
                .isEmpty();
    }

    @Test
    void aTimeThatAutumnRepeatsIsTheFirstOfBoth() {
        assertThat(
                        last(
                                "cron(30 2 * * ? *)",
                                "Europe/Stockholm",
                                Instant.parse("2026-10-25T06:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 4/12 * * ? *)             | true",
                "cron(0 4,16 * * ? *)             | true",
                "cron(59 3,15 * * ? *)            | true",
                "cron(*/30 * ? * * *)             | true",
                "cron(0 0/4 ? * SUN-SAT *)        | true",
                "cron(0 4,17 * * ? *)             | false",
                "cron(0 4 * * ? *)                | false",
                "cron(0,1 4,16 ? * MON-SAT *)     | false",
                "cron(0 4,16 1-30 * ? *)          | false",
                "cron(0 4,16 * 2-12 ? *)          | false",
                "cron(0 4,16 * * ? 2026-2027)     | false",
                "cron(0 4,16 30 2 ? *)            | false"
            })
    void knowsWhetherItPausesLongerThanHalfADay(String cron, boolean never) {
        var times = new CronTimes(new PromiseRule.Schedule(cron, "Europe/Stockholm"));
        assertThat(times.neverPausesLongerThan(Duration.ofHours(12))).isEqualTo(never);
    }

    @Test
    void aPauseMayBeAsLongAsItMay() {
        var times = new CronTimes(new PromiseRule.Schedule("cron(0 4,16 * * ? *)", "UTC"));
        var half = Duration.ofHours(12);
        assertThat(times.neverPausesLongerThan(half.minusMinutes(1))).isFalse();
        assertThat(times.neverPausesLongerThan(half)).isTrue();
        assertThat(times.neverPausesLongerThan(half.plusMinutes(1))).isTrue();
    }

    /// In Stockholm the clock goes from 02:00 to 03:00, on Lord Howe Island from 02:00 to 02:30.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(59 1/12 * * ? *)  | Europe/Stockholm    |",
                "cron(0 2/12 * * ? *)   | Europe/Stockholm    | 2028-03-26T02:00",
                "cron(30 2/12 * * ? *)  | Europe/Stockholm    | 2028-03-26T02:30",
                "cron(59 2/12 * * ? *)  | Europe/Stockholm    | 2028-03-26T02:59",
                "cron(0 3/12 * * ? *)   | Europe/Stockholm    |",
                "cron(30 3/12 * * ? *)  | Europe/Stockholm    |",
                "cron(30 2/12 * * ? *)  | UTC                 |",
                "cron(30 2/12 * * ? *)  | Asia/Tokyo          |",
                "cron(29 2/12 * * ? *)  | Australia/Lord_Howe | 2028-10-01T02:29",
                "cron(30 2/12 * * ? *)  | Australia/Lord_Howe |",
                "cron(30 2/8 * * ? *)   | Europe/Stockholm    | 2028-03-26T02:30",
                "cron(30 2/6 * * ? *)   | Europe/Stockholm    |",
                "cron(30 */1 * * ? *)   | Europe/Stockholm    |"
            })
    void namesATimeThatSpringSkipsWhereThePauseIsThenTooLong(
            String cron, String zone, LocalDateTime skipped) {
        var times = new CronTimes(new PromiseRule.Schedule(cron, zone));
        assertThat(times.skipped(Duration.ofHours(12))).isEqualTo(Optional.ofNullable(skipped));
    }

    private static Optional<Instant> last(String cron, String zone, Instant now) {
        return new PromiseRule.Schedule(cron, zone).lastDue(now, TEN_HOURS);
    }
}
