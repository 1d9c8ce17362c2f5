package secondbackup.simulation.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;

/// Finds a vault or a point for a call, and says what rights reaching it needs. A vault's access policy
/// guards the vault and every point in it.
///
/// Source: AWS Backup Developer Guide, "Vault access policies"; Service Authorization Reference, "Actions,
/// resources, and condition keys for AWS Backup", read 2026-11-22.
final class VaultDoor {
    private final Vaults vaults;

    VaultDoor(Vaults vaults) {
        this.vaults = vaults;
    }

    /// Fails: `ResourceNotFoundException`.
    Vault vault(Call call, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw BackupErrors.missingValue("BackupVaultName");
        }
        return vaults.find(call.account(), call.region(), name)
                .orElseThrow(() -> BackupErrors.notFound("Cannot find Backup vault " + name));
    }

    /// Fails: `ResourceNotFoundException`.
    RecoveryPoint point(Vault vault, @Nullable String pointArn) {
        if (pointArn == null || pointArn.isEmpty()) {
            throw BackupErrors.missingValue("RecoveryPointArn");
        }
        var point = vault.points.get(pointArn);
        if (point == null) {
            throw BackupErrors.notFound("Cannot find recovery point.");
        }
        return point;
    }

    /// Whatever a vault's policy says, other accounts may only copy into it.
    ///
    /// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts", read 2026-11-22.
    void refuseOtherAccount(Call call, @Nullable String vaultAccount) {
        if (vaultAccount != null && !vaultAccount.equals(call.account())) {
            throw BackupErrors.accessDenied("Insufficient privileges to perform this action.");
        }
    }

    List<AccessRequest> onVault(String action, @Nullable String vaultName, Call call) {
        var rights = on(action, call.arn("backup-vault:" + vaultName), vaultName, call);
        return vaults.find(call.account(), call.region(), String.valueOf(vaultName))
                .map(vault -> rights.stream().map(right -> tagged(right, vault)).toList())
                .orElse(rights);
    }

    /// A right on a vault, which its tags decide too.
    static AccessRequest tagged(AccessRequest right, Vault vault) {
        var tagged = right;
        for (var tag : vault.tags.entrySet()) {
            tagged = tagged.with("aws:ResourceTag/" + tag.getKey(), tag.getValue());
        }
        return tagged;
    }

    List<AccessRequest> onPoint(
            String action, @Nullable String vaultName, @Nullable String pointArn, Call call) {
        return on(action, String.valueOf(pointArn), vaultName, call);
    }

    private List<AccessRequest> on(
            String action, String resource, @Nullable String vaultName, Call call) {
        var policy =
                vaults.find(call.account(), call.region(), String.valueOf(vaultName))
                        .map(vault -> vault.accessPolicy)
                        .orElse("");
        return List.of(AccessRequest.of(action, resource).guardedBy(policy, call.account()));
    }
}
