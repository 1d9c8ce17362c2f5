package secondbackup.simulation.physics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The only clock of the simulated world. It moves only when told, and runs what is due on the way,
/// in order of time and, at the same moment, in the order in which it was planned.
///
/// Not thread-safe: whoever drives the simulation holds its lock.
public final class SimulatedTime implements InstantSource {
    private record Event(Instant at, long sequence, String name, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::sequence));
    private Instant now;
    private long sequence;

    public SimulatedTime(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Plans an action.
    ///
    /// @param at when; a moment already past means as soon as time moves
    /// @param name what happens, for a person who reads a failure
    public void at(Instant at, String name, Runnable action) {
        events.add(new Event(at.isBefore(now) ? now : at, sequence++, name, action));
    }

    /// Plans an action after a delay from now.
    public void after(Duration delay, String name, Runnable action) {
        at(now.plus(delay), name, action);
    }

    /// Moves the clock, running everything due up to and at that moment. What an event plans for within
    /// the span runs too.
    ///
    /// Fails: IllegalArgumentException when asked to go back; a failing event names itself and its time.
    public void advanceTo(Instant target) {
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("time cannot go back from " + now + " to " + target);
        }
        for (var next = events.peek();
                next != null && !next.at().isAfter(target);
                next = events.peek()) {
            var due = events.remove();
            now = due.at();
            run(due);
        }
        now = target;
    }

    public void advance(Duration span) {
        advanceTo(now.plus(span));
    }

    private static void run(Event due) {
        try {
            due.action().run();
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    "failed at " + due.at() + " in: " + due.name(), failure);
        }
    }
}
