package secondbackup.simulation.wire;

import java.util.Optional;
import java.util.function.Predicate;

/// A fault that is planned for some calls.
///
/// @param name what it is for: chance is drawn by it
/// @param where which calls it can strike
public record Fault(String name, Kind kind, Predicate<Place> where, Extent extent) {
    /// What happens to a call that is struck.
    public enum Kind {
        THROTTLED,
        SERVER_ERROR,
        UNAVAILABLE,
        CREDENTIALS_EXPIRED,
        /// The call never reaches AWS; the client waits in vain.
        TIMED_OUT,
        /// AWS does what it was asked; the client waits in vain.
        ANSWER_LOST;

        /// What AWS answers; empty where no answer comes.
        Optional<Refusal> refusal() {
            return switch (this) {
                case THROTTLED -> Optional.of(Refusal.THROTTLED);
                case SERVER_ERROR -> Optional.of(Refusal.SERVER_ERROR);
                case UNAVAILABLE -> Optional.of(Refusal.UNAVAILABLE);
                case CREDENTIALS_EXPIRED -> Optional.of(Refusal.EXPIRED_KEY);
                case TIMED_OUT, ANSWER_LOST -> Optional.empty();
            };
        }
    }

    /// How many calls are struck.
    public sealed interface Extent {
        /// @param share of the calls, 0 to 1, drawn for each by itself
        record Share(double share) implements Extent {}

        /// @param count the first so many calls
        record First(long count) implements Extent {}
    }

    public static Fault share(String name, Kind kind, double share, Predicate<Place> where) {
        return new Fault(name, kind, where, new Extent.Share(share));
    }

    public static Fault first(String name, Kind kind, long count, Predicate<Place> where) {
        return new Fault(name, kind, where, new Extent.First(count));
    }
}
