package secondbackup.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.benchmark.History;

/// What a run of Copy costs, in three accounts with ten clusters each. It reads two files; what it asks accounts, it
/// asks where something is due, awaited or in progress, whatever else there is.
///
/// The plan's hour comes three hours after the world begins.
final class CopyCallsTest {
    private static final int ACCOUNTS = 3;
    private static final int CLUSTERS = 10;

    private final Day day = Day.deployed(Estates.of(ACCOUNTS, CLUSTERS));

    @Test
    void anIdleRunReadsTwoFilesAndNoAccount() {
        everythingIsCopied();
        assertThat(calls()).isEqualTo(counts("s3:GetObject", 2));
    }

    @Test
    void aRunThatAwaitsPointsAsksOneListOfEachPlaceAndWritesThatItLooked() {
        everythingIsCopied();
        day.world().advance(Duration.ofHours(3).plusMinutes(1));
        assertThat(calls())
                .isEqualTo(
                        counts(
                                "s3:GetObject",
                                2,
                                "sts:AssumeRole",
                                ACCOUNTS,
                                "backup:ListRecoveryPointsByBackupVault",
                                ACCOUNTS,
                                "s3:PutObject",
                                1));
        assertThat(calls()).as("a moment later").isEqualTo(counts("s3:GetObject", 2));
    }

    @Test
    void aRunThatOrdersAsksOnlyWhereItOrders() {
        everythingIsCopied();
        day.pass(6);
        var first = calls();
        calls();
        var later = calls();

        var live = day.world().copyJobs().unfinished();
        var places = live.stream().map(job -> job.account).distinct().count();
        assertThat(live).hasSize(5);
        assertThat(first)
                .containsEntry("backup:StartCopyJob", 5L)
                .containsEntry("backup:ListRecoveryPointsByBackupVault", (long) ACCOUNTS)
                .containsEntry("backup:ListCopyJobs", places);
        assertThat(later)
                .as("no slot is free, and nothing is new")
                .isEqualTo(
                        counts(
                                "s3:GetObject", 2,
                                "sts:AssumeRole", (int) places,
                                "backup:ListCopyJobs", (int) places));
    }

    @Test
    void noRunCostsMoreForALongerHistory() {
        History.add(day.world(), SmallWorld.VAULT_ARN, 35, day.world().time().instant());
        day.sweep();
        assertThat(calls()).isEqualTo(counts("s3:GetObject", 2));

        var young = new CopyCallsTest();
        young.everythingIsCopied();
        young.day.pass(6);
        day.pass(6);
        assertThat(calls())
                .as("a run that orders")
                .containsEntry("backup:StartCopyJob", 5L)
                .isEqualTo(young.calls());
    }

    /// The newest points and their copies are of the last hour before the survey.
    private void everythingIsCopied() {
        History.add(day.world(), SmallWorld.VAULT_ARN, 1, day.world().time().instant());
        day.sweep();
        assertThat(day.world().copyJobs().unfinished()).isEmpty();
        assertThat(day.report().at("/summary/protectedClusters").asInt())
                .isEqualTo(ACCOUNTS * CLUSTERS);
    }

    /// Of one run of Copy, by operation.
    private SortedMap<String, Long> calls() {
        var before = day.world().calls().snapshot();
        day.lambdas().copy(List.of());
        var calls = new TreeMap<String, Long>();
        day.world()
                .calls()
                .since(before)
                .forEach((kind, count) ->
                        calls.merge(kind.service() + ":" + kind.operation(), count, Long::sum));
        return calls;
    }

    private static SortedMap<String, Long> counts(Object... pairs) {
        var counts = new TreeMap<String, Long>();
        for (var index = 0; index < pairs.length; index += 2) {
            counts.put((String) pairs[index], ((Integer) pairs[index + 1]).longValue());
        }
        return counts;
    }
}
