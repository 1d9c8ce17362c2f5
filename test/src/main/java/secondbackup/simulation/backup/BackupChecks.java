package secondbackup.simulation.backup;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal.PassedRole;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.rds.Clusters.Encryption;

/// What AWS Backup finds wrong at the moment a backup job begins.
///
/// Source: AWS Backup Developer Guide, "AWS Backup console dashboards" (official messages), "Encryption for
/// backups in AWS Backup", "AWS managed policies" (AWSBackupServiceRolePolicyForBackup), read 2026-11-22.
final class BackupChecks {
    private final Surroundings around;
    private final Vaults vaults;

    BackupChecks(Surroundings around, Vaults vaults) {
        this.around = around;
        this.vaults = vaults;
    }

    /// @return empty where the job may run
    Optional<BackupFailure> failure(BackupJob job) {
        var vault = vaults.find(job.vaultArn());
        if (vault.isEmpty()) {
            return Optional.of(
                    BackupFailure.notFound(
                            "Backup job failed because backup vault "
                                    + job.vaultArn()
                                    + " does not exist."));
        }
        return ofRole(job).or(() -> ofVault(job, vault.get())).or(() -> ofResource(job));
    }

    private Optional<BackupFailure> ofRole(BackupJob job) {
        if (!ServiceRole.assumable(around, job.roleArn, job.account, job.region)) {
            return Optional.of(
                    BackupFailure.accessDenied(
                            "IAM Role " + job.roleArn + " cannot be assumed by AWS Backup"));
        }
        if (around.switches().roleNamesMatter() && !ServiceRole.namedForBackup(job.roleArn)) {
            return Optional.of(BackupFailure.rightsMissing(job.roleArn));
        }
        return Optional.empty();
    }

    private Optional<BackupFailure> ofVault(BackupJob job, Vault vault) {
        if (vault.kind == Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT) {
            // Clusters reach such a vault only by a copy.
            return Optional.of(BackupFailure.unsupported());
        }
        if (!LockBounds.admits(vault.lock, job.deleteAfterDays)) {
            return Optional.of(
                    new BackupFailure(
                            "INVALID_LIFECYCLE",
                            "Backup job failed. The retention specified in the job is not within the"
                                    + " range specified for the target Backup Vault."));
        }
        var start =
                AccessRequest.of("backup:StartBackupJob", vault.arn())
                        .guardedBy(vault.accessPolicy, vault.account);
        // The role needs no right of its own to this action: only the vault's own refusal counts.
        return around.access().foresee(role(job), job.region, start)
                                instanceof Decision.Denied(var why)
                        && why.contains("explicit deny in a resource-based policy")
                ? Optional.of(BackupFailure.accessDenied(why))
                : Optional.empty();
    }

    private Optional<BackupFailure> ofResource(BackupJob job) {
        var found = around.clusters().find(job.resourceArn);
        if (found.isEmpty()) {
            return Optional.of(
                    BackupFailure.notFound("DBCluster " + job.resourceArn + " does not exist."));
        }
        var cluster = found.get();
        if (!cluster.status.equals("available")) {
            return Optional.of(
                    new BackupFailure(
                            "INVALID_STATE",
                            "DB cluster " + cluster.name + " is not in available state."));
        }
        if (cluster.secondary && !around.switches().secondaryClustersBackUp()) {
            return Optional.of(BackupFailure.unsupported());
        }
        return ofSnapshotRights(job, cluster).or(() -> ofKey(job, cluster));
    }

    private Optional<BackupFailure> ofSnapshotRights(BackupJob job, Cluster cluster) {
        for (var resource : List.of(cluster.arn(), BackupResult.snapshotArn(job))) {
            if (!may(job, "rds:CreateDBClusterSnapshot", resource)) {
                return Optional.of(BackupFailure.rightsMissing(job.roleArn));
            }
        }
        return Optional.empty();
    }

    /// Whether the key of a cluster can be used now by the role.
    Optional<BackupFailure> ofKey(BackupJob job, Cluster cluster) {
        if (cluster.encryption != Encryption.SSE_KMS) {
            return Optional.empty();
        }
        var actions = List.of("kms:DescribeKey", "kms:CreateGrant");
        var via = "rds." + job.region + ".amazonaws.com";
        return around.keys().use(role(job), cluster.keyArn, actions, via)
                        instanceof Decision.Denied(var why)
                ? Optional.of(BackupFailure.key(why))
                : Optional.empty();
    }

    /// The tags that the point gets. Without the rights to read and set them a backup completes bare.
    Optional<SequencedMap<String, String>> tags(BackupJob job, Cluster cluster) {
        var tags = new TreeMap<>(cluster.tags);
        tags.putAll(job.pointTags);
        return tags.isEmpty() || mayTag(job, cluster) ? Optional.of(tags) : Optional.empty();
    }

    private boolean mayTag(BackupJob job, Cluster cluster) {
        return may(job, "rds:ListTagsForResource", cluster.arn())
                && may(job, "rds:AddTagsToResource", BackupResult.snapshotArn(job));
    }

    private boolean may(BackupJob job, String action, String resource) {
        return around.access()
                .decide(role(job), job.region, AccessRequest.of(action, resource))
                .allowed();
    }

    private static PassedRole role(BackupJob job) {
        return ServiceRole.passed(job.roleArn, job.account);
    }
}
