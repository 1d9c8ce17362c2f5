package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;

/// Reads one account and Region anew, but nothing that cannot have changed since the survey: jobs that had
/// ended, and the points of a re-key vault into which no copy has come.
final class PlaceReader {
    /// A job may be listed this much later than it was created.
    private static final Duration LISTING = Duration.ofHours(1);

    private final CopyJobReader reader;

    PlaceReader(CopyJobReader reader) {
        this.reader = reader;
    }

    PlaceView read(AccountView.Seen account, RegionView.Source surveyed) {
        var id = account.account().id();
        return switch (reader.jobs(id, surveyed.region(), createdFrom(account, surveyed))) {
            case CopyJobReader.Jobs.Failed(var cause) -> new PlaceView.Failed(cause);
            case CopyJobReader.Jobs.Read(var jobs) ->
                    gainsPoints(jobs, surveyed)
                            ? withPoints(jobs, surveyed, reader.rekeyed(id, surveyed.region()))
                            : view(jobs, List.of(), surveyed);
        };
    }

    private static Instant createdFrom(AccountView.Seen account, RegionView.Source surveyed) {
        var live = surveyed.copyJobs().stream().filter(CopyJob::live).map(CopyJob::createdAt);
        return Stream.concat(live, Stream.of(account.readAt()))
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(LISTING);
    }

    /// Whether a copy within the account has ended whose point the survey did not see.
    private static boolean gainsPoints(List<CopyJob> jobs, RegionView.Source surveyed) {
        var known = surveyed.points().stream().map(RecoveryPoint::arn).toList();
        return jobs.stream()
                .filter(CopyJob::completed)
                .filter(job ->
                        job.targetVault().accountText().equals(job.sourceVault().accountText()))
                .anyMatch(job -> job.targetPoint().filter(known::contains).isEmpty());
    }

    private static PlaceView withPoints(
            List<CopyJob> jobs, RegionView.Source surveyed, CopyJobReader.Points points) {
        return switch (points) {
            case CopyJobReader.Points.Failed(var cause) -> new PlaceView.Failed(cause);
            case CopyJobReader.Points.Read(var read) -> view(jobs, read, surveyed);
        };
    }

    /// What was read replaces what the survey knew of the same.
    private static PlaceView view(
            List<CopyJob> jobs, List<RecoveryPoint> points, RegionView.Source surveyed) {
        return new PlaceView.Read(
                merged(surveyed.copyJobs(), jobs, CopyJob::id),
                merged(surveyed.points(), points, point -> point.arn().value()));
    }

    private static <T> List<T> merged(List<T> old, List<T> fresh, Function<T, String> name) {
        var byName = new TreeMap<String, T>();
        old.forEach(one -> byName.put(name.apply(one), one));
        fresh.forEach(one -> byName.put(name.apply(one), one));
        return List.copyOf(byName.values());
    }
}
