package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
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
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;

/// Vaults come and go.
///
/// Source: AWS Backup Developer Guide, "Backup vault creation and deletion", "Logically air-gapped vault",
/// "AWS Backup quotas", read 2026-11-22.
public final class VaultOperations {
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
    private final VaultDoor door;
    private final VaultViews views;
    private final BackupEvents events;

    public VaultOperations(Surroundings around, Vaults vaults) {
        this.around = around;
        this.vaults = vaults;
        this.door = new VaultDoor(vaults);
        this.views = new VaultViews(around.keys());
        this.events = new BackupEvents(around.events());
    }

    public void register(Operations operations) {
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
        operations.on(
                DescribeBackupVaultRequest.class,
                (asked, call) ->
                        door.onVault("backup:DescribeBackupVault", asked.backupVaultName(), call),
                this::describe);
        operations.on(
                ListBackupVaultsRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListBackupVaults", "*")),
                this::list);
        operations.on(
                DeleteBackupVaultRequest.class,
                (asked, call) ->
                        door.onVault("backup:DeleteBackupVault", asked.backupVaultName(), call),
                this::delete);
    }

    private static List<AccessRequest> creating(
            String action, String name, @Nullable String keyArn, Call call) {
        var rights = new ArrayList<AccessRequest>();
        rights.add(AccessRequest.of(action, call.arn("backup-vault:" + name)));
        rights.add(AccessRequest.of("backup-storage:MountCapsule", "*"));
        if (keyArn != null) {
            KEY_RIGHTS.forEach(right -> rights.add(AccessRequest.of(right, keyArn)));
        }
        return rights;
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

    private DescribeBackupVaultResponse describe(DescribeBackupVaultRequest asked, Call call) {
        door.refuseOtherAccount(call, asked.backupVaultAccountId());
        if (around.switches().missingVaultsAreDenied() && isMissing(asked, call)) {
            throw BackupErrors.accessDenied("Insufficient privileges to perform this action.");
        }
        return views.described(door.vault(call, asked.backupVaultName()));
    }

    /// Source: github.com/aws/aws-sdk-js, issue 2625 ("describeBackupVault fails with permission error if
    /// backup vault does not exist"), read 2026-11-22.
    private boolean isMissing(DescribeBackupVaultRequest asked, Call call) {
        var name = asked.backupVaultName();
        return name != null && vaults.find(call.account(), call.region(), name).isEmpty();
    }

    private ListBackupVaultsResponse list(ListBackupVaultsRequest asked, Call call) {
        var type = asked.byVaultTypeAsString();
        // No vault is shared between accounts here, so a list of shared ones is empty.
        var found =
                Boolean.TRUE.equals(asked.byShared())
                        ? List.<Vault>of()
                        : vaults.in(call.account(), call.region()).stream()
                                .filter(vault -> type == null || vault.kind.name().equals(type))
                                .toList();
        var page = Page.of(found, vault -> vault.name, asked.maxResults(), asked.nextToken());
        return ListBackupVaultsResponse.builder()
                .backupVaultList(page.items().stream().map(views::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private DeleteBackupVaultResponse delete(DeleteBackupVaultRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        if (!vault.points.isEmpty()) {
            throw BackupErrors.invalidRequest(
                    "Backup vault cannot be deleted because it contains recovery points.");
        }
        vaults.remove(vault);
        events.vault(vault, "DELETED");
        return DeleteBackupVaultResponse.builder().build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static boolean passed(Instant moment, Instant now) {
        return !now.isBefore(moment);
    }
}
