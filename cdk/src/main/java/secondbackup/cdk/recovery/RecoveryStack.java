package secondbackup.cdk.recovery;

import secondbackup.cdk.parts.Parts;
import secondbackup.policy.Deployment.Recovery;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.CfnBackupVault;
import software.amazon.awscdk.services.kms.CfnKey;
import software.constructs.Construct;

/// In the recovery account: the vault that receives copies, and its key. Without a lock: what comes here is a copy of a
/// copy, and goes when it was restored.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts" (a customer managed key and an access
/// policy that allows `backup:CopyIntoBackupVault` in the destination account), read 2026-11-27.
public final class RecoveryStack extends Stack {
    public static final String NAME = "SecondBackupRecovery";

    private static final int DELETION_WAIT_DAYS = 30;

    public RecoveryStack(Construct scope, Parts parts, Recovery recovery) {
        super(
                scope,
                NAME,
                parts.bare(recovery.account(), recovery.region(), "Receives second backups"));
        var key =
                Parts.keep(
                        CfnKey.Builder.create(this, "Key")
                                .description(
                                        "Encrypts what " + recovery.vault().name() + " receives")
                                .enableKeyRotation(true)
                                .pendingWindowInDays(DELETION_WAIT_DAYS)
                                .keyPolicy(parts.document("recovery/key-policy.json"))
                                .build());
        Parts.keep(
                CfnBackupVault.Builder.create(this, "Vault")
                        .backupVaultName(recovery.vault().name())
                        .encryptionKeyArn(key.getAttrArn())
                        .accessPolicy(parts.document("recovery/access-policy.json"))
                        .build());
    }
}
