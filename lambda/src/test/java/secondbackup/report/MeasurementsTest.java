package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static secondbackup.Sample.NOW;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView.VaultKey;
import secondbackup.policy.Metric;
import secondbackup.policy.Metric.Dimension;

/// The promise is 26 hours, see [Sample].
class MeasurementsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Duration LATE = Sample.AGE_MAX.plusSeconds(1);
    private static final VaultKey OTHER_KEY = new VaultKey.AwsOwned();

    private static List<Measured> measured(Given given) {
        return Measurements.of(report(given, Optional.empty()));
    }

    private static Report report(Given given, Optional<Report> last) {
        return new ReportWriter(given.policies())
                .write(
                        given.inventory(),
                        given.everyGuarded(),
                        given.verdicts(),
                        given.gaps(),
                        last,
                        NOW);
    }

    private static Map<Metric, Double> totals(Given given) {
        return totals(report(given, Optional.empty()));
    }

    private static Map<Metric, Double> totals(Report report) {
        return Measurements.of(report).stream()
                .filter(each -> each.of().isEmpty())
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static Optional<Double> value(
            Given given, Metric metric, Dimension dimension, String of) {
        return value(measured(given), metric, dimension, of);
    }

    private static Optional<Double> value(
            List<Measured> measured, Metric metric, Dimension dimension, String of) {
        return measured.stream()
                .filter(each -> each.of().equals(Map.of(dimension, of)))
                .flatMap(each -> Optional.ofNullable(each.values().get(metric)).stream())
                .findFirst();
    }

    private static Given copied(Duration age) {
        return Given.cluster(ORDERS).copy(Sample.copy(ORDERS, NOW.minus(age)));
    }

    @Test
    void aProtectedClusterIsTheWholeShare() {
        var totals = totals(Given.protectedCluster(ORDERS));

        assertThat(totals)
                .containsEntry(Metric.PROTECTED_SHARE, 100.0)
                .containsEntry(Metric.CLUSTERS, 1.0)
                .containsEntry(Metric.PROTECTED_CLUSTERS, 1.0)
                .containsEntry(Metric.UNPROTECTED_CLUSTERS, 0.0)
                .containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 0.0)
                .containsEntry(Metric.NOT_SEEN, 0.0);
    }

    @Test
    void aClusterWithoutACopyHasNoAgeAndIsCounted() {
        var totals = totals(Given.cluster(ORDERS));

        assertThat(totals)
                .containsEntry(Metric.PROTECTED_SHARE, 0.0)
                .containsEntry(Metric.UNPROTECTED_CLUSTERS, 1.0)
                .containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 1.0)
                .doesNotContainKeys(Metric.WORST_COPY_AGE, Metric.WORST_COPY_AGE_SHARE);
    }

    @Test
    void aLateCopyIsNoneInTime() {
        var just = totals(copied(Sample.AGE_MAX));
        var late = totals(copied(Sample.AGE_MAX.plusSeconds(1)));

        assertThat(just).containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 0.0);
        assertThat(late)
                .containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 1.0)
                .containsEntry(Metric.UNPROTECTED_CLUSTERS, 1.0);
    }

    /// Until the lock is final no cluster is protected, and nobody need be woken for a month.
    @Test
    void aVaultThatDoesNotHoldWhatCameInTimeLeavesTheCopyInTime() {
        var totals = totals(Given.protectedCluster(ORDERS).accessPolicy("{\"Statement\": []}"));

        assertThat(totals)
                .containsEntry(Metric.UNPROTECTED_CLUSTERS, 1.0)
                .containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 0.0);
    }

    /// Nothing was seen, which is no share at all.
    @Test
    void noClusterIsNoShare() {
        assertThat(totals(Given.nothing()))
                .containsEntry(Metric.CLUSTERS, 0.0)
                .doesNotContainKey(Metric.PROTECTED_SHARE);
    }

    @Test
    void theAgeIsThatOfTheDataAgainstThePromise() {
        var just = Sample.AGE_MAX;

        assertThat(totals(copied(Duration.ofHours(13))))
                .containsEntry(Metric.WORST_COPY_AGE, 13.0)
                .containsEntry(Metric.WORST_COPY_AGE_SHARE, 50.0);
        assertThat(totals(copied(just))).containsEntry(Metric.WORST_COPY_AGE_SHARE, 100.0);
        assertThat(totals(copied(just.plusSeconds(1))).get(Metric.WORST_COPY_AGE_SHARE))
                .isGreaterThan(100)
                .isCloseTo(100, within(0.01));
    }

    @Test
    void theWorstOfAllClustersCounts() {
        var basket = Sample.cluster("basket");
        var given =
                copied(Duration.ofHours(2))
                        .and(basket)
                        .copy(Sample.copy(basket, NOW.minus(Duration.ofHours(39))));

        assertThat(totals(given))
                .containsEntry(Metric.WORST_COPY_AGE, 39.0)
                .containsEntry(Metric.WORST_COPY_AGE_SHARE, 150.0);
    }

    @Test
    void everyKindOfGapIsThereWithZeroToo() {
        var given = Given.cluster(ORDERS);
        var kinds =
                measured(given).stream()
                        .flatMap(each -> Stream.ofNullable(each.of().get(Dimension.KIND)))
                        .toList();

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Gap.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
        assertThat(value(given, Metric.GAPS, Dimension.KIND, "NoCopy")).contains(1.0);
        assertThat(value(given, Metric.GAPS, Dimension.KIND, "KeyAtRisk")).contains(0.0);
        assertThat(value(given, Metric.GAPS, Dimension.SEVERITY, "DANGER")).contains(1.0);
    }

    /// Nobody has seen it end, so whoever watches it must not be told that it did.
    @Test
    void aGapThatCouldNotBeSeenCountsAsItDid() {
        var before = report(Given.protectedCluster(ORDERS).vaultKey(OTHER_KEY), Optional.empty());
        var dark = Given.protectedCluster(ORDERS).vaultKey(new VaultKey.Unreadable("x"));
        var unread = Measurements.of(report(dark, Optional.of(before)));
        var well = Measurements.of(report(Given.protectedCluster(ORDERS), Optional.of(before)));

        assertThat(value(unread, Metric.GAPS, Dimension.KIND, "KeyAtRisk")).contains(1.0);
        assertThat(value(unread, Metric.GAPS, Dimension.SEVERITY, "DANGER")).contains(2.0);
        assertThat(value(well, Metric.GAPS, Dimension.KIND, "KeyAtRisk")).contains(0.0);
        assertThat(value(well, Metric.GAPS, Dimension.SEVERITY, "DANGER")).contains(0.0);
    }

    /// Somebody disables the Region of the one cluster that has no copy, and nothing else tells of it.
    @Test
    void aGapThatCouldNotBeSeenKeepsAllFromBeingCalledWell() {
        var before = report(Given.cluster(ORDERS), Optional.empty());
        var after = disabled(before);
        var later = disabled(after);

        for (var dark : List.of(after, later)) {
            assertThat(dark.notSeen()).isEmpty();
            assertThat(dark.hidden()).isEqualTo(before.gaps()).isNotEmpty();
            assertThat(totals(dark))
                    .containsEntry(Metric.NOT_SEEN, (double) before.gaps().size())
                    .doesNotContainKey(Metric.CLUSTERS_WITHOUT_TIMELY_COPY);
        }
    }

    private static Report disabled(Report last) {
        var given = Given.nothing().region(new RegionView.NotEnabled(Sample.REGION));
        return report(given, Optional.of(last));
    }

    @Test
    void aRegionThatIsDisabledIsSeenWhereNoGapWasInIt() {
        var before = report(Given.protectedCluster(ORDERS), Optional.empty());

        assertThat(totals(disabled(before)))
                .containsEntry(Metric.NOT_SEEN, 0.0)
                .containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 0.0);
    }

    @Test
    void aGapThatWasSeenToBeOverIsNoneThatWasNotSeen() {
        var before = report(Given.cluster(ORDERS), Optional.empty());
        var well = report(Given.protectedCluster(ORDERS), Optional.of(before));

        assertThat(totals(well))
                .containsEntry(Metric.NOT_SEEN, 0.0)
                .containsEntry(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, 0.0);
    }

    static List<Given> noVaultSeen() {
        return List.of(Given.cluster(ORDERS).unreadableVault());
    }

    static List<Given> halfSeen() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var melting = Sample.inState("MELTING", Sample.copy(ORDERS, Sample.hoursAgo(1)));
        return List.of(
                Given.cluster(ORDERS).copy(melting),
                Given.protectedCluster(ORDERS).account(new AccountView.Unreadable(other, "x")),
                Given.protectedCluster(ORDERS).vaultKey(new VaultKey.Unreadable("x")),
                Given.protectedCluster(ORDERS)
                        .job(
                                Sample.job(
                                        Sample.point(ORDERS, Sample.hoursAgo(9)),
                                        Sample.VAULT,
                                        "ABORTING",
                                        Sample.hoursAgo(8))));
    }

    /// Alarms on what is left out stay as they are, and that on what was not seen rings.
    @ParameterizedTest
    @MethodSource({"noVaultSeen", "halfSeen"})
    void whereNotEverythingWasSeenNothingIsCalledWell(Given given) {
        assertThat(totals(given))
                .doesNotContainKeys(
                        Metric.CLUSTERS_WITHOUT_TIMELY_COPY,
                        Metric.WORST_COPY_AGE,
                        Metric.WORST_COPY_AGE_SHARE)
                .hasEntrySatisfying(Metric.NOT_SEEN, count -> assertThat(count).isPositive());
    }

    /// What is bad among what was seen is bad enough.
    @ParameterizedTest
    @MethodSource("halfSeen")
    void whereNotEverythingWasSeenWhatIsBadIsSaidAllTheSame(Given given) {
        var late = Sample.cluster("late");
        var totals = totals(given.and(late).copy(Sample.copy(late, NOW.minus(LATE))));
        assertThat(totals)
                .hasEntrySatisfying(
                        Metric.CLUSTERS_WITHOUT_TIMELY_COPY,
                        count -> assertThat(count).isPositive())
                .hasEntrySatisfying(
                        Metric.WORST_COPY_AGE_SHARE, share -> assertThat(share).isGreaterThan(100))
                .containsKey(Metric.WORST_COPY_AGE);
    }

    /// A Region that could not be read is a sentence and a gap; an answer that nobody understands is a gap alone.
    @Test
    void whatIsNotUnderstoodIsNotSeen() {
        var job =
                Sample.job(
                        Sample.point(ORDERS, Sample.hoursAgo(9)),
                        Sample.VAULT,
                        "ABORTING",
                        Sample.hoursAgo(8));
        var far = new RegionView.Unreadable(new Region("us-east-1"), "x");

        assertThat(totals(Given.protectedCluster(ORDERS).job(job)))
                .containsEntry(Metric.NOT_SEEN, 1.0);
        assertThat(totals(Given.protectedCluster(ORDERS).region(far)))
                .containsEntry(Metric.NOT_SEEN, 2.0);
    }

    @Test
    void slotsAreThoseOfTheLastHour() {
        var running =
                IntStream.range(0, 3)
                        .mapToObj(number ->
                                new CopyJob(
                                        "job-" + number,
                                        Sample.point(ORDERS, Sample.hoursAgo(30)).arn(),
                                        Sample.VAULT,
                                        Sample.VAULT,
                                        Optional.empty(),
                                        ORDERS.id().arn(),
                                        "RUNNING",
                                        Sample.hoursAgo(2),
                                        Optional.empty(),
                                        "",
                                        ""))
                        .toList();
        var given = Given.cluster(ORDERS);
        running.forEach(given::job);

        assertThat(value(given, Metric.COPY_SLOTS_USED, Dimension.VAULT, "second")).contains(3.0);
        assertThat(value(given, Metric.COPY_SLOTS, Dimension.VAULT, "second"))
                .contains((double) Sample.estate().vaults().getFirst().copySlots());
    }

    /// Every value of a dimension is a metric that is paid for.
    @Test
    void nothingIsMeasuredByAccountOrCluster() {
        var one = measured(Given.protectedCluster(ORDERS));
        var two = measured(Given.protectedCluster(ORDERS).and(Sample.cluster("basket")));

        assertThat(two).extracting(Measured::of).isEqualTo(one.stream().map(Measured::of).toList());
    }

    @Test
    void copySaysHowOldTheSweepIsThatItWorksFrom() {
        var measured = Measurements.ofCopies(2, 1, 4, Optional.of(Sample.hoursAgo(13)), NOW);

        assertThat(measured.of()).isEmpty();
        assertThat(measured.values())
                .isEqualTo(
                        Map.of(
                                Metric.COPIES_STARTED, 2.0,
                                Metric.COPIES_REFUSED, 1.0,
                                Metric.COPIES_WAITING, 4.0,
                                Metric.SWEEP_AGE, 13.0));
    }

    /// Not zero: nobody has seen anything.
    @Test
    void withoutASweepThereIsNoAge() {
        var measured = Measurements.ofCopies(0, 0, 0, Optional.empty(), NOW);

        assertThat(measured.values()).doesNotContainKey(Metric.SWEEP_AGE);
    }
}
