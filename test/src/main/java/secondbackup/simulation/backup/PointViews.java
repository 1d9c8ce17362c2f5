package secondbackup.simulation.backup;

import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import software.amazon.awssdk.services.backup.model.DescribeRecoveryPointResponse;
import software.amazon.awssdk.services.backup.model.EncryptionKeyType;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.backup.model.RecoveryPointByResource;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;
import software.amazon.awssdk.services.backup.model.StorageClass;

/// A recovery point as AWS Backup shows it. No field tells which point a copy was made of;
/// `SourceBackupVaultArn` is there only for copies from another account. Sizes of clusters are not known.
///
/// Source: AWS Backup API model, DescribeRecoveryPointOutput, RecoveryPointByBackupVault,
/// RecoveryPointByResource, 2026-11-22.
final class PointViews {
    private final VaultViews vaults;

    PointViews(VaultViews vaults) {
        this.vaults = vaults;
    }

    DescribeRecoveryPointResponse described(Vault vault, RecoveryPoint point) {
        return DescribeRecoveryPointResponse.builder()
                .recoveryPointArn(point.arn)
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .sourceBackupVaultArn(VaultViews.orNull(point.sourceVaultArn))
                .resourceArn(point.resourceArn)
                .resourceName(resourceName(point.resourceArn))
                .resourceType(point.resourceType)
                .createdBy(creator(vault, point))
                .iamRoleArn(point.roleArn)
                .status(point.status)
                .statusMessage(VaultViews.orNull(point.statusMessage))
                .creationDate(point.createdAt)
                .initiationDate(point.createdAt)
                .completionDate(point.completedAt)
                .calculatedLifecycle(Lifecycles.calculated(point))
                .lifecycle(Lifecycles.shown(point.deleteAfterDays))
                .encryptionKeyArn(VaultViews.orNull(point.keyArn))
                .encryptionKeyType(keyType(point))
                .isEncrypted(point.encrypted)
                .storageClass(StorageClass.WARM)
                .isParent(false)
                .vaultType(vault.kind.name())
                .build();
    }

    RecoveryPointByBackupVault listed(Vault vault, RecoveryPoint point) {
        return RecoveryPointByBackupVault.builder()
                .recoveryPointArn(point.arn)
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .sourceBackupVaultArn(VaultViews.orNull(point.sourceVaultArn))
                .resourceArn(point.resourceArn)
                .resourceName(resourceName(point.resourceArn))
                .resourceType(point.resourceType)
                .createdBy(creator(vault, point))
                .iamRoleArn(point.roleArn)
                .status(point.status)
                .statusMessage(VaultViews.orNull(point.statusMessage))
                .creationDate(point.createdAt)
                .initiationDate(point.createdAt)
                .completionDate(point.completedAt)
                .calculatedLifecycle(Lifecycles.calculated(point))
                .lifecycle(Lifecycles.shown(point.deleteAfterDays))
                .encryptionKeyArn(VaultViews.orNull(point.keyArn))
                .encryptionKeyType(keyType(point))
                .isEncrypted(point.encrypted)
                .isParent(false)
                .vaultType(vault.kind.name())
                .build();
    }

    RecoveryPointByResource ofResource(Vault vault, RecoveryPoint point) {
        return RecoveryPointByResource.builder()
                .recoveryPointArn(point.arn)
                .creationDate(point.createdAt)
                .status(point.status)
                .statusMessage(VaultViews.orNull(point.statusMessage))
                .encryptionKeyArn(VaultViews.orNull(point.keyArn))
                .encryptionKeyType(keyType(point))
                .backupVaultName(vault.name)
                .resourceName(resourceName(point.resourceArn))
                .isParent(false)
                .vaultType(vault.kind.name())
                .build();
    }

    private @Nullable EncryptionKeyType keyType(RecoveryPoint point) {
        return point.encrypted ? vaults.keyType(point.keyArn) : null;
    }

    /// Copies know their plan by its id alone.
    private static @Nullable RecoveryPointCreator creator(Vault vault, RecoveryPoint point) {
        if (point.createdBy != null || point.planId.isEmpty()) {
            return point.createdBy;
        }
        var place = vault.region + ":" + vault.account;
        return RecoveryPointCreator.builder()
                .backupPlanId(point.planId)
                .backupPlanArn("arn:aws:backup:" + place + ":backup-plan:" + point.planId)
                .build();
    }

    static String resourceName(String resourceArn) {
        return resourceArn.substring(resourceArn.lastIndexOf(':') + 1);
    }
}
