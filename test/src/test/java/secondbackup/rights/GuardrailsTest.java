package secondbackup.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.world.SimulatedOrganization;

/// What the deployed service control policies deny to an administrator, action by action, and what they leave alone.
final class GuardrailsTest {
    private static final SimulatedOrganization AWS =
            Day.deployed(SmallWorld.read(SmallWorld.bare())).world();
    private static final String FOR_AWS = "kms:GrantIsForAWSResource";
    private static final String STACKS = "arn:aws:cloudformation:REGION:ACCOUNT:stack";
    private static final String KEY = "arn:aws:kms:eu-central-1:333333333333:key/any";

    private static boolean denied(String account, String action, String resource) {
        return denied(
                account,
                AccessRequest.of(
                        action,
                        resource.replace("STACKS", STACKS)
                                .replace("ACCOUNT", account)
                                .replace("REGION", "sa-east-1")));
    }

    private static boolean denied(String account, AccessRequest request) {
        return AWS.access().decide(new Principal.Administrator(account), SmallWorld.HOME, request)
                        instanceof Decision.Denied(var words)
                && words.contains("explicit deny in a service control policy");
    }

    /// What would undo, weaken, hide or give away a second backup, or silence whoever tells of it.
    @ParameterizedTest
    @CsvSource({
        "account:CloseAccount, *",
        "account:DisableRegion, *",
        "account:EnableRegion, *",
        "backup:AssociateBackupVaultMpaApprovalTeam, *",
        "backup:CancelLegalHold, arn:aws:backup:eu-central-1:ACCOUNT:legal-hold:any",
        "backup:CopyFromBackupVault, *",
        "backup:CreateBackupPlan, *",
        "backup:CreateRestoreTestingPlan, *",
        "backup:DeleteBackupVault, *",
        "backup:DeleteBackupVaultAccessPolicy, *",
        "backup:DeleteBackupVaultLockConfiguration, *",
        "backup:DeleteRecoveryPoint, *",
        "backup:DisassociateBackupVaultMpaApprovalTeam, *",
        "backup:DisassociateRecoveryPoint, *",
        "backup:DisassociateRecoveryPointFromParent, *",
        "backup:PutBackupVaultAccessPolicy, *",
        "backup:PutBackupVaultLockConfiguration, *",
        "backup:PutBackupVaultSharingPolicy, *",
        "backup:StartBackupJob, *",
        "backup:StartRestoreJob, *",
        "backup:UpdateRecoveryPointLifecycle, *",
        "cloudtrail:DeleteTrail, *",
        "cloudtrail:PutEventSelectors, *",
        "cloudtrail:StopLogging, *",
        "cloudtrail:UpdateTrail, *",
        "cloudwatch:DeleteAlarms, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:second-backup-silence",
        "cloudwatch:DisableAlarmActions, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:second-backup-silence",
        "cloudwatch:PutAlarmMuteRule, arn:aws:cloudwatch:REGION:ACCOUNT:alarm-mute-rule:any",
        "cloudwatch:PutCompositeAlarm, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:second-backup-silence",
        "cloudwatch:PutMetricAlarm, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:second-backup-silence",
        "cloudwatch:SetAlarmState, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:second-backup-silence",
        "events:DeleteRule, arn:aws:events:REGION:ACCOUNT:rule/second-backup-tripwire-KeyTouched",
        "events:DisableRule, arn:aws:events:REGION:ACCOUNT:rule/second-backup-tripwire-KeyTouched",
        "events:PutRule, arn:aws:events:REGION:ACCOUNT:rule/second-backup-tripwire-KeyTouched",
        "events:PutTargets, arn:aws:events:REGION:ACCOUNT:rule/second-backup-tripwire-KeyTouched",
        "events:RemoveTargets, arn:aws:events:REGION:ACCOUNT:rule/second-backup-tripwire-KeyTouched",
        "iam:AttachRolePolicy, arn:aws:iam::ACCOUNT:role/second-backup-tripwires",
        "iam:DeleteRole, arn:aws:iam::ACCOUNT:role/second-backup-self-test",
        "iam:PutRolePermissionsBoundary, arn:aws:iam::ACCOUNT:role/second-backup-tripwires",
        "iam:UpdateAssumeRolePolicy, arn:aws:iam::ACCOUNT:role/AWSBackup-second-backup-recovery",
        "kms:DeleteImportedKeyMaterial, *",
        "kms:DisableKey, *",
        "kms:PutKeyPolicy, *",
        "kms:RetireGrant, *",
        "kms:RevokeGrant, *",
        "kms:ScheduleKeyDeletion, *",
        "kms:UpdatePrimaryRegion, *",
        "organizations:LeaveOrganization, *",
        "ram:AssociateResourceShare, *",
        "ram:CreateResourceShare, *",
        "rds:CopyDBClusterSnapshot, arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:mine",
        "rds:DeleteDBClusterSnapshot, *",
        "rds:ModifyDBClusterSnapshotAttribute, *",
        "rds:RestoreDBClusterFromSnapshot, *",
        "rds:RestoreDBClusterToPointInTime, *",
        "rds:StartExportTask, *",
        "sns:AddPermission, arn:aws:sns:REGION:ACCOUNT:second-backup-alarms",
        "sns:DeleteTopic, arn:aws:sns:REGION:ACCOUNT:second-backup-alarms",
        "sns:PutDataProtectionPolicy, arn:aws:sns:REGION:ACCOUNT:second-backup-alarms",
        "sns:RemovePermission, arn:aws:sns:REGION:ACCOUNT:second-backup-alarms",
        "sns:SetSubscriptionAttributes, *",
        "sns:SetTopicAttributes, arn:aws:sns:REGION:ACCOUNT:second-backup-alarms",
        "sns:Unsubscribe, *",
    })
    void nobodyInTheVaultAccountMay(String action, String resource) {
        assertThat(denied(SmallWorld.VAULT, action, resource)).isTrue();
    }

