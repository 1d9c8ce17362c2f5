package secondbackup.report;

import java.time.Instant;
import secondbackup.gap.Gap;
import secondbackup.policy.Policies;

/// Finds the words for a gap: what, why, and the next step. No step deletes or weakens a backup.
public final class GapText {
    private final CoverageText coverage;
    private final CopyText copies;
    private final KeyText keys;
    private final HoldingText holding;
    private final VaultText vaults;
    private final CapacityText capacities;
    private final DeploymentText deployments;

    public GapText(Policies policies, Instant now) {
        var estate = policies.estate();
        this.coverage = new CoverageText(estate);
        this.copies = new CopyText(estate, now);
        this.keys = new KeyText(estate, now);
        this.holding = new HoldingText(estate, now);
        this.vaults = new VaultText(estate, now);
        this.capacities = new CapacityText(now);
        this.deployments = new DeploymentText(estate, policies.members(), now);
    }

    public GapWords of(Gap gap) {
        return switch (gap) {
            case Gap.Unbound unbound -> coverage.unbound(unbound);
            case Gap.NotEnrolled notEnrolled -> coverage.notEnrolled(notEnrolled);
            case Gap.DeploymentDrifted drifted -> deployments.drifted(drifted);
            case Gap.AccountUnreadable unreadable -> coverage.accountUnreadable(unreadable);
            case Gap.RegionUncovered uncovered -> coverage.regionUncovered(uncovered);
            case Gap.OptedOut optedOut -> coverage.optedOut(optedOut);
            case Gap.StateUnknown unknown -> coverage.stateUnknown(unknown);
            case Gap.NoRecoveryPoint noPoint -> copies.noRecoveryPoint(noPoint);
            case Gap.NoCopy noCopy -> copies.noCopy(noCopy);
            case Gap.CopyLate late -> copies.copyLate(late);
            case Gap.CopyStuck stuck -> copies.copyStuck(stuck);
            case Gap.CopyFailing failing -> copies.copyFailing(failing);
            case Gap.KeyNotShareable key -> keys.keyNotShareable(key);
            case Gap.KeyAtRisk key -> keys.keyAtRisk(key);
            case Gap.CapacityShortfall capacity -> capacities.capacityShortfall(capacity);
            case Gap.RetentionShort tooShort -> holding.retentionShort(tooShort);
            case Gap.TierMissing missing -> holding.tierMissing(missing);
            case Gap.LastCopyExpiring expiring -> holding.lastCopyExpiring(expiring);
            case Gap.SnapshotMissing missing -> holding.snapshotMissing(missing);
            case Gap.VaultNotLocked notLocked -> vaults.vaultNotLocked(notLocked);
            case Gap.VaultPolicyChanged changed -> vaults.vaultPolicyChanged(changed);
        };
    }

    /// The same for the same gap in every sweep, and for no other gap of one sweep.
    static String key(Gap gap) {
        var key = gap.kind() + "|" + Where.of(gap.subject()).key();
        var detail =
                switch (gap) {
                    case Gap.StateUnknown unknown -> unknown.what();
                    case Gap.DeploymentDrifted drifted -> DeploymentText.key(drifted.drift());
                    case Gap.CopyStuck stuck -> stuck.copyJobId();
                    case Gap.SnapshotMissing missing -> missing.copy().value();
                    case Gap.TierMissing missing -> missing.period().word();
                    case Gap.VaultNotLocked notLocked ->
                            notLocked.evidence().getClass().getSimpleName();
                    case Gap.KeyAtRisk(_, Gap.KeyAtRisk.KeyEvidence.OfVault(var doubt)) ->
                            doubt.getClass().getSimpleName();
                    case Gap.KeyAtRisk(_, Gap.KeyAtRisk.KeyEvidence.OfCopy _),
                            Gap.Unbound _,
                            Gap.NotEnrolled _,
                            Gap.AccountUnreadable _,
                            Gap.RegionUncovered _,
                            Gap.OptedOut _,
                            Gap.NoRecoveryPoint _,
                            Gap.NoCopy _,
                            Gap.CopyLate _,
                            Gap.CopyFailing _,
                            Gap.CapacityShortfall _,
                            Gap.KeyNotShareable _,
                            Gap.RetentionShort _,
                            Gap.LastCopyExpiring _,
                            Gap.VaultPolicyChanged _ ->
                            "";
                };
        return detail.isEmpty() ? key : key + "|" + PlainText.line(detail);
    }
}
