package secondbackup.sweep;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.CopyJob;
import secondbackup.sweep.OrderPart.Place;

/// The copy jobs of places as they are this moment, each place read once in a run.
final class FreshJobs {
    private final PlaceReader reader;
    private final Known known;
    private final SortedSet<Place> fresh = new TreeSet<>();
    private final SortedMap<Place, String> unread = new TreeMap<>();

    FreshJobs(PlaceReader reader, Known known) {
        this.reader = reader;
        this.known = known;
    }

    /// Reads the jobs of places. What the survey has not seen is no place to order from.
    ///
    /// @return whether anything was read that was not known yet
    boolean read(Collection<Place> places) {
        var wanted = new TreeSet<>(places);
        wanted.removeAll(fresh);
        if (wanted.isEmpty()) {
            return false;
        }
        known.sources().filter(source -> wanted.contains(source.place())).forEach(this::read);
        return fresh.addAll(wanted);
    }

    private void read(Known.Source source) {
        switch (reader.jobs(source, known.points(source))) {
            case PlaceReader.Reading.Read(var read) -> known.add(read);
            case PlaceReader.Reading.Failed(var cause) -> unread.put(source.place(), cause);
        }
    }

    /// Every source Region that was surveyed.
    List<Place> places() {
        return known.sources().map(Known.Source::place).toList();
    }

    /// Places in which jobs were in progress, as far as is known now.
    List<Place> placesWithLiveJobs() {
        return known.sources()
                .filter(source -> known.jobs(source).stream().anyMatch(CopyJob::mayRun))
                .map(Known.Source::place)
                .toList();
    }

    /// Places to look at next time: jobs are in progress there, or it could not be seen.
    List<Place> placesInFlight() {
        return Stream.concat(placesWithLiveJobs().stream(), unread.keySet().stream()).toList();
    }

    /// What could not be read in this run, and why.
    Stream<String> unread() {
        return unread.entrySet().stream()
                .map(place -> "copy jobs of " + place.getKey() + ": " + place.getValue());
    }

    /// Whether no place's jobs are known to be unreadable this moment.
    boolean readAll() {
        return unread.isEmpty();
    }

    /// Whether the jobs of the cluster's place are not known to be unreadable this moment.
    boolean jobsAreKnown(ClusterId cluster) {
        return !unread.containsKey(Place.of(cluster));
    }

    /// The jobs in progress, as far as is known now.
    List<CopyJob> live() {
        return known.jobs().filter(CopyJob::mayRun).toList();
    }
}
