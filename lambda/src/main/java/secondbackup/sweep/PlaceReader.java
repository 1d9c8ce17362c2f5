package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.policy.Estate;
import secondbackup.sweep.OrderPart.Seen;

/// Reads one account and Region anew, but nothing that cannot have changed since the survey: jobs that had
/// ended, the points of a re-key vault into which no copy has come, and what the plans took before their last hour.
final class PlaceReader {
    /// To which precision AWS keeps the moment of a point, it does not say.
    private static final Duration MARGIN = Duration.ofMinutes(1);

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
    Reading jobs(Known.Source source, List<RecoveryPoint> points) {
        var place = source.place();
        var id = place.account();
        var region = place.region();
        return switch (reader.jobs(id, region, createdFrom(source))) {
            case CopyJobReader.Jobs.Failed(var cause) -> new Reading.Failed(cause);
            case CopyJobReader.Jobs.Read(var jobs) -> {
                var vaults = gainPoints(jobs, points);
                yield vaults.isEmpty()
                        ? new Reading.Read(new Seen(place, jobs, List.of(), Optional.empty()))
                        : reading(
                                reader.points(id, region, vaults, Instant.EPOCH),
                                found -> new Seen(place, jobs, found, Optional.empty()));
            }
        };
    }

    /// Looks for the points that the plans took since an hour of theirs.
    Reading newPoints(Known.Source source, Instant hour, Instant now) {
        var place = source.place();
        var vaults =
                source.region().vaults().stream()
                        .map(MemberVault::name)
                        .filter(estate::isSourceVault)
                        .toList();
        return reading(
                reader.points(place.account(), place.region(), vaults, hour.minus(MARGIN)),
                found -> new Seen(place, List.of(), found, Optional.of(now)));
    }

    private static Instant createdFrom(Known.Source source) {
        var live =
                source.region().copyJobs().stream().filter(CopyJob::mayRun).map(CopyJob::createdAt);
        return Stream.concat(live, Stream.of(source.account().readAt()))
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

    private static Reading reading(
            CopyJobReader.Points points, Function<List<RecoveryPoint>, Seen> seen) {
        return switch (points) {
            case CopyJobReader.Points.Failed(var cause) -> new Reading.Failed(cause);
            case CopyJobReader.Points.Read(var read) -> new Reading.Read(seen.apply(read));
        };
    }
}
