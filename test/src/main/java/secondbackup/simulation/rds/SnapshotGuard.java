package secondbackup.simulation.rds;

/// Says whether AWS Backup holds a snapshot in a locked vault. Its edge is AWS Backup, which sets it.
@FunctionalInterface
public interface SnapshotGuard {
    boolean locked(String snapshotArn);
}
