package secondbackup.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.daysAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleEstates;
import secondbackup.SampleViews;
import secondbackup.gap.Gap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.VaultedCopy;

/// A last copy is held before it expires: only a last one, only where policies ask for it, at most ten, and once.
class LastCopiesTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final VaultedCopy LAST = last(ORDERS, Duration.ofDays(2));

    @Test
    void isHeldByHandUnlessPoliciesAskForMore() {
        var given = Given.cluster(ORDERS).copy(LAST);

        assertThat(orders(given)).isEmpty();
        assertThat(keeping(given)).containsExactly(Keeping.BY_HAND);
    }

    @Test
    void holdNamesTheClusterAndTheDayAndNothingElse() {
        assertThat(orders(given(LAST)))
                .containsExactly(
                        new HoldOrder(
                                Sample.VAULT,
                                ORDERS.id().arn(),
                                LAST.arn(),
                                Instant.parse("2026-10-18T00:00:00Z"),
                                Instant.parse("2026-10-18T23:59:59.999Z")));
        assertThat(keeping(given(LAST))).containsExactly(Keeping.ORDERED);
    }

    /// AWS takes no date in the future.
    @Test
    void holdOfTodayEndsNow() {
        var order = HoldOrder.of(Sample.VAULT, Sample.copy(ORDERS, NOW.minusSeconds(60)), NOW);

        assertThat(order.to()).isEqualTo(NOW);
    }

    @Test
    void isSilentWhileSomethingNewerIsThereOrTheEndIsFar() {
        assertThat(orders(given(LAST).copy(Sample.copy(ORDERS, daysAgo(1))))).isEmpty();
        assertThat(orders(given(last(ORDERS, Duration.ofDays(3).plusMillis(1))))).isEmpty();
        assertThat(orders(given(last(ORDERS, Duration.ofDays(3))))).hasSize(1);
    }

    @Test
    void heldCopyIsNoneThatExpires() {
        var given = given(LAST).holds(read(SampleViews.hold(LAST, "ACTIVE", LAST.arn())));

        assertThat(given.verdict().doubts()).noneMatch(Doubt.ExpiresSoon.class::isInstance);
        assertThat(keeping(given)).isEmpty();
        assertThat(orders(given)).isEmpty();
    }

    /// Whoever holds it, and whatever the hold is called.
    @Test
    void holdOfAnybodyKeepsIt() {
        var theirs = new LegalHold("1", "lawsuit", "", "ACTIVE", List.of(LAST.arn()));

        assertThat(keeping(given(LAST).holds(read(theirs)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "RESTING"})
    void holdThatIsNotYetActiveIsNotBelievedAndNotSetTwice(String status) {
        var given = given(LAST).holds(read(SampleViews.hold(LAST, status)));

        assertThat(keeping(given)).containsExactly(Keeping.ORDERED);
        assertThat(orders(given)).isEmpty();
    }

    @Test
    void holdThatHoldsSomethingElseIsToldAndNotSetTwice() {
        var given = given(LAST).holds(read(SampleViews.hold(LAST, "ACTIVE", ORDERS.id().arn())));

        assertThat(keeping(given)).containsExactly(Keeping.WITHOUT_EFFECT);
        assertThat(orders(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "CANCELING"})
    void holdThatSomebodyTookOffIsNotSetAgain(String status) {
        var given = given(LAST).holds(read(SampleViews.hold(LAST, status)));

        assertThat(keeping(given)).containsExactly(Keeping.LIFTED);
        assertThat(orders(given)).isEmpty();
    }

    @Test
    void setsNoneWhereNobodyCouldSeeWhichThereAre() {
        var given = given(LAST).holds(new LegalHolds.Unread("AccessDenied"));

        assertThat(keeping(given)).containsExactly(Keeping.UNREAD);
        assertThat(orders(given)).isEmpty();
    }

    @Test
    void tenAreHeldTheFirstToExpireFirstAndTheEleventhIsAGap() {
        var given = Given.nothing().policies(SampleEstates.holding(Sample.policies()));
        for (var hour = 11; hour >= 1; hour--) {
            var cluster = Sample.cluster("c" + hour);
            given.and(cluster).copy(last(cluster, Duration.ofHours(hour)));
        }

        assertThat(orders(given)).hasSize(10);
        assertThat(orders(given)).noneMatch(order -> order.cluster().name().equals("c11"));
        assertThat(orders(given).getFirst().cluster().name()).isEqualTo("c1");
        assertThat(expiring(given)).hasSize(11);
        assertThat(keeping(given)).filteredOn(Keeping.FULL::equals).hasSize(1);
    }

    /// Those that stand count, those that were taken off and those of others do not.
    @Test
    void countsTheHoldsThatAreThere() {
        assertThat(orders(given(LAST).holds(ours(9, "ACTIVE")))).hasSize(1);
        assertThat(orders(given(LAST).holds(ours(10, "ACTIVE")))).isEmpty();
        assertThat(keeping(given(LAST).holds(ours(10, "CREATING")))).containsExactly(Keeping.FULL);
        assertThat(orders(given(LAST).holds(ours(10, "CANCELED")))).hasSize(1);
        var theirs = new LegalHold("1", "lawsuit", "", "ACTIVE", List.of());
        assertThat(orders(given(LAST).holds(read(theirs)))).hasSize(1);
    }

    private static LegalHolds ours(int count, String status) {
        var holds = new ArrayList<LegalHold>();
        for (var number = 0; number < count; number++) {
            var other = last(Sample.cluster("other" + number), Duration.ofDays(1));
            holds.add(SampleViews.hold(other, status));
        }
        return new LegalHolds.Read(holds);
    }

    private static LegalHolds read(LegalHold... holds) {
        return new LegalHolds.Read(List.of(holds));
    }

    private static VaultedCopy last(Cluster cluster, Duration left) {
        var end = NOW.plus(left);
        return Sample.expiring(end, Sample.copy(cluster, end.minus(Duration.ofDays(35))));
    }

    private static Given given(VaultedCopy copy) {
        return Given.cluster(ORDERS).copy(copy).policies(SampleEstates.holding(Sample.policies()));
    }

    private static List<HoldOrder> orders(Given given) {
        return LastCopies.of(given.verdicts(), given.policies().estate(), NOW).orders();
    }

    private static List<Gap.LastCopyExpiring> expiring(Given given) {
        return given.gaps().stream()
                .filter(Gap.LastCopyExpiring.class::isInstance)
                .map(Gap.LastCopyExpiring.class::cast)
                .toList();
    }

    private static List<Keeping> keeping(Given given) {
        return expiring(given).stream().map(Gap.LastCopyExpiring::keeping).toList();
    }
}
