package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultAccessPolicyResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultLockConfigurationRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultLockConfigurationResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.PutBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.PutBackupVaultAccessPolicyResponse;
import software.amazon.awssdk.services.backup.model.PutBackupVaultLockConfigurationRequest;
import software.amazon.awssdk.services.backup.model.PutBackupVaultLockConfigurationResponse;
import software.amazon.awssdk.services.backup.model.TagResourceRequest;
import software.amazon.awssdk.services.backup.model.TagResourceResponse;
import software.amazon.awssdk.services.backup.model.UntagResourceRequest;
import software.amazon.awssdk.services.backup.model.UntagResourceResponse;

/// What standard and air-gapped vaults share: each part is set by a call of its own.
final class VaultParts {
    private VaultParts() {}

    static void accessPolicy(String vault, Properties wanted, Scene scene) {
        if (wanted.has("AccessPolicy")) {
            scene.call(
                    "backup",
                    PutBackupVaultAccessPolicyRequest.builder()
                            .backupVaultName(vault)
                            .policy(wanted.document("AccessPolicy"))
                            .build(),
                    PutBackupVaultAccessPolicyResponse.class);
        } else {
            scene.call(
                    "backup",
                    DeleteBackupVaultAccessPolicyRequest.builder().backupVaultName(vault).build(),
                    DeleteBackupVaultAccessPolicyResponse.class);
        }
    }

    static void lock(String vault, Properties wanted, Scene scene) {
        if (!wanted.has("LockConfiguration")) {
            scene.call(
                    "backup",
                    DeleteBackupVaultLockConfigurationRequest.builder()
                            .backupVaultName(vault)
                            .build(),
                    DeleteBackupVaultLockConfigurationResponse.class);
            return;
        }
        var lock = wanted.within("LockConfiguration");
        scene.call(
                "backup",
                PutBackupVaultLockConfigurationRequest.builder()
                        .backupVaultName(vault)
                        .minRetentionDays(number(lock, "MinRetentionDays"))
                        .maxRetentionDays(number(lock, "MaxRetentionDays"))
                        .changeableForDays(number(lock, "ChangeableForDays"))
                        .build(),
                PutBackupVaultLockConfigurationResponse.class);
    }

    static @Nullable Long number(Properties properties, String name) {
        return properties.has(name) ? properties.number(name) : null;
    }

    /// AWS tells when a lock becomes final, not after how many days: whether it does is all that can drift.
    static void lock(Vaults.Lock lock, Properties last, ObjectNode read) {
        var least = lock.minRetentionDays();
        var most = lock.maxRetentionDays();
        if (least != null) {
            read.put("MinRetentionDays", least);
        }
        if (most != null) {
            read.put("MaxRetentionDays", most);
        }
        if (lock.lockAt() != null) {
            var said = last.within("LockConfiguration").node("ChangeableForDays");
            read.set("ChangeableForDays", said.isMissingNode() ? read.textNode("final") : said);
        }
    }

    static void tags(String vault, Change change, Scene scene) {
        var arn = scene.arn("backup", "backup-vault:" + vault);
        var after = change.after().tags("BackupVaultTags");
        var gone = new ArrayList<>(change.before().tags("BackupVaultTags").sequencedKeySet());
        gone.removeAll(after.sequencedKeySet());
        if (!gone.isEmpty()) {
            scene.call(
                    "backup",
                    UntagResourceRequest.builder().resourceArn(arn).tagKeyList(gone).build(),
                    UntagResourceResponse.class);
        }
        if (!after.isEmpty()) {
            scene.call(
                    "backup",
                    TagResourceRequest.builder().resourceArn(arn).tags(after).build(),
                    TagResourceResponse.class);
        }
    }

    static void delete(Vaults vaults, String vault, Scene scene) {
        if (vaults.find(scene.account(), scene.region(), vault).isEmpty()) {
            return;
        }
        scene.call(
                "backup",
                DeleteBackupVaultRequest.builder().backupVaultName(vault).build(),
                DeleteBackupVaultResponse.class);
    }
}
