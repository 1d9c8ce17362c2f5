package secondbackup.simulation.backup;

import secondbackup.simulation.wire.Operations;

/// AWS Backup but for its copy jobs: all operations, and the plans and expiries that run by the clock.
public final class BackupOperations {
    private final Surroundings around;
    private final Vaults vaults;
    private final Settings settings;
    private final BackupJobs jobs = new BackupJobs();
    private final Plans plans = new Plans();
    private final Holds holds = new Holds();
    private final BackupRun run;

    /// @param copies starts what the rules of plans ask for
    public BackupOperations(
            Surroundings around, Vaults vaults, Settings settings, CopyActions copies) {
        this.around = around;
        this.vaults = vaults;
        this.settings = settings;
        this.run = new BackupRun(around, vaults, jobs, copies);
        new Expiry(around, vaults, holds).begin();
    }

    public void register(Operations operations) {
        new VaultOperations(around, vaults).register(operations);
        new VaultLockOperations(around, vaults).register(operations);
        new VaultPolicyOperations(around, vaults).register(operations);
        new PlanOperations(around, plans, new PlanRuns(around, settings, run)).register(operations);
        new SelectionOperations(around, plans).register(operations);
    }

    public BackupJobs jobs() {
        return jobs;
    }

    public Plans plans() {
        return plans;
    }

    public Holds holds() {
        return holds;
    }
}
