package secondbackup.gap;

import secondbackup.gap.Gap.Subject;
import secondbackup.verify.VaultDoubt;

/// Which gap each doubt about a vault is.
final class VaultGaps {
    private VaultGaps() {}

    static Gap of(Subject subject, VaultDoubt doubt) {
        return switch (doubt) {
            case VaultDoubt.NotLocked _,
                    VaultDoubt.GovernanceOnly _,
                    VaultDoubt.InGrace _,
                    VaultDoubt.BoundsDiffer _ ->
                    new Gap.VaultNotLocked(subject, doubt);
            case VaultDoubt.AccessPolicyDiffers _ -> new Gap.VaultPolicyChanged(subject);
            case VaultDoubt.KeyDiffers _,
                    VaultDoubt.KeyNotEnabled _,
                    VaultDoubt.KeyPolicyDiffers _ ->
                    new Gap.KeyAtRisk(subject, new Gap.KeyAtRisk.KeyEvidence.OfVault(doubt));
            case VaultDoubt.KeyUnread(_, var cause) ->
                    new Gap.StateUnknown(subject, "the vault's key", cause);
        };
    }
}
