package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.copy.CopyOrder;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;

/// At noon; the vault has [#SLOTS] slots.
class LanesTest {
    private static final int SLOTS = Sample.estate().vaults().getFirst().copySlots();
    private static final Cluster ORDERS = Sample.cluster("orders");

    private static CopyJob job(int number, Instant from, Optional<Instant> until) {
        return new CopyJob(
                "job-" + number,
                Sample.point(ORDERS, hoursAgo(30)).arn(),
                Sample.VAULT,
                Sample.VAULT,
                Optional.empty(),
                ORDERS.id().arn(),
                until.isEmpty() ? "RUNNING" : "COMPLETED",
                from,
                until,
                "",
                "");
    }

    private static Lane lane(List<CopyOrder> waiting, CopyJob... jobs) {
        var given = Given.cluster(ORDERS);
        List.of(jobs).forEach(given::job);
        return Lanes.of(given.policies().estate(), given.everyGuarded(), waiting, NOW).getFirst();
    }

    private static List<CopyOrder> waiting(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new CopyOrder(
                                ORDERS.id(),
                                ORDERS.id().arn(),
                                "source",
                                Sample.VAULT,
                                ORDERS.id().arn(),
                                35,
                                NOW,
                                "token-" + number))
                .toList();
    }

    @Test
    void isEmptyWhereNothingWasCopied() {
        var lane = lane(List.of());

        assertThat(lane.used()).hasSize(24).containsOnly(0);
        assertThat(lane.forecast()).isEmpty();
        assertThat(lane.usual()).isEmpty();
        assertThat(lane.doneAt()).isEmpty();
    }

    @Test
    void countsTheMostAtATimeInEachHour() {
        var lane =
                lane(
                        List.of(),
                        job(1, hoursAgo(3), Optional.of(hoursAgo(2))),
                        job(2, hoursAgo(3), Optional.of(hoursAgo(1))),
                        job(3, hoursAgo(2), Optional.of(hoursAgo(1))));

        assertThat(lane.from()).isEqualTo(hoursAgo(23));
        assertThat(lane.used().subList(19, 24)).containsExactly(0, 2, 2, 0, 0);
        assertThat(lane.usual()).contains(Duration.ofHours(1));
    }

    @Test
    void forecastsTheLastDayAgain() {
        var lane = lane(List.of(), job(1, hoursAgo(20), Optional.of(hoursAgo(18))));

        assertThat(lane.forecast()).hasSize(24);
        assertThat(lane.forecast().subList(0, 8)).containsExactly(0, 0, 0, 1, 1, 0, 0, 0);
        assertThat(lane.doneAt()).isEmpty();
    }

    @Test
    void letsWaitingCopiesFollowAsSlotsComeFree() {
        var ended = job(1, NOW.minus(Duration.ofHours(30)), Optional.of(hoursAgo(29)));

        var lane = lane(waiting(2 * SLOTS + 1), ended);

        assertThat(lane.waiting()).isEqualTo(2 * SLOTS + 1);
        assertThat(lane.doneAt()).contains(NOW.plus(Duration.ofHours(3)));
        assertThat(lane.forecast().subList(0, 3)).containsExactly(SLOTS, 1, 0);
    }

    @Test
    void letsACopyInProgressEndAfterTheUsualTimeButNotInThePast() {
        var ended = job(1, hoursAgo(30), Optional.of(hoursAgo(29)));
        var young = job(2, NOW.minus(Duration.ofMinutes(20)), Optional.empty());
        var old = job(3, hoursAgo(9), Optional.empty());

        assertThat(lane(List.of(), ended, young).doneAt())
                .contains(NOW.plus(Duration.ofMinutes(40)));
        assertThat(lane(List.of(), ended, old).doneAt()).contains(NOW);
        assertThat(lane(List.of(), ended, old).used().getLast()).isEqualTo(1);
    }

    @Test
    void neverForecastsMoreThanThereAreSlots() {
        var jobs =
                IntStream.range(0, 40)
                        .mapToObj(number -> job(number, hoursAgo(20), Optional.of(hoursAgo(19))));

        assertThat(lane(waiting(9), jobs.toArray(CopyJob[]::new)).forecast())
                .allMatch(most -> most <= SLOTS);
    }
}
