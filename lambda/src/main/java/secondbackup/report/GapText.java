package secondbackup.report;

import java.time.Instant;
import secondbackup.gap.Gap;
import secondbackup.policy.Policies;

/// Finds the words for a gap: what, why, and the next step. No step deletes or weakens a backup.
public final class GapText {
    private final CoverageText coverage;
    private final ExclusionText exclusions;
    private final SightText sight;
    private final BackupText backups;
    private final CopyText copies;
    private final KeyText keys;
    private final HoldingText holding;
    private final VaultText vaults;
    private final VaultAccountText vaultAccounts;
    private final CapacityText capacities;
    private final DeploymentText deployments;
    private final RestoreText restores;

    public GapText(Policies policies, Instant now) {
        var estate = policies.estate();
        this.coverage = new CoverageText(estate);
        this.exclusions = new ExclusionText(estate, now);
        this.sight = new SightText(estate, now);
        this.backups = new BackupText(estate, now);
        this.copies = new CopyText(estate, now);
        this.keys = new KeyText(estate, now);
        this.holding = new HoldingText(estate, now);
        this.vaults = new VaultText(estate, now);
        this.vaultAccounts = new VaultAccountText();
        this.capacities = new CapacityText(now);
        this.deployments = new DeploymentText(estate, policies.members(), now);
        this.restores = new RestoreText(now);
    }

    public GapWords of(Gap gap) {
        return switch (gap) {
            case Gap.Unbound unbound -> coverage.unbound(unbound);
            case Gap.NotEnrolled notEnrolled -> coverage.notEnrolled(notEnrolled);
            case Gap.DeploymentDrifted drifted -> deployments.drifted(drifted);
            case Gap.AccountUnreadable unreadable -> coverage.accountUnreadable(unreadable);
            case Gap.ExclusionEnded ended -> exclusions.exclusionEnded(ended);
            case Gap.CoverageDropped dropped -> sight.coverageDropped(dropped);
            case Gap.SweepStale stale -> sight.sweepStale(stale);
            case Gap.RegionUncovered uncovered -> coverage.regionUncovered(uncovered);
            case Gap.OptedOut optedOut -> coverage.optedOut(optedOut);
            case Gap.StateUnknown unknown -> coverage.stateUnknown(unknown);
            case Gap.BackupFailing failing -> backups.backupFailing(failing);
            case Gap.NoRecoveryPoint noPoint -> copies.noRecoveryPoint(noPoint);
            case Gap.NoCopy noCopy -> copies.noCopy(noCopy);
            case Gap.CopyLate late -> copies.copyLate(late);
            case Gap.CopyStuck stuck -> copies.copyStuck(stuck);
            case Gap.CopyFailing failing -> copies.copyFailing(failing);
            case Gap.Unencrypted unencrypted -> keys.unencrypted(unencrypted);
            case Gap.KeyNotShareable key -> keys.keyNotShareable(key);
            case Gap.KeyAtRisk key -> keys.keyAtRisk(key);
            case Gap.CapacityShortfall capacity -> capacities.capacityShortfall(capacity);
            case Gap.RetentionShort tooShort -> holding.retentionShort(tooShort);
            case Gap.TierMissing missing -> holding.tierMissing(missing);
            case Gap.LastCopyExpiring expiring -> holding.lastCopyExpiring(expiring);
            case Gap.SnapshotMissing missing -> holding.snapshotMissing(missing);
            case Gap.SizeJumped jumped -> holding.sizeJumped(jumped);
            case Gap.EngineRetired retired -> restores.engineRetired(retired);
            case Gap.RestoreBlocked blocked -> restores.restoreBlocked(blocked);
            case Gap.VaultNotLocked notLocked -> vaults.vaultNotLocked(notLocked);
            case Gap.VaultPolicyChanged changed -> vaults.vaultPolicyChanged(changed);
            case Gap.VaultAccountExposed exposed -> vaultAccounts.vaultAccountExposed(exposed);
        };
    }

    /// The same for the same gap in every sweep, and for no other gap of one sweep.
    static String key(Gap gap) {
        var key = gap.kind() + "|" + Where.of(gap.subject()).key();
        var detail =
                switch (gap) {
                    case Gap.StateUnknown unknown -> unknown.what();
                    case Gap.DeploymentDrifted drifted -> DeploymentText.thing(drifted.drift());
                    case Gap.CopyStuck stuck -> stuck.copyJobId();
                    case Gap.SnapshotMissing missing -> missing.copy().value();
                    case Gap.TierMissing missing -> missing.period().word();
                    case Gap.VaultAccountExposed(_, var exposure) -> VaultAccountText.key(exposure);
                    case Gap.SizeJumped jumped -> jumped.to().day().toString();
                    case Gap.VaultNotLocked notLocked ->
                            notLocked.evidence().getClass().getSimpleName();
                    case Gap.RestoreBlocked blocked ->
                            blocked.evidence().getClass().getSimpleName();
                    case Gap.KeyAtRisk(_, Gap.KeyAtRisk.KeyEvidence.OfVault(var doubt)) ->
                            doubt.getClass().getSimpleName();
                    case Gap.KeyAtRisk(_, Gap.KeyAtRisk.KeyEvidence.OfCopy _),
                            Gap.Unbound _,
                            Gap.NotEnrolled _,
                            Gap.AccountUnreadable _,
                            Gap.ExclusionEnded _,
                            Gap.CoverageDropped _,
                            Gap.SweepStale _,
                            Gap.RegionUncovered _,
                            Gap.OptedOut _,
                            Gap.BackupFailing _,
                            Gap.NoRecoveryPoint _,
                            Gap.NoCopy _,
                            Gap.CopyLate _,
                            Gap.CopyFailing _,
                            Gap.CapacityShortfall _,
                            Gap.EngineRetired _,
                            Gap.Unencrypted _,
                            Gap.KeyNotShareable _,
                            Gap.RetentionShort _,
                            Gap.LastCopyExpiring _,
                            Gap.VaultPolicyChanged _ ->
                            "";
                };
        return detail.isEmpty() ? key : key + "|" + PlainText.line(detail);
    }
}
