package secondbackup.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;

/// A history that is rolled from report to report.
class RollTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static ClusterId id(String name) {
        return Sample.cluster(name).id();
    }

    private static Roll.Seen seen(String name, Mark mark) {
        return new Roll.Seen(id(name), "shop", mark);
    }

    private static History sweep(History last, LocalDate day, Roll.Seen... seen) {
        return Roll.forward(last, Arrays.asList(seen), _ -> false, day);
    }

    private static String days(History history, String name) {
        return history.clusters().stream()
                .filter(track -> track.id().name().equals(name))
                .findFirst()
                .orElseThrow()
                .days();
    }

    @Test
    void beginsWithTheFirstSweep() {
        var history = sweep(History.none(), MONDAY, seen("a", Mark.KEPT), seen("b", Mark.MISSING));

        assertThat(history.days()).containsExactly(new DayCount(MONDAY, 1, 0, 0, 0, 0, 1));
        assertThat(days(history, "a")).isEqualTo("K");
        assertThat(days(history, "b")).isEqualTo("M");
    }

    @Test
    void addsALetterADay() {
        var history = sweep(History.none(), MONDAY, seen("a", Mark.YOUNG));
        history = sweep(history, MONDAY.plusDays(1), seen("a", Mark.KEPT));
        history = sweep(history, MONDAY.plusDays(2), seen("a", Mark.LATE), seen("new", Mark.YOUNG));

        assertThat(days(history, "a")).isEqualTo("YKL");
        assertThat(days(history, "new")).isEqualTo("Y");
        assertThat(history.days()).extracting(DayCount::clusters).containsExactly(1, 1, 2);
        assertThat(history.lastDay()).contains(MONDAY.plusDays(2));
    }

    @ParameterizedTest
    @CsvSource({
        "KEPT, LATE, L",
        "LATE, KEPT, L",
        "KEPT, KEPT, K",
        "KEPT, UNSEEN, U",
        "UNSEEN, LATE, L",
        "MISSING, UNSEEN, M",
        "YOUNG, KEPT, Y",
        "WEAK, LATE, L"
    })
    void letsTheWorstOfADayCount(Mark morning, Mark evening, String day) {
        var history = sweep(History.none(), MONDAY.minusDays(1), seen("a", Mark.KEPT));
        history = sweep(history, MONDAY, seen("a", morning));
        history = sweep(history, MONDAY, seen("a", evening));

        assertThat(days(history, "a")).isEqualTo("K" + day);
        assertThat(history.days()).hasSize(2);
        assertThat(history.days().getLast().clusters()).isEqualTo(1);
    }

    @Test
    void isTheSameWhenASweepIsToldTwice() {
        var before = sweep(History.none(), MONDAY, seen("a", Mark.KEPT));

        assertThat(sweep(before, MONDAY.plusDays(1), seen("a", Mark.LATE)))
                .isEqualTo(sweep(before, MONDAY.plusDays(1), seen("a", Mark.LATE)));
    }

    @Test
    void takesDaysWithoutASweepForUnseen() {
        var history = sweep(History.none(), MONDAY, seen("a", Mark.KEPT));
        history = sweep(history, MONDAY.plusDays(3), seen("a", Mark.KEPT));

        assertThat(days(history, "a")).isEqualTo("KUUK");
        assertThat(history.days())
                .extracting(DayCount::day)
                .containsExactly(
                        MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3));
        assertThat(history.days()).extracting(DayCount::unseen).containsExactly(0, 1, 1, 0);
    }

    @Test
    void keepsAClusterThatCouldNotBeSeenAndDropsOneThatIsGone() {
        var before =
                sweep(History.none(), MONDAY, seen("dark", Mark.KEPT), seen("gone", Mark.KEPT));

        var history =
                Roll.forward(
                        before,
                        List.of(),
                        cluster -> cluster.equals(id("dark")),
                        MONDAY.plusDays(1));

        assertThat(history.clusters()).extracting(Track::days).containsExactly("KU");
    }

    @Test
    void forgetsAClusterThatNobodyHasSeenForAsLongAsAnythingIsRemembered() {
        var history = sweep(History.none(), MONDAY, seen("dark", Mark.KEPT));
        for (var day = 1; day < History.DAYS_MAX; day++) {
            history = Roll.forward(history, List.of(), _ -> true, MONDAY.plusDays(day));
        }
        assertThat(history.clusters()).hasSize(1);

        history = Roll.forward(history, List.of(), _ -> true, MONDAY.plusDays(History.DAYS_MAX));

        assertThat(history.clusters()).isEmpty();
        assertThat(history.days()).hasSize(History.DAYS_MAX);
    }

    @Test
    void staysBoundedHoweverLongNobodyLooked() {
        var history = sweep(History.none(), MONDAY, seen("a", Mark.KEPT));
        history = sweep(history, MONDAY.plusDays(10_000), seen("a", Mark.KEPT));

        assertThat(days(history, "a")).hasSize(History.DAYS_MAX).startsWith("U").endsWith("UK");
        assertThat(history.days()).hasSize(History.DAYS_MAX);
    }

    @Test
    void goesByTheLaterDayWhereClocksDisagree() {
        var history = sweep(History.none(), MONDAY, seen("a", Mark.KEPT));

        assertThat(sweep(history, MONDAY.minusDays(1), seen("a", Mark.LATE)).lastDay())
                .contains(MONDAY);
    }

    @Test
    void followsARenamedClusterAndBeginsAnewWithARecreatedOne() {
        var old = sweep(History.none(), MONDAY, seen("old", Mark.KEPT));
        var name = id("old");
        var renamed =
                new ClusterId(name.account(), name.region(), id("new").arn(), name.resourceId());
        var again = new ClusterId(name.account(), name.region(), name.arn(), "cluster-OTHER");

        var history =
                sweep(
                        old,
                        MONDAY.plusDays(1),
                        new Roll.Seen(renamed, "shop", Mark.KEPT),
                        new Roll.Seen(again, "shop", Mark.YOUNG));

        assertThat(days(history, "new")).isEqualTo("KK");
        assertThat(days(history, "old")).isEqualTo("Y");
    }

    @Test
    void keepsClustersOfTwoAccountsApart() {
        var here = id("a");
        var there =
                new ClusterId(
                        new AccountId("222222222222"),
                        here.region(),
                        new Arn("arn:aws:rds:eu-west-1:222222222222:cluster:a"),
                        here.resourceId());
        var history =
                sweep(
                        History.none(),
                        MONDAY,
                        new Roll.Seen(here, "shop", Mark.KEPT),
                        new Roll.Seen(there, "bar", Mark.LATE));

        assertThat(
                        sweep(
                                        history,
                                        MONDAY.plusDays(1),
                                        new Roll.Seen(here, "shop", Mark.KEPT),
                                        new Roll.Seen(there, "bar", Mark.LATE))
                                .clusters())
                .extracting(Track::days)
                .containsExactly("KK", "LL");
    }

    @ParameterizedTest
    @CsvSource({
        "K, 1, 0, 100",
        "Y, 0, 0,",
        "YK, 1, 0, 100",
        "KKM, 0, 1, 66",
        "KLMUK, 1, 3, 40",
        "KLYLK, 1, 1, 50",
        "UUKK, 2, 2, 50",
        "WKKK, 3, 1, 75"
    })
    void saysWhatADayByDayComesTo(String days, int inARow, int worstGap, Integer percent) {
        var track = Track.of(id("a"), "shop", days);

        assertThat(track.keptInARow()).isEqualTo(inARow);
        assertThat(track.worstGapDays()).isEqualTo(worstGap);
        assertThat(track.attainmentPercent().stream().boxed().toList())
                .isEqualTo(percent == null ? List.of() : List.of(percent));
    }

    @Test
    void roundsNoAttainmentUpToAll() {
        var days = "L" + IntStream.range(0, 89).mapToObj(_ -> "K").reduce("", String::concat);

        assertThat(Track.of(id("a"), "shop", days).attainmentPercent()).hasValue(98);
    }
}
