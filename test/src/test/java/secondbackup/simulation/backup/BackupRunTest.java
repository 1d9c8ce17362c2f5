package secondbackup.simulation.backup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.BackupStory.asked;
import static secondbackup.simulation.backup.BackupStory.duration;
import static secondbackup.simulation.backup.BackupStory.encrypted;
import static secondbackup.simulation.backup.BackupStory.failure;
import static secondbackup.simulation.backup.BackupStory.kept;
import static secondbackup.simulation.backup.BackupStory.key;
import static secondbackup.simulation.backup.BackupStory.run;
import static secondbackup.simulation.backup.BackupStory.start;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters.Encryption;

final class BackupRunTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void makesAPointAndTheSnapshotBehindIt() {
        var office = Office.likely();
        office.cluster("orders", "aurora-postgresql").tags.put("team", "shop");

        var job = run(office, asked(office));

        var point = requireNonNull(office.vault("local").points.get(job.pointArn));
        assertThat(point.arn).contains(":cluster-snapshot:awsbackup:job-").isLowerCase();
        assertThat(point.resourceType).isEqualTo("Aurora");
        assertThat(point.planId).isEmpty();
        assertThat(point.tags).containsEntry("team", "shop");
        var snapshot = office.snapshots.find(point.snapshotArn).orElseThrow();
        assertThat(snapshot.status).isEqualTo("available");
        assertThat(snapshot.percentProgress).isEqualTo(100);
        assertThat(snapshot.clusterResourceId).isEqualTo("cluster-orders");
        assertThat(job.messageCategory).isEqualTo("SUCCESS");
    }

    @Test
    void takesLongerForMoreData() {
        var office = Office.likely();
        var small = office.cluster("small", "aurora-mysql");
        var large = office.cluster("large", "aurora-mysql");
        large.sizeBytes = 40L << 40;

        var quick = run(office, asked(office, small));
        var slow = run(office, asked(office, large));

        assertThat(duration(quick)).isLessThan(Duration.ofMinutes(16));
        assertThat(duration(slow)).isGreaterThan(Duration.ofHours(3));
    }

    @Test
    void endsAJobThatMissesItsCompletionWindow() {
        var office = Office.likely();
        var large = office.cluster("large", "aurora-mysql");
        large.sizeBytes = 40L << 40;

        var job = run(office, asked(office, large).toBuilder().completeWindowMinutes(61L).build());

        assertThat(job.state).isEqualTo("EXPIRED");
        assertThat(job.messageCategory).isEqualTo("JOB_EXPIRED");
        assertThat(job.message).isEqualTo("Backup job expired before completion.");
        assertThat(job.completedAt).isEqualTo(job.createdAt.plus(Duration.ofMinutes(61)));
        assertThat(office.vault("local").points).isEmpty();
        assertThat(office.snapshots.all()).isEmpty();
    }

    @Test
    void waitsForARunningJobOfTheSameResource() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        var first = start(office, asked(office));
        var second = start(office, asked(office));

        office.wait(Duration.ofHours(2));

        assertThat(List.of(first.state, second.state)).containsOnly("COMPLETED");
        var early = first.startedAt;
        var late = second.startedAt;
        assertThat(early).isNotNull();
        assertThat(late).isNotNull();
        assertThat(first.retries + second.retries).isPositive();
        assertThat(office.vault("local").points).hasSize(2);
    }

    @Test
    void waitsForACopyOfTheSameResourceOrNot() {
        assertThat(duringACopy(Worlds.with("copiesHoldBackups", true)).state).isEqualTo("EXPIRED");
        assertThat(duringACopy(Worlds.with("copiesHoldBackups", false)).state)
                .isEqualTo("COMPLETED");
    }

    @Test
    void runsOnceTheCopyIsOver() {
        var office = Office.likely();
        office.copied.add(office.cluster("orders", "aurora-mysql").arn());
        var job = start(office, asked(office));
        office.wait(Duration.ofMinutes(30));
        office.copied.clear();
        office.wait(Duration.ofHours(1));

        assertThat(job.state).isEqualTo("COMPLETED");
    }

    private static BackupJobs.BackupJob duringACopy(Switches switches) {
        var office = new Office(switches);
        office.copied.add(office.cluster("orders", "aurora-mysql").arn());
        var job = start(office, asked(office));
        office.wait(Duration.ofHours(2));
        return job;
    }

    @Test
    void expiresWhereTheOtherJobOutlastsItsStartWindow() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql").sizeBytes = 40L << 40;
        var first = start(office, asked(office));
        office.wait(Duration.ofMinutes(6));
        var second = start(office, asked(office));

        office.wait(HOUR.minusNanos(1));
        assertThat(second.state).isEqualTo("CREATED");
        office.wait(Duration.ofNanos(1));

        assertThat(first.state).isEqualTo("RUNNING");
        assertThat(second.state).isEqualTo("EXPIRED");
        assertThat(second.messageCategory).isEqualTo("CONCURRENT_JOB");
        assertThat(second.message)
                .isEqualTo(
                        "Backup job failed because there was a running job for the same resource.");
    }

    @Test
    void callsAFinishedPointWhatAwsDoes() {
        assertThat(status(Worlds.with("snapshotsAreAvailable", false))).isEqualTo("COMPLETED");
        assertThat(status(Worlds.with("snapshotsAreAvailable", true))).isEqualTo("AVAILABLE");
    }

    private static String status(Switches switches) {
        var office = new Office(switches);
        office.cluster("orders", "aurora-mysql");
        run(office, asked(office));
        return office.vault("local").points.firstEntry().getValue().status;
    }

    @Test
    void showsDefaultEncryptionAsAwsDoes() {
        for (var shown : List.of(true, false)) {
            var office = new Office(Worlds.with("defaultEncryptionShowsEncrypted", shown));
            run(office, asked(office, encrypted(office, Encryption.SSE_RDS, "")));
            assertThat(office.vault("local").points.firstEntry().getValue().encrypted)
                    .isEqualTo(shown);
        }
    }

    @Test
    void failsWhereTheKeyIsDisabledWhileItRuns() {
        var office = Office.likely();
        var key = key(office);
        var cluster = encrypted(office, Encryption.SSE_KMS, key.arn());
        cluster.sizeBytes = 40L << 40;
        var job = start(office, asked(office, cluster));
        office.wait(HOUR);
        assertThat(job.state).isEqualTo("RUNNING");

        key.state = Keys.State.PENDING_DELETION;
        office.wait(Duration.ofDays(1));

        assertThat(job.messageCategory).isEqualTo("KMS_KEY_ERROR");
        assertThat(office.snapshots.all()).isEmpty();
    }

    @Test
    void givesUpAStuckJobWhenItsCompletionWindowEnds() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        office.backup.troubles().stick(_ -> true);
        var job = start(office, asked(office).toBuilder().completeWindowMinutes(300L).build());

        office.wait(Duration.ofHours(5).minusNanos(1));
        assertThat(job.state).isEqualTo("RUNNING");
        office.wait(Duration.ofNanos(1));
        assertThat(job.state).isEqualTo("EXPIRED");

        office.backup.troubles().calm();
        assertThat(run(office, asked(office)).state).isEqualTo("COMPLETED");
    }

    @Test
    void failsForReasonsInsideAws() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        office.backup.troubles().fail(_ -> true, "FATAL_ERROR", "An internal error occurred.");

        assertThat(failure(run(office, asked(office))))
                .isEqualTo("FATAL_ERROR An internal error occurred.");
        assertThat(office.vault("local").points).isEmpty();
    }

    @Test
    void emitsItsChanges() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");

        var job = run(office, kept(office, 10L));

        var jobs = events(office, "Backup Job State Change");
        assertThat(jobs)
                .extracting(event -> event.detail().path("state").asText())
                .containsExactly("CREATED", "RUNNING", "COMPLETED");
        assertThat(jobs.getLast().resources()).containsExactly(job.pointArn);
        assertThat(jobs.getLast().detail().path("bytesTransferred").isTextual()).isTrue();
        var point = events(office, "Recovery Point State Change").getLast().detail();
        assertThat(point.path("isEncrypted").asText()).isEqualTo("false");
        assertThat(point.path("isEncrypted").isTextual()).isTrue();
        assertThat(point.path("calculatedLifeCycle").path("deleteAt").isTextual()).isTrue();
    }

    private static List<Event> events(Office office, String kind) {
        return office.events.emitted().stream()
                .filter(event -> event.detailType().equals(kind))
                .toList();
    }
}
