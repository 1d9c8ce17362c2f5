package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.copy.AwaitedPoints;
import secondbackup.policy.Binding;
import secondbackup.policy.Policies;
import secondbackup.sweep.OrderPart.Place;

/// Learns of points that plans have taken since the survey, so that their copies need not wait for the next one.
///
/// A place is looked at when a plan's hour has passed there and a cluster's point of that hour is not known. No event is
/// needed for it, since events get lost. The longer a point is waited for, the less often somebody looks, and nobody
/// does once the plan has given up: within the nine hours of a plan that is eleven times at most.
final class NewPoints {
    /// An event may wake Copy every minute, and nobody looks that often.
    private static final Duration PAUSE = Duration.ofMinutes(8);

    private final PlaceReader reader;
    private final Known known;
    private final Instant now;
    private final SortedMap<Place, String> unread = new TreeMap<>();

    NewPoints(PlaceReader reader, Known known, Instant now) {
        this.reader = reader;
        this.known = known;
        this.now = now;
    }

    void learn(Policies policies) {
        var awaited = new AwaitedPoints(policies.estate(), policies.rules(), now);
        var newest = awaited.newestHour();
        if (newest.filter(this::isTimeAnywhere).isEmpty()) {
            return;
        }
        var hours = hours(policies, awaited);
        for (var source : known.sources().toList()) {
            var hour = hours.get(source.place());
            if (hour != null && source.region().auroraOptedIn() && isTime(hour, source)) {
                read(source, hour);
            }
        }
    }

    /// Of an older hour, somebody looks less often.
    private boolean isTimeAnywhere(Instant newest) {
        return known.sources().anyMatch(source -> isTime(newest, source));
    }

    /// The oldest hour in each place since which a point is missing.
    private SortedMap<Place, Instant> hours(Policies policies, AwaitedPoints awaited) {
        var hours = new TreeMap<Place, Instant>();
        for (var guarded : Binding.of(known.inventory(known.vaults()), policies, now)) {
            awaited.since(guarded)
                    .ifPresent(hour ->
                            hours.merge(
                                    Place.of(guarded.cluster().id()),
                                    hour,
                                    (one, other) -> one.isBefore(other) ? one : other));
        }
        return hours;
    }

    private boolean isTime(Instant hour, Known.Source source) {
        var lookedAt = known.lookedAt(source);
        var half = Duration.between(hour, lookedAt).dividedBy(2);
        return lookedAt.isBefore(hour)
                || !now.isBefore(lookedAt.plus(half.compareTo(PAUSE) < 0 ? PAUSE : half));
    }

    private void read(Known.Source source, Instant hour) {
        switch (reader.newPoints(source, hour, now)) {
            case PlaceReader.Reading.Read(var read) -> known.add(read);
            case PlaceReader.Reading.Failed(var cause) -> unread.put(source.place(), cause);
        }
    }

    /// What could not be read in this run, and why.
    Stream<String> unread() {
        return unread.entrySet().stream()
                .map(place -> "new points of " + place.getKey() + ": " + place.getValue());
    }
}
