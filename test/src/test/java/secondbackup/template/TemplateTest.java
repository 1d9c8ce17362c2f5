package secondbackup.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.cdk.SecondBackupApp;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.SmallWorld;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// The templates of the example estate, and of the same with an air-gapped vault beside its own: what
/// CloudFormation would be given, as cfn-lint judges it, and what cfn-lint does not know.
final class TemplateTest {
    private static final String LOCKED = "SecondBackupVault-second-backup.template.json";
    private static final String AIR_GAPPED = "SecondBackupVault-second-backup-gapped.template.json";

    /// Source: AWS KMS Developer Guide, "Quotas" (key policy document size), read 2026-11-22.
    private static final int KEY_POLICY_MAX = 32_768;

    @TempDir static Path folder;

    @BeforeAll
    static void synthesize() throws IOException {
        var files = PolicyFiles.read(Optional.empty());
        files.compute("estate.json", (_, text) -> both(String.valueOf(text)));
        var app = new App(AppProps.builder().outdir(folder.toString()).build());
        var jar = Files.writeString(folder.resolve("second-backup.jar"), "stands for the Lambdas");
        SecondBackupApp.add(app, files, jar.toString());
        app.synth();
        Files.writeString(
                folder.resolve("broken.template.json"),
                text(LOCKED).replace("\"MinRetentionDays\": 7", "\"MinRetentionDays\": \"week\""));
    }

    private static String both(String estate) {
        var json = (ObjectNode) SmallWorld.parse(estate);
        var vaults = json.withArray("vaults");
        var other = (ObjectNode) vaults.path(0).deepCopy();
        other.put("arn", other.path("arn").asText() + "-gapped").put("kind", "air-gapped");
        other.remove(List.of("key", "mode"));
        vaults.add(other);
        json.put("complianceLock", "NOBODY CAN UNDO THIS, NOT EVEN AWS");
        return json.toString();
    }

    private static String text(String template) throws IOException {
        return Files.readString(folder.resolve(template));
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

    /// One run judges all three, for it is slow to start.
    @Test
    void cfnLintFindsNothingButWhatWasBrokenOnPurpose() throws Exception {
        var lint =
                new ProcessBuilder(
                                ".venv/bin/cfn-lint",
                                "--regions=eu-central-1",
                                "--include-checks=I",
                                "--format=parseable",
                                folder.resolve(LOCKED).toString(),
                                folder.resolve(AIR_GAPPED).toString(),
                                folder.resolve("broken.template.json").toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(lint.getInputStream().readAllBytes(), UTF_8);
        lint.waitFor();

        assertThat(said.lines().filter(line -> !line.isBlank()))
                .isNotEmpty()
                .allMatch(line -> line.contains("broken.template.json"), said);
    }

    @Test
    void holdsVaultsTheirKeyTheirReaderAndNothingElse() throws IOException {
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
        for (var template : List.of(LOCKED, AIR_GAPPED)) {
            for (var resource : SmallWorld.parse(text(template)).path("Resources")) {
                if (resource.path("Type").asText().equals("AWS::IAM::Role")) {
                    continue;
                }
                assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
                assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            }
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
