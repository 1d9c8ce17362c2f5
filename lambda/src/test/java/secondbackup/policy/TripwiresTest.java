package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.handler.PolicyFiles;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;
import secondbackup.inventory.Region;

/// Which calls ring, and which do not, with the tripwires of the example estate.
final class TripwiresTest {
    private static final String MANAGEMENT = "111111111111";
    private static final String CONTROL = "222222222222";
    private static final String VAULT = "333333333333";
    private static final String SHOP = "444444444402";
    private static final Tripwires TRIPWIRES = read("");

    private static Tripwires read(String instead) {
        var files = PolicyFiles.read(Optional.empty());
        var estate = PolicyReader.read(files).estate();
        if (!instead.isEmpty()) {
            files.put(TripwireReader.FILE, instead);
        }
        return TripwireReader.read(files, estate);
    }

    private static ApiCall call(String account, String call, String parameter, String value) {
        var split = call.split(":", 2);
        return new ApiCall(
                new AccountId(account),
                new Region("eu-central-1"),
                Instant.parse("2026-11-27T03:04:05Z"),
                split[0],
                split[1],
                "arn:aws:iam::" + account + ":user/Alice",
                Optional.empty(),
                Optional.empty(),
                "203.0.113.7",
                Optional.empty(),
                new TreeMap<>(Map.of(parameter, value)));
    }

    private static ApiCall by(ApiCall call, String role, String invokedBy) {
        return new ApiCall(
                call.account(),
                call.region(),
                call.at(),
                call.service(),
                call.name(),
                "arn:aws:sts::" + call.account() + ":assumed-role/" + role + "/session",
                Optional.of(role),
                Optional.of(invokedBy).filter(by -> !by.isEmpty()),
                call.from(),
                call.error(),
                call.parameters());
    }

