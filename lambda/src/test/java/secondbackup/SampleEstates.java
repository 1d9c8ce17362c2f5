package secondbackup;

import java.util.Optional;
import secondbackup.policy.Estate;
import secondbackup.policy.Policies;

/// The sample's estate, but for one thing.
public final class SampleEstates {
    private SampleEstates() {}

    /// The same policies, which let Verify hold last copies.
    public static Policies holding(Policies policies) {
        var estate = policies.estate();
        return new Policies(
                new Estate(
                        estate.organization(),
                        estate.managementAccount(),
                        estate.controlAccount(),
                        estate.sourceRegions(),
                        estate.homeRegion(),
                        estate.vaults(),
                        estate.recoveryVault(),
                        estate.sourceVault(),
                        estate.rekeyVault(),
                        estate.roles(),
                        estate.reportBucket(),
                        estate.slackSecret(),
                        estate.defaultEncryption(),
                        estate.copyHoursMax(),
                        estate.sizeLimits(),
                        true,
                        estate.exclusions()),
                policies.rules(),
                policies.roster(),
                policies.members());
    }

    /// The same estate, which names no place to bring copies back to.
    public static Estate withoutRecovery(Estate estate) {
        return new Estate(
                estate.organization(),
                estate.managementAccount(),
                estate.controlAccount(),
                estate.sourceRegions(),
                estate.homeRegion(),
                estate.vaults(),
                Optional.empty(),
                estate.sourceVault(),
                estate.rekeyVault(),
                estate.roles(),
                estate.reportBucket(),
                estate.slackSecret(),
                estate.defaultEncryption(),
                estate.copyHoursMax(),
                estate.sizeLimits(),
                estate.holdsLastCopies(),
                estate.exclusions());
    }
}