    /// What repairs, keeps or looks, and what has nothing to do with us.
    @ParameterizedTest
    @CsvSource({
        "backup:CreateLegalHold, *",
        "backup:DescribeRecoveryPoint, *",
        "cloudtrail:StartLogging, *",
        "cloudwatch:EnableAlarmActions, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:second-backup-silence",
        "cloudwatch:PutMetricAlarm, arn:aws:cloudwatch:REGION:ACCOUNT:alarm:theirs",
        "events:EnableRule, arn:aws:events:REGION:ACCOUNT:rule/second-backup-tripwire-KeyTouched",
        "events:PutRule, arn:aws:events:REGION:ACCOUNT:rule/theirs",
        "iam:CreateRole, arn:aws:iam::ACCOUNT:role/theirs",
        "iam:PassRole, arn:aws:iam::ACCOUNT:role/AWSBackup-second-backup-recovery",
        "kms:CancelKeyDeletion, *",
        "kms:EnableKey, *",
        "ram:DisassociateResourceShare, *",
        "rds:DescribeDBClusterSnapshots, *",
        "sns:Subscribe, arn:aws:sns:REGION:ACCOUNT:second-backup-alarms",
    })
    void whatRepairsAndLooksIsLeftAlone(String action, String resource) {
        assertThat(denied(SmallWorld.VAULT, action, resource)).isFalse();
    }

    /// The service that needs the key has AWS say that it is one.
    @Test
    void theKeyIsLentToNobodyButAwsServices() {
        var lending = AccessRequest.of("kms:CreateGrant", KEY);

        assertThat(denied(SmallWorld.VAULT, lending)).isTrue();
        assertThat(denied(SmallWorld.VAULT, lending.with(FOR_AWS, "false"))).isTrue();
        assertThat(denied(SmallWorld.VAULT, lending.with(FOR_AWS, "true"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cloudformation:CreateChangeSet, STACKS/StackSet-second-backup-member-roles-0a1b/any",
        "cloudformation:DeleteStack, STACKS/StackSet-second-backup-member-backup-0a1b/any",
        "cloudformation:ExecuteChangeSet, STACKS/StackSet-second-backup-member-roles-0a1b/any",
        "cloudformation:SetStackPolicy, STACKS/StackSet-second-backup-member-roles-0a1b/any",
        "cloudformation:UpdateStack, STACKS/StackSet-second-backup-member-roles-0a1b/any",
        "iam:AttachRolePolicy, arn:aws:iam::ACCOUNT:role/stacksets-exec-0a1b",
        "iam:CreateRole, arn:aws:iam::ACCOUNT:role/stacksets-exec-mine",
        "iam:CreateRole, arn:aws:iam::ACCOUNT:role/a/path/stacksets-exec-mine",
        "iam:CreateRole, arn:aws:iam::ACCOUNT:role/stacksets-exec-mine/any",
        "iam:PassRole, arn:aws:iam::ACCOUNT:role/stacksets-exec-0a1b",
        "iam:PutRolePolicy, arn:aws:iam::ACCOUNT:role/stacksets-exec-0a1b",
        "iam:UpdateAssumeRolePolicy, arn:aws:iam::ACCOUNT:role/stacksets-exec-0a1b",
        "iam:UpdateAssumeRolePolicy, arn:aws:iam::ACCOUNT:role/second-backup-member-copy",
    })
    void nobodyInAMemberAccountMay(String action, String resource) {
        assertThat(denied(SmallWorld.SHOP, action, resource)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cloudformation:DescribeStacks, STACKS/StackSet-second-backup-member-roles-0a1b/any",
        "cloudformation:DetectStackDrift, STACKS/StackSet-second-backup-member-roles-0a1b/any",
        "cloudformation:DeleteStack, STACKS/StackSet-theirs-0a1b/any",
        "cloudformation:UpdateStack, STACKS/web/any",
        "iam:CreateRole, arn:aws:iam::ACCOUNT:role/web",
        "iam:CreateRole, arn:aws:iam::ACCOUNT:role/my-stacksets-exec",
        "iam:PassRole, arn:aws:iam::ACCOUNT:role/AWSBackup-second-backup",
        "iam:GetRole, arn:aws:iam::ACCOUNT:role/stacksets-exec-0a1b",
        "rds:DeleteDBClusterSnapshot, arn:aws:rds:eu-west-1:ACCOUNT:cluster-snapshot:before-release",
    })
    void theDailyWorkOfMembersIsLeftAlone(String action, String resource) {
        assertThat(denied(SmallWorld.SHOP, action, resource)).isFalse();
    }
}
