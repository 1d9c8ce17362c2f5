package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.copy.Durations.Basis;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;

class DurationsTest {
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void takesTheMedianOfTheClustersOwnCopies() {
        var given = Given.nothing();
        copied(given, "a", 100, 30, 300, 40);
        assertThat(expected(given, "a")).isEqualTo(of(40, Basis.OWN_COPIES));
    }

    @Test
    void takesTheNewestFiveOnly() {
        var given = Given.nothing();
        copied(given, "a", 100, 20, 20, 20, 20, 20, 50, 60, 70);
        assertThat(expected(given, "a")).isEqualTo(of(20, Basis.OWN_COPIES));
        var grown = Given.nothing();
        copied(grown, "a", 100, 50, 60, 70, 50, 60, 20, 20, 20, 20, 20);
        assertThat(expected(grown, "a")).isEqualTo(of(60, Basis.OWN_COPIES));
    }

    @Test
    void failedUnfinishedAndOtherHopsTellNothing() {
        var given = Given.nothing();
        var cluster = sized("a", OptionalLong.empty());
        given.and(cluster);
        var point = Sample.point(cluster, hoursAgo(20));
        given.point(point)
                .job(Sample.job(point, VAULT, "FAILED", hoursAgo(12)))
                .job(Sample.job(point, VAULT, "RUNNING", hoursAgo(11)))
                .job(Sample.job(point, Sample.memberVault("rekey"), "COMPLETED", hoursAgo(10)));
        assertThat(expected(given, "a")).isEqualTo(of(60, Basis.ASSUMPTION));
    }

    @Test
    void goesByThoseNearestInSizeWhereItHasNoCopy() {
        var given = Given.nothing();
        copied(given, "small-1", 10, 15);
        copied(given, "small-2", 11, 15);
        copied(given, "small-3", 12, 15);
        copied(given, "large-1", 1_000, 200);
        copied(given, "large-2", 1_000, 220);
        copied(given, "large-3", 1_000, 240);
        copied(given, "large-4", 1_000, 220);
        copied(given, "large-5", 1_000, 220);
        given.and(sized("new", OptionalLong.of(2_000 * GIBIBYTE)));
        assertThat(expected(given, "new")).isEqualTo(of(440, Basis.COPIES_NEAR_IN_SIZE));
    }

    @Test
    void assumesAThroughputWhereFewerThanThreeWereMeasured() {
        var given = Given.nothing();
        copied(given, "a", 100, 10);
        copied(given, "b", 100, 10);
        given.and(sized("new", OptionalLong.of(250 * GIBIBYTE)));
        assertThat(expected(given, "new")).isEqualTo(of(150, Basis.ASSUMPTION));
        copied(given, "c", 100, 10);
        assertThat(expected(given, "new")).isEqualTo(of(25, Basis.COPIES_NEAR_IN_SIZE));
    }

    @Test
    void assumesAnHourWithoutASizeAndNeverLessThanTenMinutes() {
        var given = Given.nothing().and(sized("unknown", OptionalLong.empty()));
        given.and(sized("empty", OptionalLong.of(0)));
        assertThat(expected(given, "unknown")).isEqualTo(of(60, Basis.ASSUMPTION));
        assertThat(expected(given, "empty")).isEqualTo(of(10, Basis.ASSUMPTION));
    }

    private static Durations.Expected of(long minutes, Basis basis) {
        return new Durations.Expected(Duration.ofMinutes(minutes), basis);
    }

    private static Durations.Expected expected(Given given, String name) {
        var all = given.everyGuarded();
        var guarded =
                all.stream()
                        .filter(one -> one.cluster().id().name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return Durations.of(all).of(guarded);
    }

    /// @param minutes that its copies took, the newest first
    private static void copied(Given given, String name, long size, long... minutes) {
        var cluster = sized(name, OptionalLong.of(size * GIBIBYTE));
        given.and(cluster);
        for (var day = 0; day < minutes.length; day++) {
            var point = Sample.point(cluster, hoursAgo(20 + 24L * day));
            given.point(point).job(job(point.arn(), cluster, day, minutes[day]));
        }
    }

    private static CopyJob job(Arn point, Cluster cluster, int daysAgo, long minutes) {
        var start = NOW.minus(Duration.ofDays(daysAgo)).minus(Duration.ofHours(15));
        return new CopyJob(
                cluster.id().name() + "-" + daysAgo,
                point,
                Sample.memberVault(Sample.SOURCE_VAULT),
                VAULT,
                Optional.empty(),
                cluster.id().arn(),
                "COMPLETED",
                start,
                Optional.of(start.plus(Duration.ofMinutes(minutes))),
                "",
                "");
    }

    private static Cluster sized(String name, OptionalLong sizeBytes) {
        return Sample.cluster(name).sized(sizeBytes, List.of());
    }
}
