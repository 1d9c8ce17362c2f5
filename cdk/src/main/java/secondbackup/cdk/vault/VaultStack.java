package secondbackup.cdk.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import secondbackup.policy.Estate;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.backup.CfnBackupVault;
import software.amazon.awscdk.services.backup.CfnLogicallyAirGappedBackupVault;
import software.amazon.awscdk.services.kms.CfnKey;
import software.constructs.Construct;

/// One vault for second backups.
///
/// The lock of a standard vault is in governance mode: compliance mode cannot be undone by anybody and will
/// ask for a switch of its own. Until then the report says `VaultNotLocked`, as it should. An air-gapped vault
/// is in compliance mode from its creation.
///
/// Two policies are for good, since each denies its own change to everybody, the account's root user and
/// CloudFormation with it:
///
/// - The key's policy denies `kms:PutKeyPolicy`. AWS KMS makes a key with such a policy only when told to skip
///   its lockout check, so this stack says so; a service control policy that forbids the skipping stops the
///   deployment. When somebody changes `policies/vault/key-policy.json`, the stack's update fails.
/// - The access policy denies `backup:PutBackupVaultAccessPolicy` and its deletion. It is set once, at the
///   vault's creation; when somebody changes `policies/vault/access-policy.json`, the stack's update fails and
///   is rolled back, the vault stays as it was. A vault with another policy is another vault with another name.
///
/// Source: AWS KMS API Reference, "CreateKey" (`BypassPolicyLockoutSafetyCheck`: else "the key policy must allow
/// the calling principal to make a subsequent PutKeyPolicy request"); AWS Control Tower, CT.KMS.PV.3 (the
/// service control policy); read 2026-11-22.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock" and "Logically air-gapped vault", and the
/// CloudFormation resource types AWS::Backup::BackupVault and AWS::Backup::LogicallyAirGappedBackupVault,
/// read 2026-11-22.
public final class VaultStack extends Stack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DELETION_WAIT_DAYS = 30;

    public VaultStack(Construct scope, String id, StackProps properties, Estate.Vault vault) {
        super(scope, id, properties);
        switch (vault.kind()) {
            case STANDARD -> standard(vault);
            case AIR_GAPPED -> airGapped(vault);
            case UNKNOWN ->
                    throw new IllegalArgumentException(
                            "vault " + vault.arn() + ": kind is not known");
        }
    }

    private void standard(Estate.Vault vault) {
        var key =
                CfnKey.Builder.create(this, "Key")
                        .description("Encrypts the second backups in " + vault.arn().name())
                        .enableKeyRotation(true)
                        .pendingWindowInDays(DELETION_WAIT_DAYS)
                        .keyPolicy(document(vault.keyPolicy()))
                        .bypassPolicyLockoutSafetyCheck(true)
                        .build();
        keep(key);
        keep(
                CfnBackupVault.Builder.create(this, "Vault")
                        .backupVaultName(vault.arn().name())
                        .encryptionKeyArn(key.getAttrArn())
                        .accessPolicy(document(vault.accessPolicy()))
                        .lockConfiguration(
                                CfnBackupVault.LockConfigurationTypeProperty.builder()
                                        .minRetentionDays(vault.retentionMinDays())
                                        .maxRetentionDays(vault.retentionMaxDays())
                                        .build())
                        .build());
    }

    private void airGapped(Estate.Vault vault) {
        keep(
                CfnLogicallyAirGappedBackupVault.Builder.create(this, "Vault")
                        .backupVaultName(vault.arn().name())
                        .accessPolicy(document(vault.accessPolicy()))
                        .minRetentionDays(vault.retentionMinDays())
                        .maxRetentionDays(vault.retentionMaxDays())
                        .build());
    }

    private static void keep(CfnResource resource) {
        resource.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        resource.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
    }

    private static Map<String, Object> document(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("a policy of the vault is no JSON", bad);
        }
    }
}
