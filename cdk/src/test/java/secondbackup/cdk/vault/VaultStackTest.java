package secondbackup.cdk.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.cdk.Estates;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class VaultStackTest {
    private static final Template LOCKED = template(Estates.example());
    private static final Template AIR_GAPPED = template(Estates.airGapped());

    private static Template template(Parts parts) {
        var lock = parts.deployment().locks().getFirst();
        return Template.fromStack(new VaultStack(new App(), parts, lock));
    }

    @Test
    void locksTheVaultWithinBothBounds() {
        LOCKED.hasResourceProperties(
                "AWS::Backup::BackupVault",
                Map.of(
                        "LockConfiguration",
                        Map.of("MinRetentionDays", 7, "MaxRetentionDays", 400)));
    }

    @Test
    void staysInGovernanceMode() {
        LOCKED.hasResourceProperties(
                "AWS::Backup::BackupVault",
                Map.of(
                        "LockConfiguration",
                        Match.objectLike(Map.of("ChangeableForDays", Match.absent()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30})
    void goesIntoComplianceModeAfterTheGraceTime(int graceDays) {
        template(Estates.compliance(graceDays))
                .hasResourceProperties(
                        "AWS::Backup::BackupVault",
                        Map.of(
                                "LockConfiguration",
                                Map.of(
                                        "MinRetentionDays",
                                        7,
                                        "MaxRetentionDays",
                                        400,
                                        "ChangeableForDays",
                                        graceDays)));
    }

    @Test
    void givesTheAirGappedVaultItsBoundsAndNoKeyOfOurs() {
        AIR_GAPPED.hasResourceProperties(
                "AWS::Backup::LogicallyAirGappedBackupVault",
                Map.of("MinRetentionDays", 7, "MaxRetentionDays", 400));
        assertThat(AIR_GAPPED.findResources("AWS::KMS::Key")).isEmpty();
    }

    @Test
    void carriesTheAccessPolicyOfTheEstateWithItsNames() {
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            var policy = Estates.resource(template, "Vault").at("/Properties/AccessPolicy");
            var copyingOut = Estates.statement(policy, "OnlyTheRecoveryRoleCopiesOut");
            assertThat(copyingOut.path("Effect").asText()).isEqualTo("Deny");
            assertThat(copyingOut.at("/Condition/ArnNotLike/aws:PrincipalArn").asText())
                    .isEqualTo("arn:aws:iam::333333333333:role/AWSBackup-second-backup-recovery");
        }
    }

    @Test
    void keepsVaultAndKeyWhateverBecomesOfTheStack() {
        for (var type : List.of("AWS::Backup::BackupVault", "AWS::KMS::Key")) {
            LOCKED.hasResource(
                    type, Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
        }
        AIR_GAPPED.hasResource(
                "AWS::Backup::LogicallyAirGappedBackupVault",
                Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    }

    /// Else AWS KMS refuses to make a key whose policy nobody may change.
    @Test
    void makesTheKeyThoughItsPolicyIsForGood() {
        LOCKED.hasResourceProperties(
                "AWS::KMS::Key", Map.of("BypassPolicyLockoutSafetyCheck", true));
    }

    @Test
    void rotatesTheKeyAndWaitsLongestBeforeItCouldGo() {
        LOCKED.hasResourceProperties(
                "AWS::KMS::Key", Map.of("EnableKeyRotation", true, "PendingWindowInDays", 30));
    }

    /// A vault that stays behind takes the name that the next try needs.
    @Test
    void makesTheVaultLast() {
        LOCKED.hasResource(
                "AWS::Backup::BackupVault",
                Map.of("DependsOn", Match.arrayWith(List.of("VaultReaderRole"))));
    }

    @Test
    void letsTheControlAccountReadThisVaultAndItsKey() {
        var role = Estates.resource(LOCKED, "VaultReaderRole").path("Properties");
        var policy = role.at("/Policies/0/PolicyDocument");

        assertThat(role.path("RoleName").asText()).isEqualTo("second-backup-vault-reader");
        assertThat(Estates.statement(policy, "TheVault").path("Resource").asText())
                .isEqualTo("arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup");
        assertThat(Estates.statement(policy, "TheVaultsKey").path("Resource").toString())
                .isEqualTo("{\"Fn::GetAtt\":[\"Key\",\"Arn\"]}");
    }

    /// No StackSet reaches a vault account.
    @Test
    void letsTheSurveyReadTheVaultAccount() {
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            var role = Estates.resource(template, "SurveyRoleRole").path("Properties");

            assertThat(role.path("RoleName").asText()).isEqualTo("second-backup-member-survey");
        }
    }

    @Test
    void secondVaultOfAnAccountHasNoReaderOfItsOwn() {
        var parts = Estates.twoVaults();
        var app = new App();
        var locks = parts.deployment().locks();
        var one = new VaultStack(app, parts, locks.getFirst());
        var other = new VaultStack(app, parts, locks.getLast());
        var first = Template.fromStack(one);
        var second = Template.fromStack(other);

        assertThat(second.findResources("AWS::IAM::Role")).isEmpty();
        assertThat(first.toJSON().toString())
                .contains("backup-vault:second-backup,", "backup-vault:second-backup-b");
    }

    @Test
    void needsNoBootstrapAndNoAsset() {
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            assertThat(template.toJSON()).doesNotContainKeys("Parameters", "Rules");
        }
    }
}
