package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.Region;

/// Port. Reads the copy jobs of one account and Region, and the points of vaults there, as they are this moment. Its edge is `aws.AwsCopyJobs`.
public interface CopyJobReader {
    /// What came of reading jobs.
    sealed interface Jobs {
        record Read(List<CopyJob> jobs) implements Jobs {
            public Read {
                jobs = List.copyOf(jobs);
            }
        }

        record Failed(String cause) implements Jobs {}
    }

    /// What came of reading points.
    sealed interface Points {
        record Read(List<RecoveryPoint> points) implements Points {
            public Read {
                points = List.copyOf(points);
            }
        }

        record Failed(String cause) implements Points {}
    }

    /// @param createdFrom older jobs are known
    Jobs jobs(AccountId account, Region region, Instant createdFrom);

    /// @param capturedFrom points of older data are known
    Points points(AccountId account, Region region, List<String> vaults, Instant capturedFrom);
}
