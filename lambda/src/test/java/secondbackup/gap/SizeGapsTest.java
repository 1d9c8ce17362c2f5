package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleViews;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.inventory.VolumeSize;

/// A change of size is told where it is large, and larger than this cluster's habit; nothing else is.
class SizeGapsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final LocalDate TODAY = NOW.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void tellsOfTablesThatAreGoneAndOfTheCopyFromBefore() {
        assertThat(jumps(100, 100, 100, 100, 100, 100, 40))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.from())
                            .isEqualTo(new VolumeSize(TODAY.minusDays(1), 100L << 30));
                    assertThat(gap.to()).isEqualTo(new VolumeSize(TODAY, 40L << 30));
                    assertThat(gap.before()).isEqualTo(Sample.copy(ORDERS, hoursAgo(33)));
                });
    }

    @Test
    void shrinkingByAThirdIsTheLimit() {
        assertThat(jumps(100, 100, 100, 100, 100, 100, 68)).isEmpty();
        assertThat(jumps(100, 100, 100, 100, 100, 100, 67)).hasSize(1);
        assertThat(jumps(100, 100, 100, 100, 100, 100, 66)).hasSize(1);
    }

    @Test
    void doublingIsTheLimit() {
        assertThat(jumps(100, 100, 100, 100, 100, 100, 199)).isEmpty();
        assertThat(jumps(100, 100, 100, 100, 100, 100, 200)).hasSize(1);
        assertThat(jumps(100, 100, 100, 100, 100, 100, 201)).hasSize(1);
    }

    @Test
    void smallVolumesMayDoAsTheyLike() {
        assertThat(jumps(9, 9, 9, 9, 9, 9, 18)).isEmpty();
        assertThat(jumps(10, 10, 10, 10, 10, 10, 20)).hasSize(1);
        assertThat(jumps(14, 14, 14, 14, 14, 14, 5)).isEmpty();
        assertThat(jumps(15, 15, 15, 15, 15, 15, 5)).hasSize(1);
    }

    @Test
    void isSilentAboutNormalGrowth() {
        assertThat(jumps(100, 105, 110, 116, 122, 128, 134)).isEmpty();
        assertThat(jumps(100, 130, 169, 220, 286, 372, 484)).isEmpty();
    }

    /// Filled every night and emptied every day.
    @Test
    void isSilentAboutWhatAClusterDoesEveryDay() {
        assertThat(jumps(100, 40, 100, 40, 100, 40, 100)).isEmpty();
        assertThat(jumps(100, 40, 100, 40, 100, 40, 10)).isEmpty();
        assertThat(jumps(100, 90, 100, 90, 100, 90, 30)).hasSize(1);
    }

    @Test
    void fourChangesMakeAHabit() {
        assertThat(jumps(100, 100, 100, 100, 10)).isEmpty();
        assertThat(jumps(100, 100, 100, 100, 100, 10)).hasSize(1);
    }

    @Test
    void isToldForAWeek() {
        assertThat(jumps(100, 100, 100, 100, 100, 10, 10, 10, 10, 10, 10, 10, 10)).hasSize(1);
        assertThat(jumps(100, 100, 100, 100, 100, 10, 10, 10, 10, 10, 10, 10, 10, 10)).isEmpty();
    }

    /// Of the second size no copy was made, so that no copy holds it.
    @Test
    void comparesOnlyDaysOfGoodCopies() {
        var cluster = SampleViews.sized(ORDERS, 100, 100, 100, 100, 100, 10, 100);
        var given = given(cluster);
        for (var days = 0; days < 7; days++) {
            var copy = Sample.copy(cluster, hoursAgo(9 + 24L * days));
            given.copy(days == 1 ? Sample.behind(new Snapshot.Absent(), copy) : copy);
        }

        assertThat(sizes(given)).isEmpty();
    }

    @Test
    void isSilentAboutNewClustersAndWhereNothingWasRead() {
        assertThat(jumps(1, 800)).isEmpty();
        assertThat(Given.protectedCluster(ORDERS).gaps()).isEmpty();
        assertThat(sizes(given(SampleViews.sized(ORDERS, 100, 100, 100, 100, 100, 100, 1))))
                .isEmpty();
    }

    /// A cluster that came anew under its old name has copies of its own days only.
    @Test
    void takesNothingFromTheClusterThatHadTheNameBefore() {
        var cluster =
                Sample.born(
                        NOW.minus(Duration.ofDays(2)),
                        SampleViews.sized(ORDERS, 900, 900, 900, 900, 900, 5, 5));

        assertThat(sizes(given(cluster).copy(Sample.copy(cluster, hoursAgo(9))))).isEmpty();
    }

    private static Given given(Cluster cluster) {
        return Given.cluster(cluster).point(Sample.point(cluster, hoursAgo(9)));
    }

    /// With a good copy each day.
    private static List<Gap.SizeJumped> jumps(long... gibibytes) {
        var cluster = SampleViews.sized(ORDERS, gibibytes);
        var given = given(cluster);
        for (var days = 0; days < gibibytes.length; days++) {
            given.copy(Sample.copy(cluster, hoursAgo(9 + 24L * days)));
        }
        return sizes(given);
    }

    private static List<Gap.SizeJumped> sizes(Given given) {
        return given.gaps().stream()
                .filter(Gap.SizeJumped.class::isInstance)
                .map(Gap.SizeJumped.class::cast)
                .toList();
    }
}
