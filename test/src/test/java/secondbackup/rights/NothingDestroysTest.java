package secondbackup.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No person and no Lambda can lose a backup with the rights of this product, by no mistake and no malice.
final class NothingDestroysTest {
    /// What would lose a backup, shorten its life, let somebody else do so, or take away the key to it.
    private static final List<String> DESTROYING =
            List.of(
                    "backup:CancelLegalHold",
                    "backup:DeleteBackupPlan",
                    "backup:DeleteBackupSelection",
                    "backup:DeleteBackupVault",
                    "backup:DeleteBackupVaultAccessPolicy",
                    "backup:DeleteBackupVaultLockConfiguration",
                    "backup:DeleteRecoveryPoint",
                    "backup:DisassociateBackupVaultMpaApprovalTeam",
                    "backup:DisassociateRecoveryPoint",
                    "backup:DisassociateRecoveryPointFromParent",
                    "backup:PutBackupVaultAccessPolicy",
                    "backup:PutBackupVaultLockConfiguration",
                    "backup:StopBackupJob",
                    "backup:UpdateBackupPlan",
                    "backup:UpdateRecoveryPointLifecycle",
                    "backup:UpdateRegionSettings",
                    "iam:AttachRolePolicy",
                    "iam:CreateAccessKey",
                    "iam:CreateRole",
                    "iam:DeleteRole",
                    "iam:PutRolePolicy",
                    "iam:UpdateAssumeRolePolicy",
                    "kms:CreateGrant",
                    "kms:Decrypt",
                    "kms:DeleteImportedKeyMaterial",
                    "kms:DisableKey",
                    "kms:PutKeyPolicy",
                    "kms:RetireGrant",
                    "kms:RevokeGrant",
                    "kms:ScheduleKeyDeletion",
                    "organizations:DetachPolicy",
                    "organizations:LeaveOrganization",
                    "organizations:PutResourcePolicy",
                    "rds:DeleteDBCluster",
                    "rds:DeleteDBClusterSnapshot",
                    "rds:ModifyDBCluster",
                    "rds:ModifyDBClusterSnapshotAttribute",
                    "rds:RestoreDBClusterFromSnapshot",
                    "s3:DeleteBucket",
                    "s3:DeleteObject",
                    "s3:DeleteObjectVersion",
                    "s3:PutBucketPolicy",
                    "s3:PutBucketVersioning",
                    "s3:PutLifecycleConfiguration",
                    "secretsmanager:PutSecretValue");

    static Stream<RightsFile> assumable() {
        return RightsFile.all().stream().filter(RightsFile::assumable);
    }

    @ParameterizedTest
    @MethodSource("assumable")
    void noRoleThatAnybodyMayBecomeCanDestroy(RightsFile file) {
        for (var action : file.actions()) {
            assertThat(DESTROYING).noneMatch(destroying -> covers(action, destroying));
        }
    }

    /// Whatever is not named is not allowed, so nothing may be allowed by leaving it out.
    @ParameterizedTest
    @MethodSource("secondbackup.rights.RightsFile#all")
    void everyActionIsNamedInFull(RightsFile file) {
        RightsFile.statements(file.content().path("policy"))
                .forEach(statement -> {
                    assertThat(statement.has("NotAction")).isFalse();
                    assertThat(statement.has("NotResource")).isFalse();
                });
        assertThat(file.actions()).allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z0-9]+"));
    }

    /// Roles that AWS Backup itself works with, and that must share and tidy up its snapshots.
    static Stream<RightsFile> serviceRoles() {
        return Stream.of("backup-role.json", "recovery-backup.json").map(RightsFile::named);
    }

    @Test
    void onlyTheRolesThatAreNamedHereAreOutOfEverybodysReach() {
        assertThat(RightsFile.all().stream().filter(file -> !file.assumable()))
                .containsExactlyInAnyOrderElementsOf(serviceRoles().toList());
    }

    @ParameterizedTest
    @MethodSource("serviceRoles")
    void onlyAwsBackupMayBecomeItsServiceRole(RightsFile file) {
        assertThat(RightsFile.statements(file.content().path("trust")))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
                    assertThat(statement.path("Action").asText()).isEqualTo("sts:AssumeRole");
                    assertThat(statement.path("Principal").toString())
                            .isEqualTo("{\"Service\":\"backup.amazonaws.com\"}");
                });
    }

    /// What AWS Backup is handed in the vault account leaves the vault as it is.
    @Test
    void whatCopiesOutOfTheVaultDeletesNothing() {
        assertThat(RightsFile.named("recovery-backup.json").actions())
                .noneMatch(action -> action.contains(":Delete"))
                .noneMatch(action -> action.contains(":Update"))
                .noneMatch(action -> action.contains(":Put"));
    }

    /// Else the backup role's own rights were everybody's who may hand it over.
    @Test
    void backupRoleIsHandedToAwsBackupAlone() {
        for (var file : RightsFile.all()) {
            RightsFile.statements(file.content().path("policy"))
                    .filter(statement ->
                            RightsFile.words(statement.path("Action"))
                                    .anyMatch(action -> covers(action, "iam:PassRole")))
                    .forEach(statement ->
                            assertThat(
                                            statement
                                                    .at(
                                                            "/Condition/StringEquals/iam:PassedToService")
                                                    .asText())
                                    .as(file.file())
                                    .isEqualTo("backup.amazonaws.com"));
        }
    }

    /// The one role with a right to delete snapshots has it for those that AWS Backup made and names itself.
    @Test
    void backupRoleDeletesNothingButSnapshotsOfAwsBackup() {
        var deleting =
                RightsFile.statements(RightsFile.named("backup-role.json").content().path("policy"))
                        .filter(statement ->
                                RightsFile.words(statement.path("Action"))
                                        .anyMatch(action -> action.contains(":Delete")));

        assertThat(deleting)
                .singleElement()
                .satisfies(statement ->
                        assertThat(RightsFile.words(statement.path("Resource")))
                                .containsExactly("arn:aws:rds:*:*:cluster-snapshot:awsbackup:*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:*", "backup:*", "backup:delete*", "BACKUP:Delete?ecoveryPoint"})
    void wildcardsAndCaseAreSeenThrough(String action) {
        assertThat(covers(action, "backup:DeleteRecoveryPoint")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup:List*", "backup:DeleteRecoveryPoints", "rds:*"})
    void otherActionsAreLetBe(String action) {
        assertThat(covers(action, "backup:DeleteRecoveryPoint")).isFalse();
    }

    /// Source: IAM User Guide, "IAM JSON policy elements: Action" (wildcards, no case), read 2026-11-22.
    private static boolean covers(String pattern, String action) {
        var regex =
                Pattern.quote(pattern.toLowerCase(Locale.ROOT))
                        .replace("*", "\\E.*\\Q")
                        .replace("?", "\\E.\\Q");
        return action.toLowerCase(Locale.ROOT).matches(regex);
    }
}
