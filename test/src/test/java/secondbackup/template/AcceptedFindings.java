package secondbackup.template;

import java.util.List;

/// What cdk-nag finds and what stays all the same.
final class AcceptedFindings {
    /// @param resources pattern of the constructs' paths
    /// @param rule pattern of the rule's name
    /// @param why the reason for which it stays
    record Accepted(String resources, String rule, String why) {}

    private AcceptedFindings() {}

    static List<Accepted> all() {
        return List.of(
                new Accepted(
                        "/SecondBackupControl/(Report|Ledger)Bucket",
                        "AwsSolutions-S1",
                        "Who reads and writes the buckets is a matter of AWS CloudTrail's data events, which an"
                                + " organization records in one place; a log beside the bucket would be in the"
                                + " same hands as the bucket."),
                new Accepted(
                        "/SecondBackupControl/Sweep",
                        "AwsSolutions-SF1",
                        "AWS keeps the whole history of each execution for 90 days, and each Lambda logs what it"
                                + " did; a second log would need a role that may change every log delivery of the"
                                + " account."),
                new Accepted(
                        "/SecondBackupControl/Sweep",
                        "AwsSolutions-SF2",
                        "A sweep has five steps and no latency that anybody waits for; the history of its execution"
                                + " says how long each took."),
                new Accepted(
                        ".*",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:logs:[^*]*:\\*\\]",
                        "The star stands for the log streams of the one log group that is named."),
                new Accepted(
                        ".*",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:s3:::second-backup-reports-[^/]*/[a-z]+/.*\\]",
                        "The stars stand for moments and accounts below one folder of the one bucket."),
                new Accepted(
                        "/SecondBackupControl/VerifyRole",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:s3:::second-backup-ledger-\\d+/days/\\*\\]",
                        "The star stands for days below one folder of the ledger; what lies there once is under"
                                + " Object Lock."),
                new Accepted(
                        "/SecondBackupControl/NotifyRole",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:secretsmanager:[^*]*:secret:second-backup/slack-webhook-\\*\\]",
                        "AWS Secrets Manager ends each secret's ARN in six random characters, and the webhooks of"
                                + " further channels begin alike."),
                new Accepted(
                        "/SecondBackupControl/(Copy|Survey)Role",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:iam::\\*:role/second-backup-member-.*\\]",
                        "The star stands for the accounts of the organization, which a condition demands; which"
                                + " there are changes every day."),
                new Accepted(
                        "/SecondBackupControl/ListRole",
                        "AwsSolutions-IAM5\\[Resource::\\*\\]",
                        "The listing calls of AWS Organizations know no resource to narrow them to."),
                new Accepted(
                        "/SecondBackup(MemberRoles/(BackupRole|SurveyRole|CopyStarter)Role|Vault-[a-z-]+/(VaultReader|VaultHolder|SurveyRole)Role"
                                + "|RecoveryVaultSide/Recovery(Backup)?Role)",
                        "AwsSolutions-IAM5\\[Resource::\\*\\]",
                        "These statements of policies/rights read lists that know no resource, or are narrowed by their"
                                + " conditions or by a Deny beside them; NothingDestroysTest and the reasons in the"
                                + " files say which."),
                new Accepted(
                        "/SecondBackup(MemberRoles|RecoveryVaultSide)/.*BackupRole(Role)?|/SecondBackupRecoveryVaultSide/.*",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:(rds:\\*:\\*:cluster-snapshot:awsbackup:\\*"
                                + "|backup:\\*:\\*:backup-vault:\\*)\\]",
                        "AWS Backup works in every source Region, with snapshots and vaults whose names it makes up; where"
                                + " copies may go a Deny of the same role says."),
                new Accepted(
                        "/SecondBackupOrganization/StacksReaderRole",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:cloudformation:[^*]*:stackset/second-backup-member-\\*:\\*\\]",
                        "The stars stand for our two StackSets and the ids that AWS CloudFormation gives them; how they"
                                + " stand is read, and no more."),
                new Accepted(
                        "/SecondBackupVault-[a-z-]+/VaultReaderRole",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:iam::<AWS::AccountId>:user/\\*\\]",
                        "The star stands for users whom nobody planned: each is asked for its access keys, to read"
                                + " and no more."),
                new Accepted(
                        "/SecondBackupControl/SweepRole",
                        "AwsSolutions-IAM5\\[Resource::arn:aws:states:.*:execution:second-backup-sweep.*\\]",
                        "The star stands for the names of executions of the one state machine."));
    }
}
