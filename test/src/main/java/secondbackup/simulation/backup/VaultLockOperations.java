package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.Lock;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultLockConfigurationRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultLockConfigurationResponse;
import software.amazon.awssdk.services.backup.model.PutBackupVaultLockConfigurationRequest;
import software.amazon.awssdk.services.backup.model.PutBackupVaultLockConfigurationResponse;

/// The lock of a vault: governance without `ChangeableForDays`, compliance with it. On and after the lock
/// date nobody changes or removes a compliance lock; until then, and always in governance, whoever has the
/// right does. It holds the vault's points from its first moment.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock"; API model,
/// PutBackupVaultLockConfigurationInput, DeleteBackupVaultLockConfiguration, read 2026-11-22.
public final class VaultLockOperations {
    private static final long GRACE_DAYS_LEAST = 3;
    private static final long DAYS_MOST = 36_500;

    private final InstantSource time;
    private final VaultDoor door;
    private final BackupEvents events;

    public VaultLockOperations(Surroundings around, Vaults vaults) {
        this.time = around.time();
        this.door = new VaultDoor(vaults);
        this.events = new BackupEvents(around.events());
    }

    public void register(Operations operations) {
        operations.on(
                PutBackupVaultLockConfigurationRequest.class,
                (asked, call) ->
                        door
                                .onVault(
                                        "backup:PutBackupVaultLockConfiguration",
                                        asked.backupVaultName(),
                                        call)
                                .stream()
                                .map(right -> withBounds(right, asked))
                                .toList(),
                this::put);
        operations.on(
                DeleteBackupVaultLockConfigurationRequest.class,
                (asked, call) ->
                        door.onVault(
                                "backup:DeleteBackupVaultLockConfiguration",
                                asked.backupVaultName(),
                                call),
                this::delete);
    }

    private static AccessRequest withBounds(
            AccessRequest right, PutBackupVaultLockConfigurationRequest asked) {
        var bounded = with(right, "backup:MinRetentionDays", asked.minRetentionDays());
        bounded = with(bounded, "backup:MaxRetentionDays", asked.maxRetentionDays());
        return with(bounded, "backup:ChangeableForDays", asked.changeableForDays());
    }

    private static AccessRequest with(AccessRequest right, String key, @Nullable Long days) {
        return days == null ? right : right.with(key, Long.toString(days));
    }

    private PutBackupVaultLockConfigurationResponse put(
            PutBackupVaultLockConfigurationRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        refuseImmutable(vault);
        checkDays(asked.minRetentionDays(), asked.maxRetentionDays());
        var lockAt = lockAt(asked.changeableForDays());
        vault.lock = new Lock(asked.minRetentionDays(), asked.maxRetentionDays(), lockAt);
        events.vault(vault, "MODIFIED");
        return PutBackupVaultLockConfigurationResponse.builder().build();
    }

    private @Nullable Instant lockAt(@Nullable Long changeableForDays) {
        if (changeableForDays == null) {
            return null;
        }
        if (changeableForDays < GRACE_DAYS_LEAST || changeableForDays > DAYS_MOST) {
            throw BackupErrors.invalidValue(
                    "ChangeableForDays must be between 3 and 36500 but is " + changeableForDays);
        }
        return time.instant().plus(Duration.ofDays(changeableForDays));
    }

    private DeleteBackupVaultLockConfigurationResponse delete(
            DeleteBackupVaultLockConfigurationRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        refuseImmutable(vault);
        vault.lock = null;
        events.vault(vault, "MODIFIED");
        return DeleteBackupVaultLockConfigurationResponse.builder().build();
    }

    private void refuseImmutable(Vault vault) {
        var lock = vault.lock;
        var lockAt = lock == null ? null : lock.lockAt();
        var immutable = lockAt != null && VaultOperations.passed(lockAt, time.instant());
        if (immutable || vault.kind == Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT) {
            throw BackupErrors.invalidRequest(
                    "Vault Lock configuration is immutable and cannot be changed or deleted.");
        }
    }

    static void checkDays(@Nullable Long least, @Nullable Long most) {
        check("MinRetentionDays", least);
        check("MaxRetentionDays", most);
        if (least != null && most != null && least > most) {
            throw BackupErrors.invalidValue("MinRetentionDays cannot exceed MaxRetentionDays");
        }
    }

    private static void check(String name, @Nullable Long days) {
        if (days != null && (days < 1 || days > DAYS_MOST)) {
            throw BackupErrors.invalidValue(name + " must be between 1 and 36500 but is " + days);
        }
    }
}
