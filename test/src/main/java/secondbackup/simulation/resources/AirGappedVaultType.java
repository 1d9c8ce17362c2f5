package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import software.amazon.awssdk.services.backup.model.CreateLogicallyAirGappedBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.CreateLogicallyAirGappedBackupVaultResponse;

/// `AWS::Backup::LogicallyAirGappedBackupVault`.
public final class AirGappedVaultType implements ResourceType {
    private final Vaults vaults;

    public AirGappedVaultType(Vaults vaults) {
        this.vaults = vaults;
    }

    @Override
    public String name() {
        return "AWS::Backup::LogicallyAirGappedBackupVault";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "AccessPolicy",
                        "BackupVaultName",
                        "BackupVaultTags",
                        "EncryptionKeyArn",
                        "MaxRetentionDays",
                        "MinRetentionDays")
                .recorded("Notifications")
                .required("BackupVaultName", "MaxRetentionDays", "MinRetentionDays")
                .createOnly(
                        "BackupVaultName",
                        "EncryptionKeyArn",
                        "MaxRetentionDays",
                        "MinRetentionDays")
                .within("Notifications", "BackupVaultEvents", "SNSTopicArn")
                .attributes("BackupVaultArn", "VaultState", "VaultType");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name = wanted.text("BackupVaultName");
        scene.call(
                "backup",
                CreateLogicallyAirGappedBackupVaultRequest.builder()
                        .backupVaultName(name)
                        .encryptionKeyArn(key(wanted))
                        .minRetentionDays(wanted.number("MinRetentionDays"))
                        .maxRetentionDays(wanted.number("MaxRetentionDays"))
                        .backupVaultTags(wanted.tags("BackupVaultTags"))
                        .build(),
                CreateLogicallyAirGappedBackupVaultResponse.class);
        if (wanted.has("AccessPolicy")) {
            Undo.unless(
                    () -> VaultParts.accessPolicy(name, wanted, scene),
                    () -> delete(name, wanted, scene));
        }
        return made(name, scene);
    }

    private static @Nullable String key(Properties wanted) {
        return wanted.has("EncryptionKeyArn") ? wanted.text("EncryptionKeyArn") : null;
    }

    /// CloudFormation waits until the vault is there.
    private static Made made(String name, Scene scene) {
        return Made.of(
                name,
                Map.of(
                        "BackupVaultArn",
                        scene.arn("backup", "backup-vault:" + name),
                        "VaultState",
                        "AVAILABLE",
                        "VaultType",
                        "LOGICALLY_AIR_GAPPED_BACKUP_VAULT"));
    }

    @Override
    public Made update(String name, Change change, Scene scene) {
        if (change.of("AccessPolicy")) {
            VaultParts.accessPolicy(name, change.after(), scene);
        }
        if (change.of("BackupVaultTags")) {
            VaultParts.tags(name, change, scene);
        }
        return made(name, scene);
    }

    @Override
    public void delete(String name, Properties last, Scene scene) {
        VaultParts.delete(vaults, name, scene);
    }

    @Override
    public Optional<ObjectNode> read(String name, Properties last, Scene scene) {
        return vaults.find(scene.account(), scene.region(), name).map(AirGappedVaultType::read);
    }

    private static ObjectNode read(Vaults.Vault vault) {
        var read = Reading.begun().put("BackupVaultName", vault.name);
        Reading.text(read, "EncryptionKeyArn", vault.keyArn);
        Reading.document(read, "AccessPolicy", vault.accessPolicy);
        Reading.tagMap(read, "BackupVaultTags", vault.tags);
        var lock = vault.lock;
        if (lock != null) {
            read.put("MinRetentionDays", lock.minRetentionDays());
            read.put("MaxRetentionDays", lock.maxRetentionDays());
        }
        return read;
    }
}
