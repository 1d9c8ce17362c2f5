package secondbackup.copy;

import java.time.Instant;
import java.util.List;

/// How the next five days of one vault will go, if nothing fails and recovery points come as they came. Each precedence
/// lives through them, first come and a fixed order among them, and the one whose broken promises cost least is taken: an
/// hour counts once, and once more for each 36 hours by which it is late. So the choice is no worse than any of them,
/// as far as can be foreseen, and nobody is given up because others are cheaper to keep.
///
/// @param cost hours of broken promises, weighted
/// @param prospects one for each track, in their order
public record Forecast(Precedence precedence, double cost, List<Prospect> prospects) {
    /// Less is no reason to leave the first precedence: a forecast is no more exact.
    private static final double NO_MATTER = 0.5;

    public Forecast {
        prospects = List.copyOf(prospects);
    }

    /// The first precedence needs no other beside it where all can be in time.
    public static Forecast of(Workload work, Instant now) {
        var best = Lookahead.of(work, Precedence.LEAST_SLACK, now, Double.MAX_VALUE);
        for (var precedence : Precedence.values()) {
            if (best.cost() > 0 && precedence != best.precedence()) {
                var other = Lookahead.of(work, precedence, now, best.cost());
                best = other.cost() < best.cost() - NO_MATTER ? other : best;
            }
        }
        return best;
    }

    /// Whose copies wait for a slot, first in line first.
    public static List<Track> line(Workload work, Precedence precedence, Instant now) {
        return Lookahead.line(work, precedence, now).stream().map(work.tracks()::get).toList();
    }

    /// The same by the precedence whose future costs least. Where there are slots for all, none is asked for.
    ///
    /// @param free slots
    static List<Track> line(Workload work, int free, Instant now) {
        var line = line(work, Precedence.LEAST_SLACK, now);
        return line.size() <= free ? line : line(work, of(work, now).precedence(), now);
    }
}
