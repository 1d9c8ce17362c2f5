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
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.gap.Gap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.policy.Metric;
import secondbackup.policy.Metric.Dimension;

/// The promise is 26 hours, see [Sample].
class MeasurementsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    private static List<Measured> measured(Given given) {
        var report =
                new ReportWriter(given.policies())
                        .write(
                                given.inventory(),
                                given.everyGuarded(),
                                given.verdicts(),
                                given.gaps(),
                                Optional.empty(),
                                NOW);
        return Measurements.of(report);
    }

    private static Map<Metric, Double> totals(Given given) {
        return measured(given).stream()
                .filter(each -> each.of().isEmpty())
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static Optional<Double> value(
            Given given, Metric metric, Dimension dimension, String of) {
        return measured(given).stream()
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
