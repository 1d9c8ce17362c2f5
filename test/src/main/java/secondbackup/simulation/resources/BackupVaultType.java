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
import software.amazon.awssdk.services.backup.model.CreateBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupVaultResponse;

/// `AWS::Backup::BackupVault`, with its lock and its access policy. Notifications are recorded.
///
/// That a change of the key replaces the vault is in the schema; so is that its tags can change.
public final class BackupVaultType implements ResourceType {
    private final Vaults vaults;

    public BackupVaultType(Vaults vaults) {
        this.vaults = vaults;
    }

    @Override
    public String name() {
        return "AWS::Backup::BackupVault";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "AccessPolicy",
                        "BackupVaultName",
                        "BackupVaultTags",
                        "EncryptionKeyArn",
                        "LockConfiguration")
                .recorded("Notifications")
                .required("BackupVaultName")
                .createOnly("BackupVaultName", "EncryptionKeyArn")
                .within(
                        "LockConfiguration",
                        "ChangeableForDays",
                        "MaxRetentionDays",
                        "MinRetentionDays")
                .within("Notifications", "BackupVaultEvents", "SNSTopicArn")
                .attributes("BackupVaultArn", "BackupVaultName");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name = wanted.text("BackupVaultName");
        scene.call(
                "backup",
                CreateBackupVaultRequest.builder()
                        .backupVaultName(name)
                        .encryptionKeyArn(key(wanted))
                        .backupVaultTags(wanted.tags("BackupVaultTags"))
                        .build(),
                CreateBackupVaultResponse.class);
        Undo.unless(
                () -> guard(name, new Change(Properties.NONE, wanted), scene),
                () -> delete(name, wanted, scene));
        return made(name, scene);
    }

    private static @Nullable String key(Properties wanted) {
        return wanted.has("EncryptionKeyArn") ? wanted.text("EncryptionKeyArn") : null;
    }

    private static void guard(String name, Change change, Scene scene) {
        if (change.of("AccessPolicy")) {
            VaultParts.accessPolicy(name, change.after(), scene);
        }
        if (change.of("LockConfiguration")) {
            VaultParts.lock(name, change.after(), scene);
        }
    }

    private static Made made(String name, Scene scene) {
        var arn = scene.arn("backup", "backup-vault:" + name);
        return Made.of(name, Map.of("BackupVaultArn", arn, "BackupVaultName", name));
    }

    @Override
    public Made update(String name, Change change, Scene scene) {
        guard(name, change, scene);
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
        return vaults.find(scene.account(), scene.region(), name).map(vault -> read(vault, last));
    }

    private static ObjectNode read(Vaults.Vault vault, Properties last) {
        var read = Reading.begun().put("BackupVaultName", vault.name);
        Reading.text(read, "EncryptionKeyArn", vault.keyArn);
        Reading.document(read, "AccessPolicy", vault.accessPolicy);
        Reading.tagMap(read, "BackupVaultTags", vault.tags);
        if (vault.lock != null) {
            VaultParts.lock(vault.lock, last, read.putObject("LockConfiguration"));
        }
        return read;
    }
}
