package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.OTHER;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.physics.Switches.SixthCopy;
import secondbackup.simulation.rds.Clusters.Encryption;

final class CopySlotsTest {
    private CopyStory story = CopyStory.likely();

    @ParameterizedTest
    @CsvSource({"4,4", "5,5", "6,5", "9,5"})
    void runsFiveAtOnceIntoAnAccountAndRegion(int asked, int running) {
        var jobs = copies(asked, story.target);
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(running);
        assertThat(jobs).filteredOn(job -> !job.running()).allMatch(CopySlotsTest::waits);
    }

    @Test
    void startsTheOldestThatWaitsWhenASlotIsFreed() {
        var jobs = copies(8, story.target);
        story.minutes(3);
        var waiting = jobs.stream().filter(job -> !job.running()).toList();
        assertThat(waiting).hasSize(3);

        while (jobs.stream().noneMatch(CopyJob::ended)) {
            story.minutes(1);
        }

        assertThat(waiting.getFirst().running()).isTrue();
        story.days(1);
        assertThat(jobs).allMatch(job -> job.state.equals("COMPLETED"));
        assertThat(waiting).isSortedAccordingTo((one, two) -> started(one).compareTo(started(two)));
    }

    @Test
    void refusesTheSixthWhereItDoesNotQueue() {
        story = new CopyStory(Worlds.with("sixthCopy", SixthCopy.FAILS));
        var jobs = copies(6, story.target);
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(5);
        var sixth = jobs.stream().filter(job -> !job.running()).findFirst().orElseThrow();
        assertThat(sixth.state).isEqualTo("FAILED");
        assertThat(sixth.messageCategory).isEqualTo("MISCELLANEOUS");
        assertThat(sixth.message)
                .startsWith("Cannot copy more than 5 snapshots across regions")
                .contains("SnapshotQuotaExceeded");
    }

    @Test
    void refusesNobodyOnceASlotIsFree() {
        story = new CopyStory(Worlds.with("sixthCopy", SixthCopy.FAILS));
        copies(5, story.target);
        story.days(1);
        var next = story.copy(story.point("late"));
        story.days(1);

        assertThat(next.state).isEqualTo("COMPLETED");
    }

    @Test
    void aStuckCopyKeepsItsSlot() {
        story.troubles.stick(job -> job.resourceArn.endsWith("cluster0"));
        copies(1, story.target);
        story.days(1);
        var jobs = copies("more", 5, story.target);
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(4);
    }

    @Test
    void takesNoSlotWithinItsRegion() {
        var near = story.vault(MEMBER, TOKYO, "near", story.sourceKey.arn());
        var jobs = copies(8, near);
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(8);
    }

    @Test
    void takesASlotWithinItsRegionWhereAuroraCountsThose() {
        story = new CopyStory(Worlds.with("slotsCountInRegion", true));
        var near = story.vault(MEMBER, TOKYO, "near", story.sourceKey.arn());
        var jobs = copies(8, near);
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(5);
    }

    @Test
    void countsVaultsOfOneAccountTogetherAndOfOthersApart() {
        var key = story.targetKey.arn();
        var second = story.vault(KEEPER, OSAKA, "third", key);
        second.accessPolicy = story.target.accessPolicy;
        var own = story.vault(MEMBER, OSAKA, "own", story.key(MEMBER, OSAKA, "own").arn());
        var jobs = new ArrayList<>(copies("one", 3, story.target));
        jobs.addAll(copies("two", 3, second));
        var apart = copies("own", 5, own);
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(5);
        assertThat(running(apart)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"false,5", "true,6"})
    void countsPerTargetOrPerSourceAccount(boolean perSource, int running) {
        story = new CopyStory(Worlds.with("slotsCountPerSource", perSource));
        var jobs = new ArrayList<>(copies("mine", 3, story.target));
        jobs.addAll(others(3));
        story.minutes(3);

        assertThat(running(jobs)).isEqualTo(running);
    }

    @ParameterizedTest
    @CsvSource({"20,20", "21,20"})
    void runsTwentyAtOnceIntoAirGappedVaultsOnACountOfTheirOwn(int asked, int running) {
        var airGapped = story.airGapped();
        var standard = copies("standard", 5, story.target);
        var jobs = copies("gapped", asked, airGapped);
        story.minutes(3);

        assertThat(running(standard)).isEqualTo(5);
        assertThat(running(jobs)).isEqualTo(running);
    }

    @Test
    void runsOneCopyOfAResourceAtATime() {
        var point = story.point("orders");
        var near = story.vault(MEMBER, TOKYO, "near", story.sourceKey.arn());
        var first = story.copy(point);
        var second = story.start(story.request(point).destinationBackupVaultArn(near.arn()));
        story.minutes(3);
        assertThat(running(List.of(first, second))).isEqualTo(1);

        story.days(1);
        assertThat(first.state).isEqualTo("COMPLETED");
        assertThat(second.state).isEqualTo("COMPLETED");
    }

