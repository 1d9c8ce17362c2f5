package secondbackup.simulation.rds;

import java.util.Optional;

/// A bucket into which snapshots can be exported.
///
/// @param policy JSON, or empty
public record ExportTarget(String name, String arn, String account, String region, String policy) {
    /// Finds a bucket by its name. Its edge is Amazon S3.
    @FunctionalInterface
    public interface Finder {
        Optional<ExportTarget> find(String name);
    }
}
