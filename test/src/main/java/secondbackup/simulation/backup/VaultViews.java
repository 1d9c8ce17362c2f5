package secondbackup.simulation.backup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.Lock;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.kms.Keys;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.EncryptionKeyType;

/// A vault as AWS Backup shows it.
///
/// Source: AWS Backup API model, DescribeBackupVaultOutput, BackupVaultListMember, 2026-11-22. The key types
/// of the model have no value for the key that AWS manages in the account: none is shown for it.
final class VaultViews {
    private final Keys keys;

    VaultViews(Keys keys) {
        this.keys = keys;
    }

    DescribeBackupVaultResponse described(Vault vault) {
        var lock = Optional.ofNullable(vault.lock);
        return DescribeBackupVaultResponse.builder()
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .vaultType(vault.kind.name())
                .vaultState(vault.state)
                .encryptionKeyArn(orNull(vault.keyArn))
                .encryptionKeyType(keyType(vault.keyArn))
                .creationDate(vault.createdAt)
                .creatorRequestId(orNull(vault.creatorRequestId))
                .numberOfRecoveryPoints((long) vault.points.size())
                .locked(vault.locked())
                .minRetentionDays(lock.map(Lock::minRetentionDays).orElse(null))
                .maxRetentionDays(lock.map(Lock::maxRetentionDays).orElse(null))
                .lockDate(lock.map(Lock::lockAt).orElse(null))
                .build();
    }

    BackupVaultListMember listed(Vault vault) {
        var lock = Optional.ofNullable(vault.lock);
        return BackupVaultListMember.builder()
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .vaultType(vault.kind.name())
                .vaultState(vault.state)
                .encryptionKeyArn(orNull(vault.keyArn))
                .encryptionKeyType(keyType(vault.keyArn))
                .creationDate(vault.createdAt)
                .creatorRequestId(orNull(vault.creatorRequestId))
                .numberOfRecoveryPoints((long) vault.points.size())
                .locked(vault.locked())
                .minRetentionDays(lock.map(Lock::minRetentionDays).orElse(null))
                .maxRetentionDays(lock.map(Lock::maxRetentionDays).orElse(null))
                .lockDate(lock.map(Lock::lockAt).orElse(null))
                .build();
    }

    /// Type of the key that encrypts a vault or a point in it.
    @Nullable EncryptionKeyType keyType(String keyArn) {
        if (keyArn.isEmpty()) {
            return EncryptionKeyType.AWS_OWNED_KMS_KEY;
        }
        var managed = keys.find(keyArn).filter(key -> key.manager == Keys.Manager.AWS);
        return managed.isPresent() ? null : EncryptionKeyType.CUSTOMER_MANAGED_KMS_KEY;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
