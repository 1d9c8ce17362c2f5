package secondbackup.simulation.backup;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.Clusters.Encryption;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.StartBackupJobRequest;
import software.amazon.awssdk.services.backup.model.StartBackupJobResponse;

/// Backup jobs on demand, for the stories.
final class BackupStory {
    private BackupStory() {}

    static Keys.Key key(Office office) {
        var policy =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:*",
                "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Resource": "*"}]}
                """;
        var key = new Keys.Key(Office.ACCOUNT, Office.REGION, "key", Keys.Manager.CUSTOMER, policy);
        office.keys.put(key);
        return key;
    }

    static Clusters.Cluster encrypted(Office office, Encryption encryption, String keyArn) {
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

    static StartBackupJobRequest asked(Office office) {
        return asked(office, office.clusters.all().getFirst());
    }

    static StartBackupJobRequest asked(Office office, Clusters.Cluster cluster) {
        return StartBackupJobRequest.builder()
                .backupVaultName(office.vault("local").name)
                .resourceArn(cluster.arn())
                .iamRoleArn(Office.role())
                .startWindowMinutes(60L)
                .build();
    }

    static StartBackupJobRequest kept(Office office, long days) {
        return asked(office).toBuilder()
                .lifecycle(Lifecycle.builder().deleteAfterDays(days).build())
                .build();
    }

    static BackupJob run(Office office, StartBackupJobRequest asked) {
        var job = start(office, asked);
        office.wait(Duration.ofHours(23));
        return job;
    }

    static BackupJob start(Office office, StartBackupJobRequest asked) {
        var answer = office.call(asked, StartBackupJobResponse.class);
        return office.backup.jobs().find(answer.backupJobId()).orElseThrow();
    }

    static Duration duration(BackupJob job) {
        return Duration.between(requireNonNull(job.startedAt), requireNonNull(job.completedAt));
    }

    static String failure(BackupJob job) {
        return job.messageCategory + " " + job.message;
    }
}
