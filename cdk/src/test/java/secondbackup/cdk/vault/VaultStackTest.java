package secondbackup.cdk.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.policy.Estate;
import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class VaultStackTest {
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Copies", "Effect": "Allow", "Principal": "*",
              "Action": "backup:CopyIntoBackupVault", "Resource": "*",
              "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"}}}]}
            """;
    private static Template locked = Template.fromString("{}");
    private static Template airGapped = Template.fromString("{}");

    @BeforeAll
    static void synthesize() {
        var app = new App();
        var standard =
                new VaultStack(app, "Locked", StackProps.builder().build(), vault(Kind.STANDARD));
        var other =
                new VaultStack(
                        app, "AirGapped", StackProps.builder().build(), vault(Kind.AIR_GAPPED));
        locked = Template.fromStack(standard);
        airGapped = Template.fromStack(other);
    }

    private static Estate.Vault vault(Kind kind) {
        return new Estate.Vault(
                new Arn("arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup"),
                kind,
                Optional.empty(),
                7,
                400,
                5,
                POLICY,
                POLICY);
    }

    @Test
    void locksTheVaultWithinBothBounds() {
        locked.hasResourceProperties(
                "AWS::Backup::BackupVault",
                Map.of(
                        "LockConfiguration",
                        Map.of("MinRetentionDays", 7, "MaxRetentionDays", 400)));
    }

    @Test
    void staysInGovernanceMode() {
        locked.hasResourceProperties(
                "AWS::Backup::BackupVault",
                Map.of(
                        "LockConfiguration",
                        Match.objectLike(Map.of("ChangeableForDays", Match.absent()))));
    }

    @Test
    void carriesTheAccessPolicyOfTheEstate() {
        locked.hasResourceProperties(
                "AWS::Backup::BackupVault",
                Map.of(
                        "AccessPolicy",
                        Match.objectLike(
                                Map.of(
                                        "Statement",
                                        List.of(
                                                Match.objectLike(
                                                        Map.of(
                                                                "Action",
                                                                "backup:CopyIntoBackupVault")))))));
    }

    @Test
    void keepsVaultAndKeyWhenTheStackGoes() {
        for (var type : List.of("AWS::Backup::BackupVault", "AWS::KMS::Key")) {
            locked.hasResource(
                    type, Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
        }
        airGapped.hasResource(
                "AWS::Backup::LogicallyAirGappedBackupVault",
                Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    }

    @Test
    void givesTheAirGappedVaultNoKeyOfOurs() {
        assertThat(airGapped.findResources("AWS::KMS::Key")).isEmpty();
    }

    /// Else AWS KMS refuses to make a key whose policy nobody may change.
    @Test
    void makesTheKeyThoughItsPolicyIsForGood() {
        locked.hasResourceProperties(
                "AWS::KMS::Key", Map.of("BypassPolicyLockoutSafetyCheck", true));
    }

    @Test
    void rotatesTheKeyAndWaitsLongestBeforeItCouldGo() {
        locked.hasResourceProperties(
                "AWS::KMS::Key", Map.of("EnableKeyRotation", true, "PendingWindowInDays", 30));
    }
}
