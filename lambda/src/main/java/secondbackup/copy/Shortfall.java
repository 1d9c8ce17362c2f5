package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import secondbackup.inventory.ClusterId;

/// That a vault has too few slots for what is promised: some promises will be broken, or stay so, in the next
/// five days, and would not be if everybody had a slot.
///
/// @param clusters whose promises, sorted
/// @param late how far past its limit the latest of them will be
/// @param from when the first of them breaks, or now
/// @param slots that the vault has
/// @param enough the fewest slots with which nobody would be late for want of one
/// @param workADay how long the copies that keep all promises for a day hold slots, all together
public record Shortfall(
        List<ClusterId> clusters,
        Duration late,
        Instant from,
        int slots,
        int enough,
        Duration workADay) {
    /// A forecast is no more exact than this: who is late by less, or by that much less with a slot of its own, is
    /// not named.
    static final Duration TOLERANCE = Duration.ofHours(1);

    public Shortfall {
        clusters = List.copyOf(clusters);
    }

    public static Optional<Shortfall> of(Workload work, Instant now) {
        var most = Math.max(work.slots(), work.tracks().size());
        var unlimited = Forecast.of(work.with(most), now).prospects();
        var limited = Forecast.of(work, now).prospects();
        var lacking = waiting(limited, unlimited);
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Shortfall(
                        lacking.stream().map(Prospect::cluster).sorted().toList(),
                        lacking.stream()
                                .map(Prospect::late)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        lacking.stream()
                                .flatMap(prospect -> prospect.brokenFrom().stream())
                                .min(Comparator.naturalOrder())
                                .orElse(now),
                        work.slots(),
                        enough(work, unlimited, most, now),
                        workADay(work)));
    }

    /// Whether a day's work fits into the slots of a day, so that spread over it everybody would be in time.
    public boolean fitsWhenSpread() {
        return workADay.compareTo(Duration.ofDays(1).multipliedBy(slots)) <= 0;
    }

    private static List<Prospect> waiting(List<Prospect> limited, List<Prospect> unlimited) {
        return IntStream.range(0, limited.size())
                .filter(index -> {
                    var with = limited.get(index).late();
                    var without = unlimited.get(index).late();
                    return with.compareTo(without.plus(TOLERANCE)) > 0;
                })
                .mapToObj(limited::get)
                .toList();
    }

    /// Halves the span between too few and enough.
    private static int enough(Workload work, List<Prospect> unlimited, int most, Instant now) {
        var few = work.slots();
        var enough = most;
        while (enough - few > 1) {
            var between = (few + enough) / 2;
            var prospects = Forecast.of(work.with(between), now).prospects();
            if (waiting(prospects, unlimited).isEmpty()) {
                enough = between;
            } else {
                few = between;
            }
        }
        return enough;
    }

    private static Duration workADay(Workload work) {
        var day = (double) Duration.ofDays(1).toSeconds();
        var seconds =
                work.tracks().stream()
                        .mapToDouble(track ->
                                track.duration().toSeconds() * day / between(track).toSeconds())
                        .sum();
        return Duration.ofSeconds(Math.round(seconds));
    }

    /// The longest time between two points to copy that keeps the promise.
    private static Duration between(Track track) {
        var age = track.copyAgeMax().minus(track.duration());
        return track.every().multipliedBy(Math.max(1, age.dividedBy(track.every())));
    }
}
