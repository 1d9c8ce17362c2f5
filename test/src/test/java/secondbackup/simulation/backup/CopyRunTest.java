package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.CopyStory.GIBIBYTE;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.physics.Switches;

final class CopyRunTest {
    private final CopyStory story = CopyStory.likely();

    @Test
    void goesFromCreatedOverRunningToCompleted() {
        var job = story.copy(story.point("orders"));
        assertThat(job.state).isEqualTo("CREATED");

        story.minutes(3);
        assertThat(job.state).isEqualTo("RUNNING");

        story.minutes(60);
        assertThat(job.state).isEqualTo("COMPLETED");
        assertThat(job.messageCategory).isEqualTo("SUCCESS");
        assertThat(job.message).isEmpty();
    }

    @Test
    void takesTenMinutesAndAnHourForEachTebibyteGiveOrTakeAFifth() {
        var durations = new ArrayList<Duration>();
        for (var number = 0; number < 20; number++) {
            var job = story.copy(story.point("cluster" + number));
            story.days(1);
            durations.add(Duration.between(job.startedAt, job.completedAt));
        }

        var expected = Duration.ofSeconds((long) (600 + 3600 * 100.0 / 1024));
        assertThat(durations)
                .allMatch(taken -> taken.compareTo(expected.multipliedBy(79).dividedBy(100)) > 0)
                .allMatch(taken -> taken.compareTo(expected.multipliedBy(121).dividedBy(100)) < 0);
        assertThat(new TreeSet<>(durations)).hasSizeGreaterThan(10);
    }

    @Test
    void showsASnapshotThatIsCopiedAndAPointThatIsCreated() {
        story.copy(story.point("orders"));
        story.minutes(10);

        var snapshot = story.snapshots.in(KEEPER, OSAKA).getFirst();
        assertThat(snapshot.status).isEqualTo("copying");
        assertThat(snapshot.percentProgress).isBetween(10, 90);
        assertThat(snapshot.id).startsWith("awsbackup:copyjob-");
        assertThat(story.only(story.target).status).isEqualTo("CREATING");
    }

    @Test
    void leavesAPointWithTheDateOfItsSource() {
        var source = story.point("orders");
        story.days(2);
        var job = story.copy(source);
        story.days(1);

        var copy = story.only(story.target);
        assertThat(copy.arn).isEqualTo(job.targetPointArn);
        assertThat(copy.createdAt).isEqualTo(source.createdAt);
        assertThat(copy.completedAt).isEqualTo(job.completedAt);
        assertThat(copy.resourceArn).isEqualTo(source.resourceArn);
        assertThat(copy.sourceVaultArn).isEqualTo(story.source.arn());
        assertThat(copy.deleteAfterDays).isEqualTo(30L);
        assertThat(copy.keyArn).isEqualTo(story.targetKey.arn());
        assertThat(copy.encrypted).isTrue();
        assertThat(copy.roleArn).isEqualTo(story.role());
        assertThat(copy.status).isEqualTo("COMPLETED");
    }

    @Test
    void leavesASnapshotThatNamesItsSource() {
        var source = story.point("orders");
        story.copy(source);
        story.days(1);

        var copy = story.snapshot(story.only(story.target));
        assertThat(copy.status).isEqualTo("available");
        assertThat(copy.percentProgress).isEqualTo(100);
        assertThat(copy.sourceArn).isEqualTo(source.snapshotArn);
        assertThat(copy.createdAt).isAfter(source.createdAt);
        assertThat(copy.clusterResourceId).isEqualTo("cluster-ORDERS");
        assertThat(copy.keyArn).isEqualTo(story.targetKey.arn());
        assertThat(copy.sizeBytes).isEqualTo(100 * GIBIBYTE);
    }

    @Test
    void namesNoSourceVaultWithinTheAccount() {
        var near = story.vault(CopyStory.MEMBER, OSAKA, "near", story.targetKey.arn());
        story.start(story.request(story.point("orders")).destinationBackupVaultArn(near.arn()));
        story.days(1);

        assertThat(story.only(near).sourceVaultArn).isEmpty();
    }

    @Test
    void inheritsTheExpiryOfItsSourceUnlessAskedOtherwise() {
        var source = story.point("orders");
        story.start(story.request(source).lifecycle(lifecycle -> lifecycle.deleteAfterDays(-1L)));
        story.days(1);

        assertThat(story.only(story.target).deleteAfterDays).isEqualTo(35L);
    }

    @Test
    void sharesTheSourceSnapshotOnlyWhileItRuns() {
        var source = story.point("orders");
        story.copy(source);
        story.minutes(5);
        assertThat(story.snapshot(source).sharedWith).containsExactly(KEEPER);

        story.days(1);
        assertThat(story.snapshot(source).sharedWith).isEmpty();
    }

