package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.policy.Estate;
import secondbackup.sweep.OrderPart.Place;
import secondbackup.sweep.OrderPart.Seen;

/// Reads one account and Region anew, but nothing that cannot have changed since the survey: jobs that had
/// ended, and the points of a re-key vault into which no copy has come.
final class PlaceReader {
    /// A job may be listed this much later than it was created.
    private static final Duration LISTING = Duration.ofHours(1);

    /// What came of it.
    sealed interface Reading {
        record Read(Seen seen) implements Reading {}

        record Failed(String cause) implements Reading {}
    }

    private final CopyJobReader reader;
    private final Estate estate;

    PlaceReader(CopyJobReader reader, Estate estate) {
        this.reader = reader;
        this.estate = estate;
    }

    /// @param points known of this place
    Reading read(AccountView.Seen account, RegionView.Source surveyed, List<RecoveryPoint> points) {
        var id = account.account().id();
        var region = surveyed.region();
        return switch (reader.jobs(id, region, createdFrom(account, surveyed))) {
            case CopyJobReader.Jobs.Failed(var cause) -> new Reading.Failed(cause);
            case CopyJobReader.Jobs.Read(var jobs) -> {
                var place = new Place(id, region);
                var vaults = gainPoints(jobs, points);
                yield vaults.isEmpty()
                        ? new Reading.Read(new Seen(place, jobs, List.of()))
                        : withPoints(place, jobs, reader.points(id, region, vaults));
            }
        };
    }

    private static Instant createdFrom(AccountView.Seen account, RegionView.Source surveyed) {
        var live = surveyed.copyJobs().stream().filter(CopyJob::mayRun).map(CopyJob::createdAt);
        return Stream.concat(live, Stream.of(account.readAt()))
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(LISTING);
    }

    /// Re-key vaults into which a copy has come whose point is not known, or not as a finished one.
    private List<String> gainPoints(List<CopyJob> jobs, List<RecoveryPoint> points) {
        var known = points.stream().filter(RecoveryPoint::usable).map(RecoveryPoint::arn).toList();
        return jobs.stream()
                .filter(CopyJob::completed)
                .filter(job ->
                        job.targetVault().accountText().equals(job.sourceVault().accountText()))
                .filter(job -> job.targetPoint().filter(known::contains).isEmpty())
                .map(job -> job.targetVault().name())
                .filter(estate::isRekeyVault)
                .distinct()
                .toList();
    }

    private static Reading withPoints(
            Place place, List<CopyJob> jobs, CopyJobReader.Points points) {
        return switch (points) {
            case CopyJobReader.Points.Failed(var cause) -> new Reading.Failed(cause);
            case CopyJobReader.Points.Read(var read) ->
                    new Reading.Read(new Seen(place, jobs, read));
        };
    }
}
