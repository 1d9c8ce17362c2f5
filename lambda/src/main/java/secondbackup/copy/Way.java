package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One cluster's way through a [Lookahead]: what it costs that its promise is broken. Hours count from the
/// lookahead's beginning.
final class Way {
    /// Being late by this much more costs as much again as being late at all.
    private static final double LATE_HOURS_TWICE_AS_BAD = 36;

    private static final double HOUR = 3_600;

    /// Two moments of the same data differ by less.
    private static final double SAME_DATA = 1.0 / 60;

    final double hours;
    final double every;
    final double seenAfter;
    double point;
    boolean busy;

    private final Track track;
    private final double age;
    private double copy;
    private double seen;
    private double late;
    private double broken = Double.NaN;
    private double kept = Double.NaN;

    Way(Track track, double copy, double point) {
        this.track = track;
        this.hours = hours(track.duration());
        this.every = hours(track.every());
        this.seenAfter = hours(track.seenAfter());
        this.age = hours(track.copyAgeMax());
        this.copy = copy;
        this.point = point;
    }

    boolean waits() {
        return !busy && point > copy + SAME_DATA;
    }

    Waiting waiting(int number, double now) {
        return new Waiting(
                number,
                hours,
                copy + age - now - hours,
                now - point - seenAfter,
                point + age - now - hours);
    }

    /// @return what it cost since it was last looked at
    double arrived(double now, double arrivedPoint) {
        var cost = seenUntil(now);
        busy = false;
        copy = Math.max(copy, arrivedPoint);
        if (!Double.isNaN(broken) && Double.isNaN(kept) && copy + age > now) {
            kept = now;
        }
        return cost;
    }

    /// Nothing has arrived since it was last looked at.
    ///
    /// @return what that cost
    double seenUntil(double now) {
        var past = now - copy - age;
        var cost = costOf(past) - costOf(seen - copy - age);
        seen = now;
        late = Math.max(late, past);
        if (past > 0 && Double.isNaN(broken)) {
            broken = Math.max(0, copy + age);
        }
        return cost;
    }

    private static double hours(Duration length) {
        return length.toSeconds() / HOUR;
    }

    private static double costOf(double lateHours) {
        return lateHours <= 0 ? 0 : lateHours + lateHours * lateHours / 2 / LATE_HOURS_TWICE_AS_BAD;
    }

    Prospect prospect(Instant start) {
        return new Prospect(track.cluster(), of(late), at(start, broken), at(start, kept));
    }

    private static Optional<Instant> at(Instant start, double hours) {
        return Double.isNaN(hours) ? Optional.empty() : Optional.of(start.plus(of(hours)));
    }

    private static Duration of(double hours) {
        return Duration.ofSeconds(Math.round(hours * HOUR));
    }
}
