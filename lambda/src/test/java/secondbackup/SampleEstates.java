package secondbackup;

import java.util.List;
import java.util.Optional;
import secondbackup.policy.Estate;
import secondbackup.policy.Exclusion;
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

    /// The same promise, to all accounts but one.
    public static Policies excluding(Exclusion exclusion) {
        var whole = Sample.estate();
        var estate =
                new Estate(
                        whole.organization(),
                        whole.managementAccount(),
                        whole.controlAccount(),
                        whole.sourceRegions(),
                        whole.homeRegion(),
                        whole.vaults(),
                        whole.recoveryVault(),
                        whole.sourceVault(),
                        whole.rekeyVault(),
                        whole.roles(),
                        whole.reportBucket(),
                        whole.slackSecret(),
                        whole.defaultEncryption(),
                        whole.copyHoursMax(),
                        whole.sizeLimits(),
                        whole.holdsLastCopies(),
                        List.of(exclusion));
        return Sample.policies(estate, Sample.policies().rules());
    }
}
