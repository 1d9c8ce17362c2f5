package secondbackup.simulation.backup;

import java.util.Optional;
import secondbackup.simulation.backup.CopyJobs.CopyJob;

/// Whether the organization lets one account copy to the other at all.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts", read 2026-11-22.
final class CopyMembership {
    private final CopyWorld world;
    private final CopyRole role;

    CopyMembership(CopyWorld world, CopyRole role) {
        this.world = world;
        this.role = role;
    }

    Optional<CopyFailure> find(CopyJob job) {
        if (!role.assumable(job)) {
            return Optional.of(CopyFailure.roleNotAssumable(job.roleArn));
        }
        // Multi-AZ DB clusters cannot be copied. Source: AWS Backup Developer Guide, "Backup
        // feature
        // availability", read 2026-11-22.
        if (job.resourceType.equals("RDS")) {
            return Optional.of(CopyFailure.unsupported(job));
        }
        return job.crossesAccounts() ? acrossAccounts(job) : Optional.empty();
    }

    private Optional<CopyFailure> acrossAccounts(CopyJob job) {
        var organization = world.organization().organization(job.account);
        if (organization.isEmpty()
                || !organization.equals(world.organization().organization(job.targetAccount()))) {
            return Optional.of(CopyFailure.otherOrganization());
        }
        if (!world.settings().crossAccountBackup) {
            return Optional.of(CopyFailure.crossAccountDisabled());
        }
        // A member that is suspended or closed stays in the organization, but answers nobody.
        if (!world.organization().regionEnabled(job.targetAccount(), job.targetRegion())) {
            return Optional.of(CopyFailure.vaultClosed());
        }
        return role.received(job)
                ? Optional.empty()
                : Optional.of(CopyFailure.roleNotAssumable(CopyRole.receiver(job).arn()));
    }
}
