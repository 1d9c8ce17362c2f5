package secondbackup.cdk.vault;

import java.util.List;
import java.util.stream.Stream;
import secondbackup.cdk.parts.Parts;
import secondbackup.policy.Deployment.Lock;
import secondbackup.policy.Estate;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.CfnBackupVault;
import software.amazon.awscdk.services.backup.CfnLogicallyAirGappedBackupVault;
import software.amazon.awscdk.services.kms.CfnKey;
import software.constructs.Construct;

/// One vault for second backups, with its key, and the role with which the control account reads it.
///
/// The lock of a standard vault is in the mode that the estate says: compliance mode, which nobody can undo after the
/// grace time, takes two switches there. In governance mode the report says `VaultNotLocked`, as it should. An
/// air-gapped vault is in compliance mode from its creation.
///
/// Two policies are for good, since each denies its own change to everybody, the account's root user and
/// CloudFormation with it. What bringing a copy back needs is in both from the first day:
///
/// - The key's policy denies `kms:PutKeyPolicy`. AWS KMS makes a key with such a policy only when told to skip
///   its lockout check, so this stack says so; a service control policy that forbids the skipping stops the
///   deployment. When somebody changes `policies/vault/key-policy.json`, the stack's update fails.
/// - The access policy denies `backup:PutBackupVaultAccessPolicy` and its deletion. It is set once, at the
///   vault's creation; when somebody changes `policies/vault/access-policy.json`, the stack's update fails, and the
///   vault stays as it was. A vault with another policy is another vault with another name.
///
/// CloudFormation also tries to bring the old policy back, which is refused, too: such a stack ends in
/// `UPDATE_ROLLBACK_FAILED`, from which `cdk rollback --orphan` leads out. AWS does not document this case.
///
/// Both deny deletion, so CloudFormation could not clean them up: they stay also when making the stack fails. The
/// vault comes last, so that what fails before it leaves no vault whose name is taken.
///
/// Source: AWS KMS API Reference, "CreateKey" (`BypassPolicyLockoutSafetyCheck`: else "the key policy must allow
/// the calling principal to make a subsequent PutKeyPolicy request"); AWS Control Tower, CT.KMS.PV.3 (the
/// service control policy); read 2026-11-22.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock" and "Logically air-gapped vault", and the
/// CloudFormation resource types AWS::Backup::BackupVault (`ChangeableForDays` makes the mode compliance) and
/// AWS::Backup::LogicallyAirGappedBackupVault, read 2026-11-27.
public final class VaultStack extends Stack {
    private static final int DELETION_WAIT_DAYS = 30;

    private final Parts parts;
    private final Estate.Vault vault;

    public VaultStack(Construct scope, Parts parts, Lock lock) {
        super(
                scope,
                "SecondBackupVault-" + lock.vault().arn().name(),
                parts.bare(
                        lock.vault().account(),
                        lock.vault().region(),
                        "The vault of the second backup"));
        this.parts = parts;
        this.vault = lock.vault();
        switch (vault.kind()) {
            case STANDARD -> standard(lock);
            case AIR_GAPPED -> airGapped();
            case UNKNOWN ->
                    throw new IllegalArgumentException(
                            "vault " + vault.arn() + ": kind is not known");
        }
    }

    private void standard(Lock lock) {
        var key =
                CfnKey.Builder.create(this, "Key")
                        .description("Encrypts the second backups in " + vault.arn().name())
                        .enableKeyRotation(true)
                        .pendingWindowInDays(DELETION_WAIT_DAYS)
                        .keyPolicy(Parts.plain(vault.keyPolicy()))
                        .bypassPolicyLockoutSafetyCheck(true)
                        .build();
        keep(key);
        var bounds =
                CfnBackupVault.LockConfigurationTypeProperty.builder()
                        .minRetentionDays(vault.retentionMinDays())
                        .maxRetentionDays(vault.retentionMaxDays());
        lock.graceDays().ifPresent(bounds::changeableForDays);
        last(
                CfnBackupVault.Builder.create(this, "Vault")
                        .backupVaultName(vault.arn().name())
                        .encryptionKeyArn(key.getAttrArn())
                        .accessPolicy(Parts.plain(vault.accessPolicy()))
                        .lockConfiguration(bounds.build())
                        .build(),
                Stream.of(key.getAttrArn()));
        CfnOutput.Builder.create(this, "KeyArn")
                .description("The vault's key in policies/estate.json")
                .value(key.getAttrArn())
                .build();
    }

    private void airGapped() {
        last(
                CfnLogicallyAirGappedBackupVault.Builder.create(this, "Vault")
                        .backupVaultName(vault.arn().name())
                        .accessPolicy(Parts.plain(vault.accessPolicy()))
                        .minRetentionDays(vault.retentionMinDays())
                        .maxRetentionDays(vault.retentionMaxDays())
                        .build(),
                Stream.empty());
    }

    /// The vault, after the roles that read it and its account, and the one that sets holds: one of each for all vaults of the account, so they come with
    /// the first of them. No StackSet reaches a vault account, so the survey's role comes from here too.
    ///
    /// @param keys of this stack
    private void last(CfnResource made, Stream<String> keys) {
        keep(made);
        var here =
                parts.estate().vaults().stream()
                        .filter(other -> other.account().equals(vault.account()))
                        .toList();
        if (here.getFirst().arn().equals(vault.arn())) {
            var others = here.stream().skip(1).flatMap(other -> other.key().stream());
            var all = Stream.concat(keys, others.map(Object::toString)).toList();
            var role =
                    parts.with("vaultArn", here.stream().map(each -> each.arn().value()).toList())
                            .with("vaultKey", all.isEmpty() ? List.of("*") : all)
                            .bareRole(this, "vault-reader.json");
            made.getNode()
                    .addDependency(
                            role,
                            parts.bareRole(this, "vault-holder.json"),
                            parts.bareRole(this, "survey-role.json"));
        }
    }

    private static void keep(CfnResource resource) {
        resource.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        resource.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
    }
}
