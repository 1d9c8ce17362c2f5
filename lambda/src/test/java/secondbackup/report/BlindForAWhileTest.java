package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.report.Report.GapLine;

/// What nobody can see keeps a gap open for as long as it can matter, and not longer.
class BlindForAWhileTest {
    private static final AccountView CLOSED =
            new AccountView.Inactive(Sample.account(Sample.OTHER_ACCOUNT, "CLOSED"));
    private static final AccountView UNREAD =
            new AccountView.Unreadable(Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE"), "x");

    private static boolean hides(Given given, GapLine line, Instant now) {
        return new BlindSpots(given.inventory(), given.policies().estate(), now)
                .hides(line, List.of(), List.of());
    }

    /// The only gap of its kind in a first report.
    private static GapLine line(Given loud, String kind) {
        return Looked.at(kind, loud).report(Optional.empty()).gaps().stream()
                .filter(line -> line.kind().equals(kind))
                .reduce((_, two) -> {
                    throw new AssertionError("a second one: " + two);
                })
                .orElseThrow();
    }

    /// Of fifty clusters so many are there; the vault has copies of all.
    private static Given fifty(int there) {
        var given = Given.nothing();
        for (var number : IntStream.range(0, 50).toArray()) {
            var cluster = Sample.cluster("c" + number);
            given.copy(Sample.copy(cluster, Sample.hoursAgo(9)));
            if (number < there) {
                given.and(cluster);
            }
        }
        return given;
    }

    /// The vault has slots for fifteen clusters.
    @Test
    void aClosedAccountTakesNoSlots() {
        var line = line(Given.protectedClusters(16), "CapacityShortfall");

        assertThat(hides(Given.protectedClusters(15).account(CLOSED), line, NOW)).isFalse();
        assertThat(hides(Given.protectedClusters(15).listedOnly(CLOSED.account()), line, NOW))
                .isFalse();
        assertThat(hides(Given.protectedClusters(15).account(UNREAD), line, NOW)).isTrue();
        assertThat(hides(Given.protectedClusters(15).listedOnly(UNREAD.account()), line, NOW))
                .isTrue();
    }

    /// So many seconds after the vault ceases to tell of what vanished then.
    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void clustersOfAClosedAccountMayBeAmongTheVanishedForAWeek(long seconds, boolean hidden) {
        var line = line(fifty(45), "CoverageDropped");
        var now = NOW.plus(Duration.ofDays(7)).plusSeconds(seconds);

        assertThat(line.account()).isEmpty();
        assertThat(hides(fifty(46).account(CLOSED), line, now)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 60})
    void clustersOfAnAccountThatNobodyCouldReadMayBeAmongThemForEver(int days) {
        var line = line(fifty(45), "CoverageDropped");
        var now = NOW.plus(Duration.ofDays(days));

        assertThat(hides(fifty(46).account(UNREAD), line, now)).isTrue();
        assertThat(hides(fifty(46), line, now)).isFalse();
    }

    /// A newer version's, before somebody went back to this one.
    @Test
    void aKindThatThisVersionDoesNotKnowStaysOpenUntilItsClusterIsGone() {
        var orders = Sample.cluster("orders");
        var known = line(Given.cluster(orders), "NoCopy");
        var before = Looked.at("before", Given.protectedCluster(orders)).report(Optional.empty());
        var unknown =
                new GapLine(
                        known.key(),
                        "CopyHaunted",
                        known.severity(),
                        known.account(),
                        known.accountName(),
                        known.region(),
                        known.subject(),
                        known.arn(),
                        known.since(),
                        known.what(),
                        known.cause(),
                        known.remedy(),
                        "CopyHaunted",
                        "CopyHaunted");
        var spots =
                new BlindSpots(Given.protectedCluster(orders).inventory(), Sample.estate(), NOW);

        assertThat(spots.hides(unknown, before.clusters(), List.of())).isTrue();
        assertThat(spots.hides(known, before.clusters(), List.of())).isFalse();
        assertThat(spots.hides(unknown, List.of(), List.of())).isFalse();
    }
}