    private static String rung(ApiCall call) {
        return TRIPWIRES.rungBy(call).map(Tripwire::name).orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "333333333333, backup:DeleteRecoveryPoint, backupVaultName, second-backup, PointsTouched",
        "333333333333, backup:PutBackupVaultAccessPolicy, backupVaultName, other, VaultChanged",
        "333333333333, kms:ScheduleKeyDeletion, keyId, any, KeyTouched",
        "333333333333, iam:CreateUser, userName, eve, VaultAccountOpened",
        "333333333333, iam:PutRolePermissionsBoundary, roleName, any, VaultAccountOpened",
        "333333333333, iam:DeleteRolePermissionsBoundary, roleName, any, VaultAccountOpened",
        "333333333333, organizations:LeaveOrganization, none, none, AccountLeaves",
        "333333333333, backup:StartCopyJob, recoveryPointArn, any, CopiedOut",
        "333333333333, backup:StartRestoreJob, recoveryPointArn, any, CopiedOut",
        "333333333333, backup:CreateRestoreTestingPlan, none, none, CopiedOut",
        "333333333333, rds:RestoreDBClusterFromSnapshot, none, none, CopyRead",
        "333333333333, rds:RestoreDBClusterToPointInTime, none, none, CopyRead",
        "333333333333, rds:StartExportTask, none, none, CopyRead",
        "333333333333, rds:CopyDBClusterSnapshot, none, none, SnapshotCopied",
        "333333333333, account:EnableRegion, regionName, il-central-1, RegionSwitchedOn",
        "111111111111, account:EnableRegion, accountId, 333333333333, RegionSwitchedOnForVault",
        "333333333333, account:DisableRegion, regionName, il-central-1, RegionSwitchedOff",
        "111111111111, account:DisableRegion, accountId, 444444444402, RegionSwitchedOff",
        "111111111111, account:DisableRegion, regionName, il-central-1, RegionSwitchedOff",
        "333333333333, monitoring:DeleteAlarms, none, none, AlarmsSilenced",
        "333333333333, monitoring:PutAlarmMuteRule, none, none, AlarmsSilenced",
        "333333333333, sns:Unsubscribe, subscriptionArn, any, MailsSilenced",
        "222222222222, sns:SetSubscriptionAttributes, subscriptionArn, any, MailsSilenced",
        "333333333333, ram:CreateResourceShare, name, any, VaultShared",
        "333333333333, iam:DeactivateMFADevice, userName, first.person, VaultAccountOpened",
        "333333333333, iam:SetDefaultPolicyVersion, policyArn, any, VaultAccountOpened",
        "111111111111, organizations:RegisterDelegatedAdministrator, none, none, GuardrailsChanged",
        "111111111111, organizations:DetachPolicy, policyId, p-example, GuardrailsChanged",
        "111111111111, organizations:MoveAccount, accountId, 333333333333, AccountMoved",
        "111111111111, organizations:MoveAccount, accountId, 222222222222, AccountMoved",
        "111111111111, backup:UpdateGlobalSettings, none, none, BackupSwitchedOff",
        "222222222222, iam:PutRolePolicy, roleName, second-backup-copy, RolesChanged",
        "222222222222, iam:PutRolePermissionsBoundary, roleName, second-backup-verify, RolesChanged",
        "222222222222, events:DisableRule, name, any, RulesSilenced",
        "444444444402, iam:DeleteRole, roleName, AWSBackup-second-backup, RolesChanged",
        "444444444402, backup:DeleteBackupVault, backupVaultName, second-backup-source-1a2b3c4d,"
                + " SourceVaultChanged",
        "444444444402, backup:DeleteRecoveryPoint, backupVaultName, second-backup-rekey,"
                + " SourcePointsTouched",
        "444444444402, rds:ModifyDBClusterSnapshotAttribute, dBClusterSnapshotIdentifier,"
                + " awsbackup:job-1, SnapshotTouched",
        "444444444402, rds:DeleteDBClusterSnapshot, dBClusterSnapshotIdentifier,"
                + " arn:aws:rds:eu-west-1:444444444402:cluster-snapshot:awsbackup:job-1,"
                + " SnapshotTouched"
    })
    void rings(String account, String call, String parameter, String value, String name) {
        assertThat(rung(call(account, call, parameter, value))).isEqualTo(name);
    }

    /// What teams do every day, and what rings elsewhere.
    @ParameterizedTest
    @CsvSource({
        "444444444402, rds:DeleteDBClusterSnapshot, dBClusterSnapshotIdentifier, before-release-7",
        "444444444402, rds:DeleteDBClusterSnapshot, none, none",
        "444444444402, backup:DeleteRecoveryPoint, backupVaultName, Default",
        "444444444402, backup:DeleteRecoveryPoint, backupVaultName, their-second-backup-source",
        "444444444402, backup:StartCopyJob, sourceBackupVaultName, second-backup-source",
        "444444444402, rds:RestoreDBClusterFromSnapshot, none, none",
        "444444444402, rds:CopyDBClusterSnapshot, none, none",
        "444444444402, rds:StartExportTask, none, none",
        "444444444402, backup:StartRestoreJob, recoveryPointArn, any",
        "444444444402, kms:ScheduleKeyDeletion, keyId, theirs",
        "444444444402, iam:CreateRole, roleName, web",
        "444444444402, sns:Unsubscribe, subscriptionArn, any",
        "444444444402, ram:CreateResourceShare, name, theirs",
        "333333333333, sns:Subscribe, topicArn, any",
        "333333333333, ram:DisassociateResourceShare, none, none",
        "444444444402, iam:DeleteRole, roleName, web",
        "444444444402, events:DisableRule, name, theirs",
        "111111111111, organizations:MoveAccount, accountId, 444444444402",
        "111111111111, organizations:CreateAccount, none, none",
        "444444444402, account:EnableRegion, regionName, il-central-1",
        "111111111111, account:EnableRegion, accountId, 444444444402",
        "111111111111, account:EnableRegion, accountId, 222222222222",
        "111111111111, account:EnableRegion, regionName, il-central-1",
        "222222222222, iam:PutRolePolicy, roleName, somebody-else",
        "333333333333, backup:DescribeBackupVault, backupVaultName, second-backup",
        "333333333333, ec2:StartInstances, none, none"
    })
    void staysSilent(String account, String call, String parameter, String value) {
        assertThat(rung(call(account, call, parameter, value))).isEqualTo("nothing");
    }

    /// A copy into an air-gapped vault looks like a snapshot that is shared outside the organization.
    @Test
    void staysSilentWhenAwsBackupSharesForACopyOrTidiesUp() {
        for (var name :
                new String[] {"ModifyDBClusterSnapshotAttribute", "DeleteDBClusterSnapshot"}) {
            var call = call(SHOP, "rds:" + name, "dBClusterSnapshotIdentifier", "awsbackup:job-1");
            var backup = by(call, "AWSBackup-second-backup", "backup.amazonaws.com");

            assertThat(rung(backup)).isEqualTo("nothing");
            assertThat(rung(by(call, "AWSBackup-second-backup", ""))).isEqualTo("SnapshotTouched");
            assertThat(rung(by(call, "AWSBackup-second-backup", "cloudformation.amazonaws.com")))
                    .isEqualTo("SnapshotTouched");
        }
    }

    /// A restore rings whoever asks for it: a plan of restore tests that somebody made would come this way.
    @Test
    void staysSilentWhenAwsBackupBringsACopyInAndRingsWhenItTakesOneOut() {
        var copy = call(VAULT, "rds:CopyDBClusterSnapshot", "none", "none");
        var restore = call(VAULT, "rds:RestoreDBClusterFromSnapshot", "none", "none");

        assertThat(rung(by(copy, "AWSServiceRoleForBackup", "backup.amazonaws.com")))
                .isEqualTo("nothing");
        assertThat(rung(by(restore, "AWSBackup-mallory", "backup.amazonaws.com")))
                .isEqualTo("CopyRead");
    }

    @Test
    void staysSilentWhenRdsAndAwsBackupGiveTheKeyBack() {
        var call = call(VAULT, "kms:RevokeGrant", "keyId", "any");

        assertThat(rung(by(call, "any", "rds.amazonaws.com"))).isEqualTo("nothing");
        assertThat(rung(by(call, "any", "backup.amazonaws.com"))).isEqualTo("nothing");
        assertThat(rung(call)).isEqualTo("KeyTouched");
    }

    @Test
    void staysSilentWhenStackSetsUpdateOurRolesAndRingsForAnybodyWithALikeName() {
        var call = call(SHOP, "iam:PutRolePolicy", "roleName", "second-backup-member-copy");

        assertThat(rung(by(call, "stacksets-exec-0a1b2c", "cloudformation.amazonaws.com")))
                .isEqualTo("nothing");
        assertThat(rung(by(call, "my-stacksets-exec-0a1b2c", ""))).isEqualTo("RolesChanged");
    }

    @Test
    void knowsWhatEachAccountIs() {
        assertThat(TRIPWIRES.places(new AccountId(MANAGEMENT)))
                .containsExactly(Tripwire.Place.ORGANIZATION, Tripwire.Place.MEMBER);
        assertThat(TRIPWIRES.places(new AccountId(CONTROL)))
                .containsExactly(Tripwire.Place.CONTROL, Tripwire.Place.MEMBER);
        assertThat(TRIPWIRES.places(new AccountId(VAULT))).containsExactly(Tripwire.Place.VAULT);
        assertThat(TRIPWIRES.places(new AccountId(SHOP))).containsExactly(Tripwire.Place.MEMBER);
    }

    @Test
    void saysEverythingThatIsWrongWithTheFileAtOnce() {
        assertThatThrownBy(() ->
                        read(
                                """
                                {"why": "", "tripwires": [{"name": "x", "why": "y", "next": "z",
                                  "places": ["moon"], "service": "kms", "calls": []}]}
                                """))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("watch/tripwires.json /why")
                .hasMessageContaining("/tripwires/0/name: 'x'")
                .hasMessageContaining("/tripwires/0/places/0: 'moon'")
                .hasMessageContaining("/tripwires/0/calls");
    }
}
