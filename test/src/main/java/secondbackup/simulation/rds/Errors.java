package secondbackup.simulation.rds;

import java.time.Instant;
import secondbackup.simulation.wire.AwsError;

/// The errors that several operations of RDS share, in its words.
///
/// Source: Amazon RDS API model, error shapes with their codes and statuses, 2026-11-22.
final class Errors {
    private Errors() {}

    static AwsError invalidValue(String message) {
        return new AwsError(400, "InvalidParameterValue", message);
    }

    static AwsError invalidCombination(String message) {
        return new AwsError(400, "InvalidParameterCombination", message);
    }

    static AwsError noCluster(String name) {
        return new AwsError(404, "DBClusterNotFoundFault", "DBCluster " + name + " not found.");
    }

    static AwsError clusterState(String message) {
        return new AwsError(400, "InvalidDBClusterStateFault", message);
    }

    static AwsError noSnapshot(String id) {
        return new AwsError(
                404, "DBClusterSnapshotNotFoundFault", "DBClusterSnapshot not found: " + id);
    }

    static AwsError snapshotState(String message) {
        return new AwsError(400, "InvalidDBClusterSnapshotStateFault", message);
    }

    /// That the fault is this one is documented; its words are not.
    static AwsError notRestorable(Instant moment) {
        return new AwsError(
                400, "InvalidRestoreFault", "The specified time " + moment + " is not restorable.");
    }

    static AwsError keyNotAccessible(String key) {
        return new AwsError(
                400,
                "KMSKeyNotAccessibleFault",
                "The specified KMS key ["
                        + key
                        + "] does not exist, is not enabled or you do not have permissions to"
                        + " access it.");
    }
}
