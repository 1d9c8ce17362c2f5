package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Arn;

class TracksTest {
    /// That of `b` waited five hours for a slot; nobody's point is seen sooner than three hours after its data was taken.
    @Test
    void pointsAreSeenWhenTheFirstCopyOfAllWasStarted() {
        var given = Given.nothing();
        copied(given, "a", "COMPLETED", VAULT, 3);
        copied(given, "b", "COMPLETED", VAULT, 8);
        assertThat(seenAfter(given)).containsOnly(Duration.ofHours(3));
    }

    @Test
    void failedUnfinishedAndOtherHopsTellNothing() {
        var given = Given.nothing();
        copied(given, "a", "FAILED", VAULT, 1);
        copied(given, "b", "RUNNING", VAULT, 1);
        copied(given, "c", "COMPLETED", Sample.memberVault("rekey"), 1);
        assertThat(seenAfter(given)).containsOnly(Duration.ZERO);
    }

    private static void copied(Given given, String name, String state, Arn target, long after) {
        var cluster = Sample.cluster(name);
        var point = Sample.point(cluster, hoursAgo(20));
        given.and(cluster)
                .point(point)
                .point(Sample.point(cluster, hoursAgo(1)))
                .job(Sample.job(point, target, state, hoursAgo(20 - after)));
    }

    private static List<Duration> seenAfter(Given given) {
        var estate = given.policies().estate();
        var steps = new NextSteps(estate, NOW);
        var vault = estate.vaults().getFirst();
        return CopyPlanner.workload(given.everyGuarded(), steps, vault).tracks().stream()
                .map(Track::seenAfter)
                .toList();
    }
}
