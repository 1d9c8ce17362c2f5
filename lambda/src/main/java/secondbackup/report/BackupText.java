package secondbackup.report;

import java.time.Instant;
import secondbackup.copy.FailureCause;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Estate;

/// Words for backups that fail in a cluster's own account.
///
/// Source: AWS Backup Developer Guide, "AWS Backup console dashboards" (reasons) and "Backup plan options and
/// configuration" (windows), read 2026-11-27.
final class BackupText {
    private final Estate estate;
    private final Instant now;

    BackupText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords backupFailing(Gap.BackupFailing gap) {
        var where = Where.of(gap.subject());
        var job = gap.job();
        var category = job.category().isEmpty() ? "" : " (" + PlainText.name(job.category()) + ")";
        return new GapWords(
                where.label()
                        + ": the last backup in its own account ended as "
                        + PlainText.name(job.state())
                        + ", begun "
                        + TimeText.since(job.createdAt(), now)
                        + ", backup job "
                        + PlainText.name(job.id()),
                cause(gap.failure())
                        + " AWS says"
                        + category
                        + ": "
                        + (job.message().isEmpty() ? "nothing" : PlainText.message(job.message())),
                remedy(gap, where));
    }

    private static String cause(FailureCause cause) {
        return switch (cause) {
            case KEY -> "The cluster's key stands in the way.";
            case POLICY -> "A policy or a role refuses the backup.";
            case ORGANIZATION -> "The organization does not allow it.";
            case LIFECYCLE -> "The plan's retention does not fit its vault.";
            case TAG_POLICY -> "The tags of the cluster cannot be copied.";
            case UNSUPPORTED -> "AWS Backup does not support this backup.";
            case SOURCE_GONE -> "The cluster, or something the backup needs, is gone.";
            case QUOTA -> "A quota of AWS is used up.";
            case BUSY ->
                    "The cluster was not free in time: another job, or a window of its own, held it.";
            case AWS_INTERNAL -> "AWS had an error of its own.";
            case UNKNOWN -> "The cause is none that this version knows.";
        };
    }

    private String remedy(Gap.BackupFailing gap, Where where) {
        var account = where.account().map(AccountId::value).orElse("");
        var again = " Then take one now, " + where.inAccount() + CopyText.backUp(where, estate);
        return switch (gap.failure()) {
            case KEY ->
                    "See that the cluster's key is enabled and admits role "
                            + estate.roles().backup()
                            + " of account "
                            + account
                            + ": "
                            + where.inAccount()
                            + "aws rds describe-db-clusters --region "
                            + where.region()
                            + " --db-cluster-identifier "
                            + where.arnArgument()
                            + " names it (KmsKeyId)."
                            + again;
            case POLICY, ORGANIZATION ->
                    "See that role "
                            + estate.roles().backup()
                            + " of account "
                            + account
                            + " is as the member stacks make it, and that no service control policy binds it."
                            + again;
            case LIFECYCLE, TAG_POLICY, UNSUPPORTED, SOURCE_GONE ->
                    "Read the job, " + where.inAccount() + describe(gap, where) + "." + again;
            case QUOTA, BUSY, AWS_INTERNAL, UNKNOWN ->
                    "Nothing, unless it happens again tomorrow: then read the job, "
                            + where.inAccount()
                            + describe(gap, where)
                            + ", and move schedule.cron in policies/backup away from what holds the cluster."
                            + again;
        };
    }

    private static String describe(Gap.BackupFailing gap, Where where) {
        return "aws backup describe-backup-job --region "
                + where.region()
                + " --backup-job-id "
                + PlainText.argument(gap.job().id());
    }
}
