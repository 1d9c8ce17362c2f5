package secondbackup.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.policy.Guarded;
import secondbackup.report.Report.ClusterLine;
import secondbackup.verify.Verdict.Standing;

/// Counts the copies that have become good since the last report: those with data newer than it knew. AWS
/// does not tell when a copy arrived, only when its data was taken.
final class NewCopies {
    private NewCopies() {}

    static int count(List<Guarded> clusters, List<ClusterLine> lines, Optional<Report> last) {
        if (last.isEmpty()) {
            return 0;
        }
        var newest = new TreeMap<ClusterId, Instant>();
        lines.forEach(line -> line.newestAt().ifPresent(at -> newest.put(line.id(), at)));
        var known = new TreeMap<ClusterId, ClusterLine>();
        last.get().clusters().forEach(line -> known.put(line.id(), line));
        return clusters.stream()
                .mapToInt(guarded -> {
                    var id = guarded.cluster().id();
                    return count(
                            guarded,
                            Optional.ofNullable(newest.get(id)),
                            Optional.ofNullable(known.get(id)));
                })
                .sum();
    }

    private static int count(
            Guarded guarded, Optional<Instant> newest, Optional<ClusterLine> before) {
        if (newest.isEmpty()
                || before.filter(line -> line.standing() == Standing.UNKNOWN).isPresent()) {
            return 0;
        }
        var from = before.flatMap(ClusterLine::newestAt).orElse(Instant.EPOCH);
        return (int)
                guarded.copies().stream()
                        .filter(copy -> RecoveryPoint.usable(copy.status()))
                        .filter(copy ->
                                copy.capturedAt().isAfter(from)
                                        && !copy.capturedAt().isAfter(newest.get()))
                        .count();
    }
}
