package secondbackup.inventory;

import java.util.Comparator;
import java.util.List;

/// What a survey saw of one Region of one account.
public sealed interface RegionView {
    Region region();

    /// A Region in which backups are planned, read in full.
    ///
    /// @param auroraOptedIn AWS Backup's opt-in for Aurora here
    /// @param backupJobs how the newest backup of each cluster into a source vault ended
    /// @param vaults source vaults and re-key vaults that exist here
    record Source(
            Region region,
            List<Cluster> clusters,
            boolean auroraOptedIn,
            List<DeployedPlan> plans,
            List<MemberVault> vaults,
            List<RecoveryPoint> points,
            List<CopyJob> copyJobs,
            List<KeyView> keys,
            List<BackupJob> backupJobs)
            implements RegionView {
        public Source {
            clusters = clusters.stream().sorted(Comparator.comparing(Cluster::id)).toList();
            plans =
                    plans.stream()
                            .sorted(
                                    Comparator.comparing(DeployedPlan::name)
                                            .thenComparing(DeployedPlan::id))
                            .toList();
            vaults =
                    vaults.stream()
                            .sorted(
                                    Comparator.comparing(MemberVault::createdAt)
                                            .thenComparing(MemberVault::name))
                            .toList();
            points = points.stream().sorted(Comparator.comparing(RecoveryPoint::arn)).toList();
            copyJobs = copyJobs.stream().sorted(Comparator.comparing(CopyJob::id)).toList();
            backupJobs =
                    backupJobs.stream().sorted(Comparator.comparing(BackupJob::cluster)).toList();
            keys = keys.stream().sorted(Comparator.comparing(KeyView::key)).toList();
        }

        /// Those of every plan.
        public List<PlanSelection> selections() {
            return plans.stream().flatMap(plan -> plan.selections().stream()).toList();
        }
    }

    /// Any other enabled Region: clusters here are covered by no plan of ours.
    record Elsewhere(Region region, List<Cluster> clusters) implements RegionView {
        public Elsewhere {
            clusters = clusters.stream().sorted(Comparator.comparing(Cluster::id)).toList();
        }
    }

    /// Closed by a service control policy: a fact, not a failure.
    record Closed(Region region, String cause) implements RegionView {}

    /// The Region is not enabled for the account.
    record NotEnabled(Region region) implements RegionView {}

    /// The Region could not be read, so nothing is known about its clusters.
    record Unreadable(Region region, String cause) implements RegionView {}
}
