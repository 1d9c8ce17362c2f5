package secondbackup.report;

import secondbackup.copy.FailureCause;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.CopyFailing.LastTry;
import secondbackup.inventory.Arn;
import secondbackup.policy.Estate;

/// Words for the causes of failed copy jobs.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts", "AWS Backup Vault Lock"
/// and "Backup dashboards", read 2026-11-22.
final class FailureText {
    private FailureText() {}

    static String cause(Gap.CopyFailing gap) {
        var again =
                switch (gap.lastTry()) {
                    case LastTry.Job _ -> "; it is tried again, 6 times at most.";
                    case LastTry.Order _ -> "; it is ordered again every 10 minutes.";
                };
        return switch (gap.failure()) {
            case KEY -> "A key stands in the way.";
            case POLICY -> "A policy or a role refuses the copy.";
            case ORGANIZATION -> "The organization does not allow copies between accounts.";
            case LIFECYCLE -> "The retention asked for is outside the vault lock's bounds.";
            case TAG_POLICY -> "The tags of the cluster cannot be copied.";
            case UNSUPPORTED -> "AWS Backup does not support this copy.";
            case SOURCE_GONE -> "The recovery point, or something it needs, is gone.";
            case QUOTA -> "A quota of AWS is used up" + again;
            case BUSY -> "Another job, or a window of the cluster's own, holds it" + again;
            case AWS_INTERNAL -> "AWS had an error of its own" + again;
            case UNKNOWN -> "The cause is none that this version knows" + again;
        };
    }

    static String remedy(Gap.CopyFailing gap, Where where, Estate estate) {
        return switch (gap.lastTry()) {
            case LastTry.Job(var id, _, _) -> ofJob(gap.failure(), id, where, estate);
            case LastTry.Order _ -> ofOrder(gap.failure(), where, estate);
        };
    }

    /// It is ordered anew by itself as soon as AWS takes it, so only what stands in the way must go.
    private static String ofOrder(FailureCause cause, Where where, Estate estate) {
        return switch (cause) {
            case POLICY ->
                    "See that roles "
                            + estate.roles().copy()
                            + " and "
                            + estate.roles().backup()
                            + " of the cluster's account are as the member stacks make them, and that no"
                            + " service control policy denies them backup:StartCopyJob, backup:CopyFromBackupVault"
                            + " or iam:PassRole.";
            case KEY, ORGANIZATION, LIFECYCLE, TAG_POLICY, SOURCE_GONE, QUOTA, BUSY ->
                    ofJob(cause, "", where, estate);
            case UNSUPPORTED, AWS_INTERNAL, UNKNOWN ->
                    "Nothing, unless it stands for a day: then open a case with AWS Support from the cluster's"
                            + " account, naming StartCopyJob, "
                            + where.region()
                            + " and what AWS says.";
        };
    }

    private static String ofJob(FailureCause cause, String copyJobId, Where where, Estate estate) {
        var vault =
                where.account()
                        .map(id -> estate.vaultOf(id).arn())
                        .orElseGet(() -> estate.vaults().getFirst().arn());
        var cluster = clusterCommand(where);
        return switch (cause) {
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
                            + PlainText.name(copyJobId)
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
                            + PlainText.argument(copyJobId)
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
