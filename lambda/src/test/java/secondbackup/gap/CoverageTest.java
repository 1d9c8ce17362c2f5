package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultedCopy.Snapshot;

/// When clusters vanish, and when that is nothing to speak of.
class CoverageTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private static List<Gap.CoverageDropped> dropped(Given given) {
        return given.gaps().stream()
                .filter(Gap.CoverageDropped.class::isInstance)
                .map(Gap.CoverageDropped.class::cast)
                .toList();
    }

    private static Cluster[] clusters(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Sample.cluster(name + number))
                .toArray(Cluster[]::new);
    }

    /// @param there clusters that are seen
    /// @param gone clusters that the report before knew besides
    private static Given of(int there, int gone) {
        var given = Given.nothing();
        var known = new ArrayList<>(List.of(clusters("there", there)));
        known.forEach(given::and);
        known.addAll(List.of(clusters("gone", gone)));
        return given.lastSeen(known.toArray(Cluster[]::new));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "0, 2, true", "3, 2, false", "2, 2, true", "1, 2, true"})
    void speaksOfHalfAnAccountButNotOfASingleCluster(int there, int gone, boolean speaks) {
        assertThat(dropped(of(there, gone))).hasSize(speaks ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"46, 4, false", "46, 5, false", "45, 5, true", "44, 5, true"})
    void speaksOfATenthOfTheOrganization(int there, int gone, boolean speaks) {
        var gaps = dropped(of(there, gone));

        assertThat(gaps).hasSize(speaks ? 1 : 0);
        assertThat(gaps)
                .allMatch(gap -> gap.subject() instanceof Gap.Subject.OfOrganization)
                .allMatch(gap -> gap.vanished().size() == gone && gap.known() == there + gone);
    }

    @Test
    void isSilentInAFirstReport() {
        assertThat(dropped(Given.protectedCluster(Sample.cluster("orders")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void hearsFromTheVaultForAWeek(int millisOlder, boolean speaks) {
        var at = NOW.minus(Duration.ofDays(7)).minusMillis(millisOlder);
        var given = Given.nothing();
        for (var cluster : clusters("gone", 2)) {
            given.copy(Sample.copy(cluster, at));
        }

        assertThat(dropped(given)).hasSize(speaks ? 1 : 0);
    }

    @Test
    void takesACopyThatCannotBeUsedForNoWitness() {
        var given = Given.nothing();
        for (var cluster : clusters("gone", 2)) {
            given.copy(Sample.inState("DELETING", Sample.copy(cluster, NOW.minus(MILLI))));
        }

        assertThat(dropped(given)).isEmpty();
    }

    @Test
    void countsAClusterOfWhichBothListsTellOnce() {
        var two = clusters("gone", 2);
        var given = Given.nothing().lastSeen(two[0]).copy(Sample.copy(two[0], NOW));

        assertThat(dropped(given)).isEmpty();
    }

    @Test
    void isSilentWhereClustersWereRenamed() {
        var given = Given.nothing();
        for (var old : clusters("old", 3)) {
            var renamed = Sample.cluster("new-" + old.id().name());
            given.and(Sample.withResourceId(old.id().resourceId(), renamed))
                    .copy(Sample.copy(old, NOW));
        }

        assertThat(dropped(given.lastSeen(clusters("old", 3)))).isEmpty();
    }

    @Test
    void isSilentWhereClustersWereRestoredOverTheirOldOnes() {
        var given = Given.nothing();
        for (var old : clusters("old", 3)) {
            given.and(Sample.withResourceId("cluster-NEW" + old.id().name(), old));
        }

        assertThat(dropped(given.lastSeen(clusters("old", 3)))).isEmpty();
    }

    @Test
    void speaksOfAnAccountThatLeftWithASingleCluster() {
        var lost = Sample.cluster(Sample.OTHER_ACCOUNT, Sample.REGION, "only");
        var given = Given.protectedCluster(Sample.cluster("orders")).lastSeen(lost);

        assertThat(dropped(given))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.left()).isTrue();
                    assertThat(gap.vanished()).containsExactly(lost.id());
                    assertThat(gap.subject())
                            .isInstanceOfSatisfying(
                                    Gap.Subject.OfAccount.class,
                                    of ->
                                            assertThat(of.account().id())
                                                    .isEqualTo(Sample.OTHER_ACCOUNT));
                });
    }

    @Test
    void leavesToOtherGapsWhatCouldNotBeReadOrWasClosed() {
        var two =
                new Cluster[] {
                    Sample.cluster(Sample.OTHER_ACCOUNT, Sample.REGION, "a"),
                    Sample.cluster(Sample.OTHER_ACCOUNT, Sample.REGION, "b")
                };
        var active = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var unreadable = new AccountView.Unreadable(active, "AccessDenied");
        var closed = new AccountView.Inactive(Sample.account(Sample.OTHER_ACCOUNT, "CLOSED"));
        var disabled =
                new AccountView.Seen(
                        active, NOW, List.of(), List.of(new RegionView.NotEnabled(Sample.REGION)));
        var nobody = new Manifest.NotListed("2026-11-20T12:00:00Z", NOW, "AccessDenied");

        for (var view : List.of(unreadable, closed, disabled)) {
            assertThat(dropped(Given.nothing().account(view).lastSeen(two)))
                    .as(view.toString())
                    .isEmpty();
        }
        assertThat(dropped(Given.nothing().listedOnly(active).lastSeen(two))).isEmpty();
        assertThat(dropped(Given.nothing().manifest(nobody).lastSeen(two))).isEmpty();
    }

    @Test
    void doesNotTellTwiceOfAnAccountAndOfTheOrganization() {
        var given = of(5, 5);

        assertThat(dropped(given))
                .singleElement()
                .matches(gap -> gap.subject() instanceof Gap.Subject.OfAccount);
    }

    @Test
    void takesACopyThatTellsNoResourceIdByItsArn() {
        var orders = Sample.cluster("orders");
        var given = Given.nothing().and(orders);
        for (var cluster : List.of(orders, Sample.cluster("gone"))) {
            given.copy(Sample.behind(new Snapshot.Hidden(), Sample.copy(cluster, NOW)));
        }

        assertThat(dropped(given)).isEmpty();
    }
}
