package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.BackupStory.asked;
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
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters.Encryption;

final class BackupChecksTest {
    private static final Duration HOUR = Duration.ofHours(1);

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

        assertThat(failure(run(office, asked(office))))
                .startsWith("MISCELLANEOUS IAM Role")
                .endsWith("does not have sufficient permissions to execute the backup");
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
}
