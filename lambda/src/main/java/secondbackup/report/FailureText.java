package secondbackup.report;

import secondbackup.copy.FailureCause;
import secondbackup.gap.Gap;
import secondbackup.inventory.Arn;
import secondbackup.policy.Estate;

/// Words for the causes of failed copy jobs.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts", "AWS Backup Vault Lock"
/// and "Backup dashboards", read 2026-11-22.
final class FailureText {
    private FailureText() {}

    static String cause(FailureCause cause) {
        return switch (cause) {
            case KEY -> "A key stands in the way.";
            case POLICY -> "A policy or a role refuses the copy.";
            case ORGANIZATION -> "The organization does not allow copies between accounts.";
            case LIFECYCLE -> "The retention asked for is outside the vault lock's bounds.";
            case TAG_POLICY -> "The tags of the cluster cannot be copied.";
            case UNSUPPORTED -> "AWS Backup does not support this copy.";
            case SOURCE_GONE -> "The recovery point, or something it needs, is gone.";
            case QUOTA -> "A quota of AWS is used up; it is tried again, 6 times at most.";
            case BUSY -> "Another job holds the cluster; it is tried again, 6 times at most.";
            case AWS_INTERNAL -> "AWS had an error of its own; it is tried again, 6 times at most.";
            case UNKNOWN -> "The cause is not known; it is tried again, 6 times at most.";
        };
    }

    static String remedy(Gap.CopyFailing gap, Where where, Estate estate) {
        var vault =
                where.account()
                        .map(id -> estate.vaultOf(id).arn())
                        .orElseGet(() -> estate.vaults().getFirst().arn());
        var cluster = clusterCommand(where);
        return switch (gap.failure()) {
            case KEY ->
                    cluster
                            + " names the key (KmsKeyId). See that it is enabled and that its policy admits"
                            + " AWSServiceRoleForBackup of account "
                            + vault.accountText()
                            + " (statements on the runbook page KeyNotShareable). The next recovery point is"
                            + " then copied.";
            case POLICY ->
                    policy(vault)
                            + " must allow backup:CopyIntoBackupVault to the organization, and role "
                            + estate.roles().backup()
                            + " of the cluster's account must exist, trust backup.amazonaws.com and be bound by"
                            + " no denying service control policy. The next recovery point is then copied.";
            case ORGANIZATION ->
                    "In management account "
                            + estate.managementAccount()
                            + ": aws backup update-global-settings --global-settings"
                            + " isCrossAccountBackupEnabled=true";
            case LIFECYCLE ->
                    "Bring retentionDays in policies/backup within the lock's bounds: in account "
                            + vault.accountText()
                            + ": aws backup describe-backup-vault --region "
                            + vault.regionText()
                            + " --backup-vault-name "
                            + vault.name()
                            + " (MinRetentionDays, MaxRetentionDays). Then build and deploy.";
            case TAG_POLICY ->
                    "See the cluster's tags ("
                            + cluster
                            + ") and bring them in line with the"
                            + " organization's tag policy and AWS's limit of 50 tags.";
            case UNSUPPORTED ->
                    "See that Aurora can be copied from "
                            + where.region()
                            + " to "
                            + vault.regionText()
                            + " in one step (AWS Backup Developer Guide, \"Feature availability\"); if the"
                            + " guide says so, open a case with AWS Support naming copy job "
                            + PlainText.name(gap.copyJobId())
                            + ".";
            case SOURCE_GONE ->
                    "Take a new recovery point, "
                            + where.inAccount()
                            + CopyText.backUp(where, estate);
            case QUOTA, BUSY ->
                    "Nothing, unless it stands for a day: then see what else copies into account "
                            + vault.accountText()
                            + " and "
                            + vault.regionText()
                            + ", or copies this cluster: "
                            + CopyText.jobs(where);
            case AWS_INTERNAL, UNKNOWN ->
                    "Read the job, "
                            + where.inAccount()
                            + "aws backup describe-copy-job --region "
                            + where.region()
                            + " --copy-job-id "
                            + PlainText.argument(gap.copyJobId())
                            + ". If it fails for a day, open a case with AWS Support naming that job.";
        };
    }

    private static String clusterCommand(Where where) {
        return where.inAccount()
                + "aws rds describe-db-clusters --region "
                + where.region()
                + " --db-cluster-identifier "
                + where.arnArgument();
    }

    private static String policy(Arn vault) {
        return "In account "
                + vault.accountText()
                + ": aws backup get-backup-vault-access-policy --region "
                + vault.regionText()
                + " --backup-vault-name "
                + vault.name();
    }
}
