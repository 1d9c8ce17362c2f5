package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.List;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;

/// Vaults are shown, listed and deleted; [VaultMaking] makes them.
///
/// Source: AWS Backup Developer Guide, "Backup vault creation and deletion", "Logically air-gapped vault",
/// "AWS Backup quotas", read 2026-11-22.
public final class VaultOperations {
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
        new VaultMaking(around, vaults).register(operations);
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

    static boolean passed(Instant moment, Instant now) {
        return !now.isBefore(moment);
    }
}