    @Test
    void failsToUnshareWhenTheRoleIsGoneAtTheEnd() {
        var source = story.point("orders");
        var job = story.copy(source);
        story.minutes(5);
        story.roles.remove(CopyStory.MEMBER, "AWSBackupCopy");
        story.days(1);

        assertThat(job.state).isEqualTo("FAILED");
        assertThat(job.message).isEqualTo("Failed to unshare snapshot");
        assertThat(story.snapshot(source).sharedWith).containsExactly(KEEPER);
        assertThat(story.only(story.target).status).isEqualTo("COMPLETED");
    }

    @Test
    void failsWhenTheSourceSnapshotGoesWhileItRuns() {
        var source = story.point("orders");
        var job = story.copy(source);
        story.minutes(5);
        story.snapshots.remove(story.snapshot(source));
        story.days(1);

        assertThat(job.state).isEqualTo("FAILED");
        assertThat(job.messageCategory).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(job.message).contains("does not exist");
        assertThat(story.target.points).isEmpty();
        assertThat(story.snapshots.in(KEEPER, OSAKA)).isEmpty();
    }

    @Test
    void hidesTheSnapshotOfAnAirGappedCopy() {
        var vault = story.airGapped();
        story.start(story.request(story.point("orders")).destinationBackupVaultArn(vault.arn()));
        story.days(1);

        var copy = story.only(vault);
        assertThat(copy.arn)
                .startsWith("arn:aws:backup:" + OSAKA + ":" + KEEPER + ":recovery-point:");
        assertThat(copy.snapshotArn).isEmpty();
        assertThat(copy.encrypted).isTrue();
        assertThat(story.snapshots.in(KEEPER, OSAKA)).isEmpty();
    }

    @Test
    void copiesOutOfAnAirGappedVault() {
        var vault = story.airGapped();
        story.start(story.request(story.point("orders")).destinationBackupVaultArn(vault.arn()));
        story.days(1);
        var back =
                story.request(story.only(vault))
                        .sourceBackupVaultName(vault.name)
                        .iamRoleArn("arn:aws:iam::" + KEEPER + ":role/AWSBackupCopy");
        var job = story.start(KEEPER, OSAKA, back);
        story.days(1);

        assertThat(job.message).isEmpty();
        assertThat(story.only(story.target).keyArn).isEqualTo(story.targetKey.arn());
        assertThat(story.snapshot(story.only(story.target)).sizeBytes).isEqualTo(100 * GIBIBYTE);
    }

    @Test
    void carriesTagsWithinTheAccountButByDefaultNotBeyond() {
        assertThat(tags(Switches.likely(), CopyStory.MEMBER)).containsKey("team");
        assertThat(tags(Switches.likely(), KEEPER)).isEmpty();
        assertThat(tags(Worlds.with("tagsCrossAccounts", true), KEEPER)).containsKey("team");
    }

    private static SequencedMap<String, String> tags(Switches switches, String account) {
        var story = new CopyStory(switches);
        var vault = story.vault(account, OSAKA, "kept", story.targetKey.arn());
        vault.accessPolicy = story.target.accessPolicy;
        story.start(story.request(story.point("orders")).destinationBackupVaultArn(vault.arn()));
        story.days(1);
        return story.snapshot(story.only(vault)).tags;
    }

    @Test
    void namesThePointAfterTheJobOrNot() {
        assertThat(copied(Worlds.with("copyArnHoldsJobId", true))).isTrue();
        assertThat(copied(Worlds.with("copyArnHoldsJobId", false))).isFalse();
    }

    private static boolean copied(Switches switches) {
        var story = new CopyStory(switches);
        var job = story.copy(story.point("orders"));
        story.days(1);
        return job.targetPointArn.endsWith("copyjob-" + job.id.toLowerCase(Locale.ROOT));
    }

    @Test
    void namesTheClusterBehindTheCopyOrNot() {
        assertThat(resourceId(Worlds.with("copiesNameTheCluster", true)))
                .isEqualTo("cluster-ORDERS");
        assertThat(resourceId(Worlds.with("copiesNameTheCluster", false))).isEmpty();
    }

    private static String resourceId(Switches switches) {
        var story = new CopyStory(switches);
        story.copy(story.point("orders"));
        story.days(1);
        return story.snapshot(story.only(story.target)).clusterResourceId;
    }

    @Test
    void isCompletedOrAvailable() {
        assertThat(status(Worlds.with("snapshotsAreAvailable", false))).isEqualTo("COMPLETED");
        assertThat(status(Worlds.with("snapshotsAreAvailable", true))).isEqualTo("AVAILABLE");
    }

    private static String status(Switches switches) {
        var story = new CopyStory(switches);
        story.copy(story.point("orders"));
        story.days(1);
        return story.only(story.target).status;
    }

    @Test
    void runsAlikeWithTheSameSeedAndElseWithAnother() {
        assertThat(history(1)).isEqualTo(history(1)).isNotEqualTo(history(2));
    }

    private static List<String> history(long seed) {
        var story = new CopyStory(Switches.likely(), seed);
        for (var number = 0; number < 8; number++) {
            story.copy(story.point("cluster" + number));
        }
        story.days(1);
        return story.jobs.all().stream()
                .map(job -> job.id + job.startedAt + job.completedAt + job.targetPointArn)
                .toList();
    }
}
