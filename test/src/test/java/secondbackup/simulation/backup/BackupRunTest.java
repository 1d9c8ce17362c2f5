package secondbackup.simulation.backup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.Clusters.Encryption;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.StartBackupJobRequest;
import software.amazon.awssdk.services.backup.model.StartBackupJobResponse;

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
    void failsWithoutItsVault() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        var job = start(office, asked(office));
        office.vaults.remove(office.vault("local"));

        office.wait(HOUR);

        assertThat(failure(job))
                .isEqualTo(
                        "RESOURCE_NOT_FOUND Backup job failed because backup vault"
                                + " arn:aws:backup:eu-north-1:111122223333:backup-vault:local does"
                                + " not exist.");
    }

    @Test
    void failsWhereTheRoleIsMissingOrTrustsSomebodyElse() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        office.role("AWSBackupOther", Office.EVERYTHING).trustPolicy =
                Office.TRUST.replace("backup.amazonaws.com", "lambda.amazonaws.com");

        for (var name : List.of("AWSBackupNone", "AWSBackupOther")) {
            var role = Office.role().replace("AWSBackupRole", name);
            assertThat(failure(run(office, asked(office).toBuilder().iamRoleArn(role).build())))
                    .isEqualTo(
                            "ACCESS_DENIED IAM Role " + role + " cannot be assumed by AWS Backup");
        }
    }

    @Test
    void failsWhereTheRoleMayNotMakeSnapshots() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        office.role("AWSBackupRole", Office.allow("\"rds:DescribeDBClusters\""));

        assertThat(failure(run(office, asked(office)))).startsWith("ACCESS_DENIED IAM Role");
    }

    @Test
    void mindsTheNameOfTheRoleWhereAwsDoes() {
        assertThat(named("BackupRole", Worlds.with("roleNamesMatter", true)).state)
                .isEqualTo("FAILED");
        assertThat(named("TeamAwsBackup", Worlds.with("roleNamesMatter", true)).state)
                .isEqualTo("COMPLETED");
        assertThat(named("BackupRole", Worlds.with("roleNamesMatter", false)).state)
                .isEqualTo("COMPLETED");
    }

    private static BackupJob named(String role, Switches switches) {
        var office = new Office(switches);
        office.cluster("orders", "aurora-mysql");
        office.role(role, Office.EVERYTHING);
        var arn = Office.role().replace("AWSBackupRole", role);
        return run(office, asked(office).toBuilder().iamRoleArn(arn).build());
    }

    @Test
    void backsUpSecondaryClustersWhereAwsDoes() {
        assertThat(secondary(Worlds.with("secondaryClustersBackUp", false)).messageCategory)
                .isEqualTo("UNSUPPORTED_OPERATION");
        assertThat(secondary(Worlds.with("secondaryClustersBackUp", true)).state)
                .isEqualTo("COMPLETED");
    }

    private static BackupJob secondary(Switches switches) {
        var office = new Office(switches);
        var cluster = office.cluster("orders", "aurora-mysql");
        cluster.globalCluster = "world";
        cluster.secondary = true;
        return run(office, asked(office));
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
    void needsTheCustomersKey() {
        var office = Office.likely();
        var key = key(office);
        var cluster = encrypted(office, Encryption.SSE_KMS, key.arn());

        assertThat(run(office, asked(office, cluster)).state).isEqualTo("COMPLETED");
        var point = office.vault("local").points.firstEntry().getValue();
        assertThat(point.keyArn).isEqualTo(key.arn());
        assertThat(point.encrypted).isTrue();

        key.state = Keys.State.DISABLED;
        assertThat(failure(run(office, asked(office, cluster))))
                .isEqualTo(
                        "KMS_KEY_ERROR KMS key is either disabled or pending deletion or access to KMS"
                                + " key is denied");
        key.state = Keys.State.ENABLED;
        office.role("AWSBackupRole", Office.allow("\"rds:*\", \"kms:DescribeKey\""));
        assertThat(run(office, asked(office, cluster)).messageCategory).isEqualTo("KMS_KEY_ERROR");
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
    void failsForAClusterThatIsNotAvailable() {
        var office = Office.likely();
        var cluster = office.cluster("orders", "aurora-mysql");
        cluster.status = "stopped";
        assertThat(run(office, asked(office)).messageCategory).isEqualTo("INVALID_STATE");

        cluster.status = "available";
        var job = start(office, asked(office));
        office.clusters.remove(cluster);
        office.wait(HOUR);
        assertThat(job.messageCategory).isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void respectsTheBoundsOfTheLock() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        office.vault("local").lock = new Vaults.Lock(7L, 30L, null);

        for (var days : List.of(6L, 31L)) {
            assertThat(run(office, kept(office, days)).messageCategory)
                    .isEqualTo("INVALID_LIFECYCLE");
        }
        assertThat(run(office, asked(office)).messageCategory).isEqualTo("INVALID_LIFECYCLE");
        for (var days : List.of(7L, 30L)) {
            assertThat(run(office, kept(office, days)).state).isEqualTo("COMPLETED");
        }
    }

    @Test
    void respectsADenialInTheVaultsPolicy() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql");
        office.vault("local").accessPolicy =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
                "Action": "backup:StartBackupJob", "Resource": "*"}]}
                """;

        assertThat(failure(run(office, asked(office))))
                .startsWith("ACCESS_DENIED")
                .contains("explicit deny in a resource-based policy");
    }

    @Test
    void completesWithIssuesWhereItMayNotCopyTags() {
        var office = Office.likely();
        office.cluster("orders", "aurora-mysql").tags.put("team", "shop");
        office.role("AWSBackupRole", Office.allow("\"rds:CreateDBClusterSnapshot\""));

        var job = run(office, asked(office));

        assertThat(job.state).isEqualTo("COMPLETED");
        assertThat(job.messageCategory).isEqualTo("TAG_COPY_ERROR");
        assertThat(office.vault("local").points.firstEntry().getValue().tags).isEmpty();
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
    void cannotBackUpIntoAnAirGappedVaultItself() {
        var office = Office.likely();
        var cluster = office.cluster("orders", "aurora-mysql");
        office.vaults.put(
                new Vaults.Vault(
                        Office.ACCOUNT,
                        Office.REGION,
                        "gapped",
                        Vaults.Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT,
                        "",
                        Office.START));
        var asked = asked(office, cluster).toBuilder().backupVaultName("gapped").build();

        assertThat(run(office, asked).messageCategory).isEqualTo("UNSUPPORTED_OPERATION");
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

    private static Keys.Key key(Office office) {
        var policy =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:*",
                "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Resource": "*"}]}
                """;
        var key = new Keys.Key(Office.ACCOUNT, Office.REGION, "key", Keys.Manager.CUSTOMER, policy);
        office.keys.put(key);
        return key;
    }

    private static Clusters.Cluster encrypted(Office office, Encryption encryption, String keyArn) {
        var cluster =
                new Clusters.Cluster(
                        Office.ACCOUNT,
                        Office.REGION,
                        "orders",
                        "cluster-orders",
                        "aurora-mysql",
                        "8.0",
                        encryption,
                        keyArn,
                        Office.START);
        office.clusters.put(cluster);
        return cluster;
    }

    private static StartBackupJobRequest asked(Office office) {
        return asked(office, office.clusters.all().getFirst());
    }

    private static StartBackupJobRequest asked(Office office, Clusters.Cluster cluster) {
        return StartBackupJobRequest.builder()
                .backupVaultName(office.vault("local").name)
                .resourceArn(cluster.arn())
                .iamRoleArn(Office.role())
                .startWindowMinutes(60L)
                .build();
    }

    private static StartBackupJobRequest kept(Office office, long days) {
        return asked(office).toBuilder()
                .lifecycle(Lifecycle.builder().deleteAfterDays(days).build())
                .build();
    }

    private static BackupJob run(Office office, StartBackupJobRequest asked) {
        var job = start(office, asked);
        office.wait(Duration.ofDays(1).minus(HOUR));
        return job;
    }

    private static BackupJob start(Office office, StartBackupJobRequest asked) {
        var answer = office.call(asked, StartBackupJobResponse.class);
        return office.backup.jobs().find(answer.backupJobId()).orElseThrow();
    }

    private static Duration duration(BackupJob job) {
        return Duration.between(requireNonNull(job.startedAt), requireNonNull(job.completedAt));
    }

    private static String failure(BackupJob job) {
        return job.messageCategory + " " + job.message;
    }
}