    @Test
    void failsASecondCopyOfAResourceWhereItDoesNotWait() {
        story = new CopyStory(Worlds.with("secondCopyFails", true));
        var point = story.point("orders");
        var near = story.vault(MEMBER, TOKYO, "near", story.sourceKey.arn());
        story.copy(point);
        story.start(story.request(point).destinationBackupVaultArn(near.arn()));
        story.days(1);

        assertThat(story.jobs.all())
                .extracting(job -> job.state + " " + job.message)
                .containsExactlyInAnyOrder(
                        "COMPLETED ", "FAILED There are too many copy jobs running for resource.");
        assertThat(story.copy(story.point("stock")).state).isEqualTo("CREATED");
    }

    @Test
    void failsDuringABackupOfTheResourceWhereItDoesNotWait() {
        story = new CopyStory(Worlds.with("secondCopyFails", true));
        var point = story.point("orders");
        backup(point);
        var job = story.copy(point);
        story.minutes(3);

        assertThat(job.messageCategory).isEqualTo("CONCURRENT_JOB");
    }

    private Vaults.RecoveryPoint backup(Vaults.RecoveryPoint point) {
        var backup =
                new Vaults.RecoveryPoint(
                        point.arn + "0",
                        point.resourceArn,
                        "Aurora",
                        story.time.instant(),
                        point.roleArn,
                        point.keyArn,
                        true,
                        "CREATING");
        story.source.points.put(backup.arn, backup);
        return backup;
    }

    @Test
    void waitsForABackupOfTheResource() {
        var point = story.point("orders");
        var backup = backup(point);
        var job = story.copy(point);
        story.minutes(60);
        assertThat(job.state).isEqualTo("CREATED");

        backup.status = "COMPLETED";
        story.minutes(6);
        assertThat(job.state).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @CsvSource({"30,0", "31,1"})
    void failsBeyondThirtyCopiesOfAResourceToARegion(int asked, int failed) {
        var point = story.point("orders");
        var jobs = new ArrayList<CopyJob>();
        for (var number = 0; number < asked; number++) {
            jobs.add(story.copy(point));
        }
        story.minutes(3);

        assertThat(jobs).filteredOn(CopyJob::ended).hasSize(failed);
        assertThat(jobs)
                .filteredOn(CopyJob::ended)
                .allMatch(job -> job.messageCategory.equals("CONCURRENT_JOB"))
                .allMatch(job ->
                        job.message.equals("There are too many copy jobs running for resource."));
    }

    @Test
    void looksAgainAtWhatChangedWhileItWaited() {
        var jobs = copies(6, story.target);
        story.minutes(3);
        story.target.accessPolicy = "";
        story.days(1);

        assertThat(jobs).filteredOn(job -> job.state.equals("COMPLETED")).hasSize(5);
        assertThat(jobs)
                .filteredOn(job -> job.state.equals("FAILED"))
                .singleElement()
                .matches(job -> job.messageCategory.equals("ACCESS_DENIED"));
    }

    private List<CopyJob> copies(int count, Vault vault) {
        return copies("cluster", count, vault);
    }

    private List<CopyJob> copies(String name, int count, Vault vault) {
        var jobs = new ArrayList<CopyJob>();
        for (var number = 0; number < count; number++) {
            var request = story.request(story.point(name + number));
            jobs.add(story.start(request.destinationBackupVaultArn(vault.arn())));
        }
        return jobs.stream().sorted(CopyJobs.BY_AGE).toList();
    }

    private List<CopyJob> others(int count) {
        var key = story.key(OTHER, TOKYO, "theirs", KEEPER);
        var vault = story.vault(OTHER, TOKYO, "theirs", key.arn());
        var jobs = new ArrayList<CopyJob>();
        for (var number = 0; number < count; number++) {
            var point = story.point(vault, "their" + number, Encryption.SSE_KMS, key.arn());
            jobs.add(
                    story.start(
                            OTHER,
                            TOKYO,
                            story.request(point)
                                    .sourceBackupVaultName("theirs")
                                    .iamRoleArn("arn:aws:iam::" + OTHER + ":role/AWSBackupCopy")));
        }
        return jobs;
    }

    private static long running(List<CopyJob> jobs) {
        return jobs.stream().filter(CopyJob::running).count();
    }

    private static boolean waits(CopyJob job) {
        return job.state.equals("CREATED");
    }

    private static Instant started(CopyJob job) {
        return Objects.requireNonNull(job.startedAt);
    }
}
