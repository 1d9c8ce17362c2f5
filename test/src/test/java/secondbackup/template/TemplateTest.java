package secondbackup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;

/// The templates of the example estate, and of the same with an air-gapped vault beside its own: what
/// CloudFormation would be given for the vaults, as far as cfn-lint does not know it.
final class TemplateTest {
    private static final String LOCKED = "SecondBackupVault-second-backup.template.json";
    private static final String AIR_GAPPED = "SecondBackupVault-second-backup-gapped.template.json";

    /// Source: AWS KMS Developer Guide, "Quotas" (key policy document size), read 2026-11-22.
    private static final int KEY_POLICY_MAX = 32_768;

    private static String text(String template) throws IOException {
        return Files.readString(Synthesis.FOLDER.resolve(template));
    }

    private static List<JsonNode> resources(String type) throws IOException {
        var found = new ArrayList<JsonNode>();
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            SmallWorld.parse(text(template)).path("Resources").forEach(found::add);
        }
        return found.stream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    private static JsonNode only(String type) throws IOException {
        assertThat(resources(type)).hasSize(1);
        return resources(type).getFirst();
    }

    @Test
    void holdsVaultsTheirKeyTheirReadersAndNothingElse() throws IOException {
        var types = new ArrayList<String>();
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            SmallWorld.parse(text(template))
                    .path("Resources")
                    .forEach(resource -> types.add(resource.path("Type").asText()));
        }

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "AWS::KMS::Key",
                        "AWS::IAM::Role",
                        "AWS::IAM::Role",
                        "AWS::IAM::Role",
                        "AWS::Backup::BackupVault",
                        "AWS::Backup::LogicallyAirGappedBackupVault");
    }

    /// A key whose policy may not be changed again is made only by whoever says that this is meant.
    @Test
    void keyThatDeniesItsOwnChangeIsMadePastTheLockoutCheck() throws IOException {
        var key = only("AWS::KMS::Key").path("Properties");

        assertThat(denied(key.path("KeyPolicy"))).contains("kms:PutKeyPolicy");
        assertThat(key.path("BypassPolicyLockoutSafetyCheck").asBoolean()).isTrue();
        assertThat(key.path("KeyPolicy").toString().length()).isLessThan(KEY_POLICY_MAX);
    }

    @Test
    void everyVaultDeniesItsOwnUndoing() throws IOException {
        var vaults =
                Stream.concat(
                                resources("AWS::Backup::BackupVault").stream(),
                                resources("AWS::Backup::LogicallyAirGappedBackupVault").stream())
                        .toList();

        assertThat(vaults)
                .hasSize(2)
                .allSatisfy(vault ->
                        assertThat(denied(vault.at("/Properties/AccessPolicy")))
                                .contains(
                                        "backup:DeleteBackupVault",
                                        "backup:DeleteBackupVaultAccessPolicy",
                                        "backup:DeleteBackupVaultLockConfiguration",
                                        "backup:DeleteRecoveryPoint",
                                        "backup:PutBackupVaultAccessPolicy",
                                        "backup:UpdateRecoveryPointLifecycle"));
    }

    @Test
    void vaultIsEncryptedWithTheKeyOfItsOwnStack() throws IOException {
        var vault = only("AWS::Backup::BackupVault");

        assertThat(vault.at("/Properties/EncryptionKeyArn/Fn::GetAtt/0").asText()).isEqualTo("Key");
        assertThat(vault.at("/Properties/EncryptionKeyArn/Fn::GetAtt/1").asText()).isEqualTo("Arn");
    }

    /// A role can be made again; what it read cannot.
    @Test
    void nothingThatHoldsBackupsGoesWithItsStack() throws IOException {
        for (var type :
                List.of(
                        "AWS::KMS::Key",
                        "AWS::Backup::BackupVault",
                        "AWS::Backup::LogicallyAirGappedBackupVault")) {
            assertThat(resources(type))
                    .isNotEmpty()
                    .allMatch(each -> each.path("DeletionPolicy").asText().startsWith("Retain"))
                    .allMatch(each -> each.path("UpdateReplacePolicy").asText().equals("Retain"));
        }
    }

    @Test
    void noPlaceholderOfThePoliciesIsLeft() throws IOException {
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            assertThat(text(template)).doesNotContain("${");
        }
    }

    /// What nobody may do.
    private static List<String> denied(JsonNode policy) {
        return StreamSupport.stream(policy.path("Statement").spliterator(), false)
                .filter(statement -> statement.path("Effect").asText().equals("Deny"))
                .filter(statement -> statement.at("/Principal/AWS").asText().equals("*"))
                .filter(statement -> !statement.has("Condition"))
                .flatMap(statement ->
                        StreamSupport.stream(statement.path("Action").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
