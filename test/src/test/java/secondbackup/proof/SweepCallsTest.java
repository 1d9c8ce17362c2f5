package secondbackup.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.benchmark.History;
import secondbackup.benchmark.SweepCalls;

/// What a sweep costs: as many calls as its formula says, and no more of them for a longer history than its pages.
final class SweepCallsTest {
    /// Of units with fewer than twenty accounts each.
    private static final int PAGES_OF_ACCOUNTS = Estates.UNITS;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "1, 10, 1",
        "1, 10, 35",
        "2, 30, 35",
        "1, 150, 35",
    })
    void makesAsManyCallsAsItsFormulaSays(int accounts, int clustersEach, int days) {
        var expected = formula(accounts, clustersEach, days).total(PAGES_OF_ACCOUNTS);
        var calls = calls(accounts, clustersEach, days);
        assertThat(sum(calls)).as("%s", calls).isEqualTo(expected);
    }

    /// Ten copies of a cluster fit on the page on which one does.
    @Test
    void aLongerHistoryCostsNoCallAsLongAsItFitsOnThePages() {
        assertThat(calls(1, 10, 10)).isEqualTo(calls(1, 10, 1));
    }

    /// A hundred clusters in more accounts than a page holds, and as many in five, with 35 copies each.
    @ParameterizedTest
    @CsvSource({"25, 4", "5, 20"})
    void makesNoMoreCallsThanATenthAboveTheLeastPossible(int accounts, int clustersEach) {
        var formula = formula(accounts, clustersEach, 35);
        var pages = PAGES_OF_ACCOUNTS + (long) accounts / 20;
        var calls = sum(calls(accounts, clustersEach, 35));
        assertThat(calls).isEqualTo(formula.total(pages));
        assertThat((double) calls).isLessThanOrEqualTo(1.1 * formula.least(pages));
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private static SweepCalls formula(int accounts, int clustersEach, int days) {
        return new SweepCalls(
                accounts + (long) Estates.OWN_ACCOUNTS,
                accounts,
                Estates.UNITS,
                Estates.REGIONS,
                Estates.SOURCE_REGIONS,
                clustersEach,
                days);
    }

    private static Map<String, Long> calls(int accounts, int clustersEach, int days) {
        var day = Day.deployed(Estates.of(accounts, clustersEach));
        day.world().organization().emptyPageShare = 0;
        var newest = day.world().time().instant().minus(Duration.ofHours(9));
        History.add(day.world(), SmallWorld.VAULT_ARN, days, newest);
        var before = day.world().calls().snapshot();
        var report = day.look();
        var calls = new TreeMap<String, Long>();
        day.world()
                .calls()
                .since(before)
                .forEach((kind, count) ->
                        calls.merge(kind.service() + ":" + kind.operation(), count, Long::sum));
        assertThat(report.at("/summary/clusters").asInt()).isEqualTo(accounts * clustersEach);
        assertThat(report.at("/summary/protectedClusters").asInt())
                .isEqualTo(days == 0 ? 0 : accounts * clustersEach);
        return calls;
    }
}
