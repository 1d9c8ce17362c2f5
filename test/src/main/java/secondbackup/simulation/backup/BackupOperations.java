package secondbackup.simulation.backup;

import secondbackup.simulation.wire.Operations;

/// AWS Backup but for its copy jobs: all operations, and the plans and expiries that run by the clock.
public final class BackupOperations {
    private final Surroundings around;
    private final Vaults vaults;
    private final Settings settings;
    private final BackupJobs jobs = new BackupJobs();
    private final RestoreJobs restoreJobs = new RestoreJobs();
    private final Plans plans = new Plans();
    private final Holds holds = new Holds();
    private final BackupTroubles troubles = new BackupTroubles();
    private final BackupRun run;

    /// Begins the round of expiry: only one of these for a world.
    ///
    /// @param copies starts what the rules of plans ask for
    public BackupOperations(
            Surroundings around, Vaults vaults, Settings settings, CopyActions copies) {
        this.around = around;
        this.vaults = vaults;
        this.settings = settings;
        this.run = new BackupRun(around, vaults, jobs, copies, troubles);
        around.snapshots().guardedBy(this::locked);
        new Expiry(around, vaults, holds).begin();
    }

    public void register(Operations operations) {
        new VaultOperations(around, vaults).register(operations);
        new VaultLockOperations(around, vaults).register(operations);
        new VaultPolicyOperations(around, vaults).register(operations);
        new PointOperations(around, vaults, holds).register(operations);
        new PointLists(around, vaults).register(operations);
        new RestoreMetadataOperations(around, vaults).register(operations);
        new BackupJobOperations(around, vaults, jobs, run).register(operations);
        new RestoreJobOperations(around, vaults, restoreJobs).register(operations);
        new SettingsOperations(around, settings).register(operations);
        new LegalHoldOperations(around, vaults, holds).register(operations);
        new TagOperations(vaults, plans).register(operations);
        new PlanOperations(around, plans, new PlanRuns(around, settings, run)).register(operations);
        new SelectionOperations(around, plans).register(operations);
    }

    /// Whether a snapshot lies behind a point in a locked vault.
    private boolean locked(String snapshotArn) {
        var place = snapshotArn.split(":", 6);
        return vaults.in(place[4], place[3]).stream()
                .anyMatch(vault -> vault.locked() && vault.points.containsKey(snapshotArn));
    }

    public BackupJobs jobs() {
        return jobs;
    }

    public RestoreJobs restoreJobs() {
        return restoreJobs;
    }

    public Plans plans() {
        return plans;
    }

    public BackupTroubles troubles() {
        return troubles;
    }

    public Holds holds() {
        return holds;
    }
}
