package secondbackup.simulation.backup;

import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.Vault;

/// How many copies may run at once.
///
/// Source: Amazon Aurora User Guide, "DB cluster snapshot copying" ("up to five snapshot copy requests in
/// progress to a single destination Region per account"), and AWS Backup Developer Guide, "AWS Backup
/// quotas" (Aurora: 20 into logically air-gapped vaults), read 2026-11-22.
final class CopySlots {
    private static final int STANDARD = 5;
    private static final int AIR_GAPPED = 20;

    private final CopyWorld world;

    CopySlots(CopyWorld world) {
        this.world = world;
    }

    /// How many copies like this one may run at once.
    int limit(CopyJob job) {
        return intoAirGap(job) ? AIR_GAPPED : STANDARD;
    }

    boolean free(CopyJob job) {
        if (!counts(job)) {
            return true;
        }
        var taken =
                world.jobs().unfinished().stream()
                        .filter(CopyJob::running)
                        .filter(this::counts)
                        .filter(other -> intoAirGap(other) == intoAirGap(job))
                        .filter(other -> counter(other).equals(counter(job)))
                        .count();
        return taken < limit(job);
    }

    /// Whether it takes a slot. Of copies within their Region only those into air-gapped vaults surely do.
    private boolean counts(CopyJob job) {
        return job.crossesRegions() || intoAirGap(job) || world.switches().slotsCountInRegion();
    }

    private String counter(CopyJob job) {
        var perSource = world.switches().slotsCountPerSource() && !intoAirGap(job);
        return (perSource ? job.account : job.targetAccount()) + "/" + job.targetRegion();
    }

    private boolean intoAirGap(CopyJob job) {
        return world.vaults().find(job.targetVaultArn).filter(CopySlots::isAirGapped).isPresent();
    }

    private static boolean isAirGapped(Vault vault) {
        return vault.kind == Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT;
    }
}
