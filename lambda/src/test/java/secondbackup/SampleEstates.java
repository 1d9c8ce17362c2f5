package secondbackup;

import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Arn;
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
                changed(estate, estate.vaults(), estate.recoveryVault(), true, estate.exclusions()),
                policies.rules(),
                policies.roster(),
                policies.members());
    }

    /// The same estate, which names no place to bring copies back to.
    public static Estate withoutRecovery(Estate estate) {
        return changed(
                estate,
                estate.vaults(),
                Optional.empty(),
                estate.holdsLastCopies(),
                estate.exclusions());
    }

    /// The same promise, to all accounts but one.
    public static Policies excluding(Exclusion exclusion) {
        var whole = Sample.estate();
        var estate =
                changed(
                        whole,
                        whole.vaults(),
                        whole.recoveryVault(),
                        whole.holdsLastCopies(),
                        List.of(exclusion));
        return Sample.policies(estate, Sample.policies().rules());
    }

    /// The sample's estate with these vaults.
    public static Estate with(Estate.Vault... vaults) {
        var one = Sample.estate();
        return changed(
                one, List.of(vaults), one.recoveryVault(), one.holdsLastCopies(), one.exclusions());
    }

    private static Estate changed(
            Estate estate,
            List<Estate.Vault> vaults,
            Optional<Arn> recoveryVault,
            boolean holdsLastCopies,
            List<Exclusion> exclusions) {
        return new Estate(
                estate.organization(),
                estate.managementAccount(),
                estate.controlAccount(),
                estate.sourceRegions(),
                estate.homeRegion(),
                vaults,
                recoveryVault,
                estate.sourceVault(),
                estate.rekeyVault(),
                estate.roles(),
                estate.reportBucket(),
                estate.slackSecret(),
                estate.defaultEncryption(),
                estate.copyHoursMax(),
                estate.sizeLimits(),
                holdsLastCopies,
                exclusions);
    }
}
