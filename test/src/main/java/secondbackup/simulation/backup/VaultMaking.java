package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.Lock;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.kms.AwsManagedKeys;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.CreateBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.CreateLogicallyAirGappedBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.CreateLogicallyAirGappedBackupVaultResponse;

/// New vaults.
///
/// Source: AWS Backup Developer Guide, "Backup vault creation and deletion", "Logically air-gapped vault",
/// "AWS Backup quotas", read 2026-11-22.
final class VaultMaking {
    private static final int VAULTS_MOST = 300;
    private static final long AIR_GAPPED_DAYS_LEAST = 7;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9\\-_]{2,50}");
    private static final List<String> KEY_RIGHTS =
            List.of(
                    "kms:CreateGrant",
                    "kms:DescribeKey",
                    "kms:RetireGrant",
                    "kms:Decrypt",
                    "kms:GenerateDataKey");

    private final Surroundings around;
    private final Vaults vaults;
    private final BackupEvents events;

    VaultMaking(Surroundings around, Vaults vaults) {
        this.around = around;
        this.vaults = vaults;
        this.events = new BackupEvents(around.events());
    }

    void register(Operations operations) {
        operations.on(
                CreateBackupVaultRequest.class,
                (asked, call) ->
                        creating(
                                "backup:CreateBackupVault",
                                asked.backupVaultName(),
                                asked.encryptionKeyArn(),
                                call),
                this::create);
        operations.on(
                CreateLogicallyAirGappedBackupVaultRequest.class,
                (asked, call) ->
                        creating(
                                "backup:CreateLogicallyAirGappedBackupVault",
                                asked.backupVaultName(),
                                asked.encryptionKeyArn(),
                                call),
                this::createAirGapped);
    }

    private List<AccessRequest> creating(
            String action, String name, @Nullable String keyArn, Call call) {
        var rights = new ArrayList<AccessRequest>();
        rights.add(AccessRequest.of(action, call.arn("backup-vault:" + name)));
        rights.add(AccessRequest.of("backup-storage:MountCapsule", "*"));
        if (keyArn != null) {
            KEY_RIGHTS.forEach(right -> rights.add(onKey(right, keyArn)));
        }
        return rights;
    }

    /// A key's own policy decides first; a key that is not there admits nobody.
    private AccessRequest onKey(String action, String keyArn) {
        var right = AccessRequest.of(action, keyArn);
        return around.keys()
                .find(keyArn)
                .map(key -> right.guardedBy(key.policy, key.account))
                .orElse(right);
    }

    private CreateBackupVaultResponse create(CreateBackupVaultRequest asked, Call call) {
        var keyArn = asked.encryptionKeyArn();
        var vault =
                created(
                        asked.backupVaultName(),
                        Kind.BACKUP_VAULT,
                        keyArn == null ? serviceKey(call) : keyArn,
                        call);
        vault.creatorRequestId = text(asked.creatorRequestId());
        vault.tags.putAll(asked.backupVaultTags());
        events.vault(vault, "CREATED");
        return CreateBackupVaultResponse.builder()
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .creationDate(vault.createdAt)
                .build();
    }

    /// An air-gapped vault is locked for compliance from its first moment.
    private CreateLogicallyAirGappedBackupVaultResponse createAirGapped(
            CreateLogicallyAirGappedBackupVaultRequest asked, Call call) {
        var lock = airGappedLock(asked.minRetentionDays(), asked.maxRetentionDays());
        var vault =
                created(
                        asked.backupVaultName(),
                        Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT,
                        text(asked.encryptionKeyArn()),
                        call);
        vault.lock = lock;
        vault.creatorRequestId = text(asked.creatorRequestId());
        vault.tags.putAll(asked.backupVaultTags());
        vault.state = "CREATING";
        around.time()
                .after(
                        Duration.ofSeconds(around.chance().between(10, 90, "vault", vault.arn())),
                        "air-gapped vault " + vault.name + " is there",
                        () -> vault.state = "AVAILABLE");
        events.vault(vault, "CREATED");
        return CreateLogicallyAirGappedBackupVaultResponse.builder()
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .creationDate(vault.createdAt)
                .vaultState(vault.state)
                .build();
    }

    private Lock airGappedLock(@Nullable Long least, @Nullable Long most) {
        if (least == null || most == null) {
            throw BackupErrors.missingValue(
                    least == null ? "MinRetentionDays" : "MaxRetentionDays");
        }
        VaultLockOperations.checkDays(least, most);
        if (least < AIR_GAPPED_DAYS_LEAST) {
            throw BackupErrors.invalidValue("MinRetentionDays must be at least 7 but is " + least);
        }
        return new Lock(least, most, around.time().instant());
    }

    private Vault created(@Nullable String name, Kind kind, String keyArn, Call call) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw BackupErrors.invalidValue("Invalid BackupVaultName " + name);
        }
        if (vaults.find(call.account(), call.region(), name).isPresent()) {
            throw BackupErrors.alreadyExists(
                    "Backup vault with the same name already exists " + name);
        }
        if (vaults.in(call.account(), call.region()).size() >= VAULTS_MOST) {
            throw BackupErrors.limitExceeded("You can have at most 300 backup vaults");
        }
        var now = around.time().instant();
        var vault = new Vault(call.account(), call.region(), name, kind, keyArn, now);
        vaults.put(vault);
        return vault;
    }

    /// `aws/backup`, which AWS Backup makes for whoever names no key.
    private String serviceKey(Call call) {
        return new AwsManagedKeys(around.keys(), around.chance(), around.time())
                .of(call.account(), call.region(), "backup")
                .arn();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
