package secondbackup.policy;

import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.Arn;
import secondbackup.inventory.RegionView;

/// Follows copies back to the points they were made of, in one account and Region. A copy keeps its cluster's
/// ARN, which another cluster may have taken over since; the point it was made of has a snapshot that names the
/// cluster for good.
///
/// Source: AWS Backup API, `CopyJob`: `SourceRecoveryPointArn` and `DestinationRecoveryPointArn`; the copy itself
/// does not name its source; read 2026-11-27.
final class Lineage {
    /// A copy over the re-key vault has two hops behind it.
    private static final int HOPS_MAX = 3;

    private final SortedMap<Arn, String> resourceIds = new TreeMap<>();
    private final SortedMap<Arn, Arn> sources = new TreeMap<>();

    Lineage(RegionView.Source region) {
        region.points().stream()
                .filter(point -> !point.resourceId().isEmpty())
                .forEach(point -> resourceIds.put(point.arn(), point.resourceId()));
        region.copyJobs()
                .forEach(job ->
                        job.targetPoint().ifPresent(target -> sources.put(target, job.point())));
    }

    /// The `DbClusterResourceId` of the cluster whose data a point holds, or empty where nothing tells it.
    String resourceId(Arn point) {
        var at = point;
        for (var hop = 0; hop < HOPS_MAX && at != null; hop++) {
            var resourceId = resourceIds.get(at);
            if (resourceId != null) {
                return resourceId;
            }
            at = sources.get(at);
        }
        return "";
    }
}
