package secondbackup.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import secondbackup.inventory.ClusterId;

/// Rolls a history forward by what one sweep saw.
public final class Roll {
    /// One cluster as a sweep saw it.
    public record Seen(ClusterId id, String accountName, Mark mark) {}

    private final History last;
    private final LocalDate today;
    private final long daysPassed;

    private Roll(History last, LocalDate today) {
        this.last = last;
        this.today = last.lastDay().filter(today::isBefore).orElse(today);
        this.daysPassed =
                last.lastDay().map(day -> ChronoUnit.DAYS.between(day, this.today)).orElse(0L);
    }

    /// @param last history of the report before this sweep's
    /// @param hidden whether a cluster that was not seen may be there all the same
    /// @param day of the sweep; one that is earlier than the history's last counts as that
    public static History forward(
            History last, List<Seen> seen, Predicate<ClusterId> hidden, LocalDate day) {
        return new Roll(last, day).by(seen, hidden);
    }

    private History by(List<Seen> seen, Predicate<ClusterId> hidden) {
        var before = new TreeMap<String, Track>();
        last.clusters().forEach(track -> before.put(key(track.id()), track));
        var tracks = new ArrayList<Track>();
        for (var one : seen) {
            var track = Optional.ofNullable(before.remove(key(one.id())));
            tracks.add(track(one.id(), one.accountName(), track, one.mark()));
        }
        before.values().stream()
                .filter(track -> hidden.test(track.id()))
                .map(track ->
                        track(track.id(), track.accountName(), Optional.of(track), Mark.UNSEEN))
                .filter(track -> !forgotten(track))
                .forEach(tracks::add);
        tracks.sort(Comparator.comparing(Track::id));
        return new History(counts(tracks), tracks);
    }

    /// A renamed cluster is the same one, and one that was made anew under its old name is not.
    private static String key(ClusterId id) {
        var name = id.resourceId().isEmpty() ? id.arn().value() : id.resourceId();
        return id.account() + "|" + id.region() + "|" + name;
    }

    private Track track(ClusterId id, String accountName, Optional<Track> before, Mark mark) {
        var days = before.map(track -> rolled(track.days(), mark)).orElse(letters(mark, 1));
        return Track.of(id, accountName, newest(days));
    }

    private String rolled(String days, Mark mark) {
        if (daysPassed == 0) {
            var end = days.length() - 1;
            return days.substring(0, end) + Mark.of(days.charAt(end)).orWorse(mark).letter();
        }
        return days + letters(Mark.UNSEEN, daysPassed - 1) + mark.letter();
    }

    private static String letters(Mark mark, long count) {
        return String.valueOf(mark.letter())
                .repeat((int) Math.min(Math.max(count, 0), History.DAYS_MAX));
    }

    private static String newest(String days) {
        return days.substring(Math.max(0, days.length() - History.DAYS_MAX));
    }

    /// Nobody has seen it for as long as anything is remembered.
    private static boolean forgotten(Track track) {
        return track.days().equals(letters(Mark.UNSEEN, History.DAYS_MAX));
    }

    private List<DayCount> counts(List<Track> tracks) {
        var marks = tracks.stream().map(Track::last).toList();
        var unseen = last.clusters().stream().map(_ -> Mark.UNSEEN).toList();
        var earlier = last.days().stream().filter(count -> count.day().isBefore(today));
        var missed =
                LongStream.range(1, Math.max(1, daysPassed))
                        .mapToObj(back -> DayCount.of(today.minusDays(daysPassed - back), unseen));
        var counts =
                Stream.of(earlier, missed, Stream.of(DayCount.of(today, marks)))
                        .flatMap(days -> days)
                        .toList();
        return counts.subList(Math.max(0, counts.size() - History.DAYS_MAX), counts.size());
    }
}
