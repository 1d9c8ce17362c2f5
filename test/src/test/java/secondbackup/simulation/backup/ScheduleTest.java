package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.wire.AwsError;

/// Stockholm is at +01:00 in winter. In 2026 its clocks skip 02:00 to 03:00 on 29 March, and repeat that
/// hour on 25 October.
final class ScheduleTest {
    private static final String STOCKHOLM = "Europe/Stockholm";

    @Test
    void countsInTheTimeZoneOfTheRule() {
        assertThat(runs("cron(0 5 ? * * *)", "", "2026-01-12T12:00:00Z", 1))
                .containsExactly("2026-01-13T05:00:00Z");
        assertThat(runs("cron(0 5 ? * * *)", STOCKHOLM, "2026-01-12T12:00:00Z", 1))
                .containsExactly("2026-01-13T04:00:00Z");
    }

    @Test
    void keepsTheLocalHourWhenSummerComesAndGoes() {
        assertThat(runs("cron(0 5 ? * * *)", STOCKHOLM, "2026-03-27T12:00:00Z", 3))
                .containsExactly(
                        "2026-03-28T04:00:00Z", "2026-03-29T03:00:00Z", "2026-03-30T03:00:00Z");
        assertThat(runs("cron(0 5 ? * * *)", STOCKHOLM, "2026-10-23T12:00:00Z", 3))
                .containsExactly(
                        "2026-10-24T03:00:00Z", "2026-10-25T04:00:00Z", "2026-10-26T04:00:00Z");
    }

    @Test
    void skipsTheDayOnWhichSpringSkipsItsHour() {
        assertThat(runs("cron(30 2 ? * * *)", STOCKHOLM, "2026-03-27T12:00:00Z", 3))
                .containsExactly(
                        "2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
    }

    @Test
    void runsOnceInTheHourThatAutumnRepeats() {
        assertThat(runs("cron(30 2 ? * * *)", STOCKHOLM, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void runsEveryHourButForTheRepeatedOne() {
        assertThat(runs("cron(0 * ? * * *)", STOCKHOLM, "2026-10-24T23:30:00Z", 3))
                .containsExactly(
                        "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z");
        assertThat(runs("cron(0 * ? * * *)", STOCKHOLM, "2026-03-28T23:30:00Z", 3))
                .containsExactly(
                        "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z");
    }

    @Test
    void countsSundayAsTheFirstDayOfTheWeek() {
        assertThat(runs("cron(0 5 ? * 1 *)", "", "2026-01-12T12:00:00Z", 1))
                .containsExactly("2026-01-18T05:00:00Z");
        assertThat(runs("cron(0 5 ? * MON-FRI *)", "", "2026-01-16T12:00:00Z", 1))
                .containsExactly("2026-01-19T05:00:00Z");
    }

    @Test
    void knowsLastNearestAndNumberedDays() {
        assertThat(runs("cron(0 5 L * ? *)", "", "2026-02-01T00:00:00Z", 2))
                .containsExactly("2026-02-28T05:00:00Z", "2026-03-31T05:00:00Z");
        // 1 February 2026 is a Sunday.
        assertThat(runs("cron(0 5 1W * ? *)", "", "2026-01-31T00:00:00Z", 1))
                .containsExactly("2026-02-02T05:00:00Z");
        assertThat(runs("cron(0 5 ? * 3#2 *)", "", "2026-01-31T00:00:00Z", 1))
                .containsExactly("2026-02-10T05:00:00Z");
        assertThat(runs("cron(0 5 ? * 6L *)", "", "2026-01-31T00:00:00Z", 1))
                .containsExactly("2026-02-27T05:00:00Z");
    }

    @Test
    void countsRatesFromTheMakingOfThePlan() {
        assertThat(runs("rate(12 hours)", STOCKHOLM, "2026-03-29T00:00:00Z", 2))
                .containsExactly("2026-03-29T12:00:00Z", "2026-03-30T00:00:00Z");
        assertThat(runs("rate(1 day)", STOCKHOLM, "2026-03-29T00:00:01Z", 1))
                .containsExactly("2026-03-30T00:00:00Z");
    }

    @Test
    void endsWithTheYearsOfTheExpression() {
        assertThat(runs("cron(0 5 ? * * 2025)", "", "2026-01-01T00:00:00Z", 1)).isEmpty();
    }

    @Test
    void refusesWhatAwsCannotRead() {
        for (var wrong :
                List.of(
                        "0 5 ? * * *",
                        "cron(0 5 * * *)",
                        "cron(0 5 ? * ? *)",
                        "cron(0 5 * * * *)",
                        "cron(0 24 ? * * *)",
                        "rate(59 minutes)",
                        "rate(1 week)")) {
            assertThatThrownBy(() -> Schedule.of(wrong, "", Instant.EPOCH))
                    .as(wrong)
                    .isInstanceOf(AwsError.class);
        }
        assertThatThrownBy(() -> Schedule.of("cron(0 5 ? * * *)", "Mars/Olympus", Instant.EPOCH))
                .isInstanceOf(AwsError.class);
    }

    private static List<String> runs(String expression, String zone, String after, int count) {
        var schedule = Schedule.of(expression, zone, Instant.parse("2026-01-01T00:00:00Z"));
        var runs = new ArrayList<String>();
        var last = Instant.parse(after);
        for (var run = schedule.next(last); run.isPresent() && runs.size() < count; ) {
            runs.add(run.get().toString());
            run = schedule.next(run.get());
        }
        return runs;
    }
}
