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
    double point;
    boolean busy;

    private final Track track;
    private final double age;
    private double copy;
    private double seen;
    private double cost;
    private double late;
    private double broken = Double.NaN;
    private double kept = Double.NaN;

    Way(Track track, double copy, double point) {
        this.track = track;
        this.hours = track.duration().toSeconds() / HOUR;
        this.age = track.copyAgeMax().toSeconds() / HOUR;
        this.copy = copy;
        this.point = point;
    }

    boolean waits() {
        return !busy && point > copy + SAME_DATA;
    }

    Waiting waiting(int number, double now) {
        return new Waiting(number, hours, copy + age - now - hours, point + age - now - hours);
    }

    void arrived(double now, double arrivedPoint) {
        seenUntil(now);
        busy = false;
        copy = Math.max(copy, arrivedPoint);
        if (!Double.isNaN(broken) && Double.isNaN(kept) && copy + age > now) {
            kept = now;
        }
    }

    /// Nothing has arrived since it was last looked at.
    void seenUntil(double now) {
        var past = now - copy - age;
        cost += costOf(past) - costOf(seen - copy - age);
        seen = now;
        late = Math.max(late, past);
        if (past > 0 && Double.isNaN(broken)) {
            broken = Math.max(0, copy + age);
        }
    }

    private static double costOf(double lateHours) {
        return lateHours <= 0 ? 0 : lateHours + lateHours * lateHours / 2 / LATE_HOURS_TWICE_AS_BAD;
    }

    double cost() {
        return cost;
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
