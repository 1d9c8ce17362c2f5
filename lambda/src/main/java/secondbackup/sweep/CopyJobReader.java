package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.Region;

/// Port. Reads the copy jobs of one account and Region, and the points of its re-key vault, as they are this
/// moment. Its edge is `aws.AwsCopyJobs`.
@FunctionalInterface
public interface CopyJobReader {
    /// What came of it.
    sealed interface Jobs {
        record Read(List<CopyJob> jobs, List<RecoveryPoint> points) implements Jobs {
            public Read {
                jobs = List.copyOf(jobs);
                points = List.copyOf(points);
            }
        }

        record Failed(String cause) implements Jobs {}
    }

    Jobs read(AccountId account, Region region, Instant now);
}
