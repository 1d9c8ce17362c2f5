package secondbackup.simulation.backup;

import java.util.Optional;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;

/// What the role passed to a copy job must be allowed to do, and what the target vault's policy must
/// admit.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts"; AWS Managed Policy
/// Reference, `AWSBackupServiceRolePolicyForBackup`; Service Authorization Reference, AWS Backup
/// (`backup:CopyTargets`, `backup:CopyTargetOrgPaths`), read 2026-11-22.
final class CopyRights {
    private final CopyWorld world;
    private final CopyRole role;

    CopyRights(CopyWorld world, CopyRole role) {
        this.world = world;
        this.role = role;
    }

    Optional<CopyFailure> find(CopyScene scene) {
        return leaving(scene).or(() -> arriving(scene)).or(() -> snapshot(scene));
    }

    private Optional<CopyFailure> leaving(CopyScene scene) {
        var job = scene.job();
        var request =
                AccessRequest.of("backup:CopyFromBackupVault", job.sourcePointArn)
                        .guardedBy(scene.source().accessPolicy, scene.source().account)
                        .with("backup:CopyTargets", job.targetVaultArn)
                        .with(
                                "backup:CopyTargetOrgPaths",
                                world.organization().organizationPath(job.targetAccount()));
        return refused(role.may(job, job.region, request));
    }

    /// A vault of another account must say yes itself; silence is no.
    private Optional<CopyFailure> arriving(CopyScene scene) {
        var job = scene.job();
        var target = scene.target();
        var request =
                VaultDoor.tagged(
                        AccessRequest.of("backup:CopyIntoBackupVault", target.arn())
                                .guardedBy(target.accessPolicy, target.account),
                        target);
        var silent = job.crossesAccounts() && target.accessPolicy.isEmpty();
        return silent || !role.may(job, job.region, request).allowed()
                ? Optional.of(CopyFailure.vaultClosed())
                : Optional.empty();
    }

    private Optional<CopyFailure> snapshot(CopyScene scene) {
        if (scene.fromAirGap()) {
            return Optional.empty();
        }
        var job = scene.job();
        var region = job.crossesAccounts() ? job.region : job.targetRegion();
        var arn = scene.snapshot().arn();
        var copy = role.may(job, region, AccessRequest.of("rds:CopyDBClusterSnapshot", arn));
        if (!copy.allowed() || scene.sharedWith().isEmpty()) {
            return refused(copy);
        }
        return refused(role.may(job, job.region, share(arn)));
    }

    static AccessRequest share(String snapshotArn) {
        return AccessRequest.of("rds:ModifyDBClusterSnapshotAttribute", snapshotArn);
    }

    private static Optional<CopyFailure> refused(Decision decision) {
        return switch (decision) {
            case Decision.Allowed() -> Optional.empty();
            case Decision.Denied(var message) -> Optional.of(CopyFailure.accessDenied(message));
        };
    }
}
