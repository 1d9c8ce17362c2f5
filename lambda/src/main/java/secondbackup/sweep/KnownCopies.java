package secondbackup.sweep;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.policy.Guarded;
import secondbackup.report.Report;

/// The newest good copy of each cluster as the last report knew it: enough to tell that nothing is due.
final class KnownCopies {
    private final SortedMap<ClusterId, Instant> newest = new TreeMap<>();

    KnownCopies(Optional<Report> report) {
        report.ifPresent(known ->
                known.clusters()
                        .forEach(line ->
                                line.newestAt().ifPresent(at -> newest.put(line.id(), at))));
    }

    boolean mayMissACopy(Guarded guarded) {
        var known = newest.get(guarded.cluster().id());
        return guarded.promise().isPresent()
                && guarded.points().stream()
                        .filter(RecoveryPoint::usable)
                        .map(RecoveryPoint::capturedAt)
                        .max(Comparator.naturalOrder())
                        .filter(at -> known == null || at.isAfter(known))
                        .isPresent();
    }
}
