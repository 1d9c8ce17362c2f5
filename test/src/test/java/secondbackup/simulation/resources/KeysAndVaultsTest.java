package secondbackup.simulation.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.cloudformation.StackStatus;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.kms.Keys;

/// Keys, aliases and vaults.
final class KeysAndVaultsTest {
    private static final String FOR_GOOD = Desk.guard("Deny", "kms:PutKeyPolicy");

    private final Desk desk = new Desk();

    private static String key(String properties) {
        return Desk.resource("Key", "KMS::Key", properties);
    }

    private static String vault(String properties) {
        return Desk.resource(
                "Vault", "Backup::BackupVault", "\"BackupVaultName\":\"kept\"" + properties);
    }

    private Keys.Key key(Stack stack) {
        var arn =
                "arn:aws:kms:eu-central-1:444444444402:key/"
                        + stack.resource("Key").orElseThrow().physicalId();
        return desk.of.keys().find(arn).orElseThrow();
    }

    private Vaults.Vault vault() {
        return desk.of.vaults().find(desk.account, Desk.REGION, "kept").orElseThrow();
    }

    @Test
    void aKeyHasItsAliasItsVaultAndNoDrift() {
        var stack =
                desk.deploy(
                        key(
                                        "\"Description\":\"ours\",\"EnableKeyRotation\":true,\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]")
                                + ","
                                + Desk.resource(
                                        "Alias",
                                        "KMS::Alias",
                                        "\"AliasName\":\"alias/ours\",\"TargetKeyId\":{\"Ref\":\"Key\"}")
                                + ","
                                + vault(
                                        ",\"EncryptionKeyArn\":{\"Fn::GetAtt\":[\"Key\",\"Arn\"]}"));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(key(stack).rotates).isTrue();
        assertThat(key(stack).alias).isEqualTo("ours");
        assertThat(vault().keyArn).isEqualTo(key(stack).arn());
        assertThat(desk.drift(stack)).containsOnly(Drift.Status.IN_SYNC);
    }

    @Test
    void aKeyPolicyThatLocksOutIsRefusedUnlessThatIsMeant() {
        assertThat(desk.deploy(key("\"KeyPolicy\":" + FOR_GOOD)).reason())
                .contains("will not allow you to update the key policy in the future");

        var bypass = ",\"BypassPolicyLockoutSafetyCheck\":true";
        assertThat(desk.deploy(key("\"KeyPolicy\":" + FOR_GOOD + bypass)).status())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aDeletedKeyWaitsAsLongAsTheTemplateSays() {
        var stack = desk.deploy(key("\"PendingWindowInDays\":7"));
        var key = key(stack);

        desk.delete(stack);
        assertThat(key.state).isEqualTo(Keys.State.PENDING_DELETION);

        desk.of.advance(Duration.ofDays(7));
        assertThat(desk.of.keys().find(key.arn())).isEmpty();
    }

    @Test
    void aDisabledKeyDrifts() {
        var stack = desk.deploy(key("\"Enabled\":true"));
        key(stack).state = Keys.State.DISABLED;

        assertThat(desk.drift(stack)).containsExactly(Drift.Status.MODIFIED);
    }

    /// What the vault's own policy forbids, CloudFormation cannot change, nor bring back.
    @Test
    void anAccessPolicyForGoodStopsTheUpdate() {
        var forGood = Desk.guard("Deny", "backup:PutBackupVaultAccessPolicy");
        desk.deploy(vault(",\"AccessPolicy\":" + forGood));

        var stack =
                desk.deploy(
                        vault(",\"AccessPolicy\":" + Desk.guard("Deny", "backup:StartCopyJob")));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        assertThat(vault().accessPolicy).contains("PutBackupVaultAccessPolicy");
        assertThat(desk.drift(stack)).containsExactly(Drift.Status.IN_SYNC);
    }

    @Test
    void aRollbackThatIsStuckContinuesPastWhatCannotBeBroughtBack() {
        var forGood = Desk.guard("Deny", "backup:PutBackupVaultAccessPolicy");
        desk.deploy(vault(",\"AccessPolicy\":" + forGood));
        var other = vault(",\"AccessPolicy\":" + Desk.guard("Deny", "backup:StartCopyJob"));
        var stack = desk.deploy(other);
        var administrator = new Principal.Administrator(desk.account);

        desk.deployments.continueRollback(administrator, stack, Set.of());
        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        assertThatThrownBy(() ->
                        desk.deployments.continueRollback(administrator, stack, Set.of("Key")))
                .hasMessageContaining("stuck at [Vault]");

        desk.deployments.continueRollback(administrator, stack, Set.of("Vault"));
        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(desk.drift(stack)).containsExactly(Drift.Status.IN_SYNC);
    }

    @Test
    void aLockBecomesFinalWhenItsDaysAreOver() {
        var lock =
                ",\"LockConfiguration\":{\"MinRetentionDays\":7,\"MaxRetentionDays\":%d,\"ChangeableForDays\":3}";
        desk.deploy(vault(lock.formatted(400)));
        desk.of.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(desk.deploy(vault(lock.formatted(500))).status())
                .isEqualTo(StackStatus.UPDATE_COMPLETE);

        desk.of.advance(Duration.ofDays(3));
        var stack = desk.deploy(vault(lock.formatted(600)));
        assertThat(stack.reason()).contains("Vault Lock configuration is immutable");
        assertThat(vault().lock).extracting(Vaults.Lock::maxRetentionDays).isEqualTo(500L);
    }

    @Test
    void aGraceOfLessThanThreeDaysIsRefusedAndLeavesNoVault() {
        var stack = desk.deploy(vault(",\"LockConfiguration\":{\"ChangeableForDays\":2}"));

        assertThat(stack.reason()).contains("ChangeableForDays must be between 3 and 36500");
        assertThat(desk.of.vaults().find(desk.account, Desk.REGION, "kept")).isEmpty();
    }

    @Test
    void anAirGappedVaultIsReplacedWhenItsBoundsChange() {
        var properties =
                "\"BackupVaultName\":\"gapped-%d\",\"MinRetentionDays\":7,\"MaxRetentionDays\":%d";
        var type = "Backup::LogicallyAirGappedBackupVault";
        desk.deploy(Desk.resource("Vault", type, properties.formatted(1, 400)));

        var stack = desk.deploy(Desk.resource("Vault", type, properties.formatted(2, 500)));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(desk.of.vaults().in(desk.account, Desk.REGION))
                .extracting(vault -> vault.name)
                .containsExactly("gapped-2");
        assertThat(desk.drift(stack)).containsExactly(Drift.Status.IN_SYNC);
    }
}
