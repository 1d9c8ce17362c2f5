package secondbackup.cdk.recovery;

import secondbackup.cdk.parts.Parts;
import secondbackup.policy.Estate;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/// In a vault account: the role of the people who recover, and the one that they hand to AWS Backup.
///
/// A copy job is started in the account that has the copy, with a role of that account; the service-linked role of the
/// receiving account does the copying and reads the vault's key. So the vault's key policy admits the service-linked
/// roles of the organization, the vault's access policy lets that one role copy out and no other, and neither must
/// change when this stack comes later.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts" ("The act of copying is performed by
/// your destination account's service linked role") and "Encryption for backups in AWS Backup"; IAM User Guide, "AWS
/// global condition context keys" (`aws:MultiFactorAuthPresent`), read 2026-11-27.
public final class RecoveryVaultSideStack extends Stack {
    public static final String NAME = "SecondBackupRecoveryVaultSide";

    /// @param vault any vault of the account
    public RecoveryVaultSideStack(Construct scope, String id, Parts parts, Estate.Vault vault) {
        super(
                scope,
                id,
                parts.bare(
                        vault.account(), vault.region(), "Brings second backups out of the vault"));
        parts.bareRole(this, "recovery-backup.json");
        parts.bareRole(this, "recovery.json");
    }
}
