package secondbackup.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import secondbackup.benchmark.CopyWorld.Database;

/// Four weeks of one [CopyWorld] under one way of starting copies: recovery points become complete, copies end, and
/// at each of these moments the starter may start what it likes. Not the simulated AWS, which would take days for a
/// thousand clusters: slots, lengths and the rule of one job per cluster are all there is.
///
/// Points are seen as soon as they are complete, by every starter. In an organization the product sees them within ten
/// minutes or so, and a plan's copy actions at once.
///
/// Each cluster begins with yesterday's copy, and is looked at for 28 whole days from the hour at which that grows
/// too old.
final class CopyRace {
    static final int DAYS = 28;
    private static final double WEEK = 7 * CopyWorld.DAY;

    /// @param kept share of the hours in which the newest copy's data was no older than promised
    /// @param worst hours by which the latest was late
    /// @param mean hours by which the newest copy's data was older than promised, on average over all time
    /// @param refused calls that AWS refused, or jobs that it failed for want of a slot
    record Result(double kept, double worst, double mean, int refused) {
        /// What all broken hours cost, by hour and cluster: an hour counts once, and once more for each 36 hours by which
        /// it is late. So two promises that are broken for a day cost less than one that is broken for two days, and
        /// to give somebody up for ever costs more than whatever that keeps.
        double cost() {
            return 1 - kept + mean / CopyWorld.PROMISE;
        }

        /// Whether some promise was as good as given up: somebody was late by more than a week.
        boolean givesUp() {
            return worst > WEEK;
        }
    }

    /// One copy of one point.
    record Start(int database, double takenAt) {}

    /// Decides what starts.
    @FunctionalInterface
    interface Starter {
        /// @param fresh what has become complete since the last time, in this order
        /// @return what starts now, no more than there are free slots
        List<Start> start(CopyRace race, List<Start> fresh);
    }

    private record Event(double at, Start start) {}

    private static final Comparator<Event> BY_TIME =
            Comparator.comparingDouble(Event::at)
                    .thenComparingInt(event -> event.start().database());

    final CopyWorld world;
    final double[] copy;
    final double[] point;
    final double[] until;
    double now;
    int refused;

    private final double[] seen;
    private final PriorityQueue<Event> points = new PriorityQueue<>(BY_TIME);
    private final PriorityQueue<Event> arrivals = new PriorityQueue<>(BY_TIME);
    private double lateHours;
    private double lateSquares;
    private double worst;

    private CopyRace(CopyWorld world) {
        this.world = world;
        var size = world.databases().size();
        this.copy = new double[size];
        this.point = new double[size];
        this.until = new double[size];
        this.seen = new double[size];
        for (var number = 0; number < size; number++) {
            var database = world.databases().get(number);
            copy[number] = database.takenAt() - CopyWorld.DAY;
            point[number] = copy[number];
            seen[number] = from(database);
            points.add(point(number, database.takenAt()));
        }
        Arrays.fill(until, Double.NaN);
    }

    static Result of(CopyWorld world, Starter starter) {
        var race = new CopyRace(world);
        race.run(starter);
        return race.result();
    }

    int free() {
        return world.slots() - arrivals.size();
    }

    boolean busy(int database) {
        return !Double.isNaN(until[database]);
    }

    private static double from(Database database) {
        return database.takenAt() - CopyWorld.DAY + CopyWorld.PROMISE;
    }

    static double to(Database database) {
        return from(database) + DAYS * CopyWorld.DAY;
    }

    private Event point(int number, double takenAt) {
        return new Event(
                takenAt + world.databases().get(number).ready(), new Start(number, takenAt));
    }

    private void run(Starter starter) {
        var end = world.databases().stream().mapToDouble(CopyRace::to).max().orElse(0);
        while (true) {
            var next = points.element().at();
            now = arrivals.isEmpty() ? next : Math.min(next, arrivals.element().at());
            if (now >= end) {
                break;
            }
            var fresh = fresh();
            while (!arrivals.isEmpty() && arrivals.element().at() <= now) {
                arrived(arrivals.remove().start());
            }
            starter.start(this, fresh).forEach(this::begin);
        }
        for (var number = 0; number < copy.length; number++) {
            see(number, to(world.databases().get(number)));
        }
    }

    private List<Start> fresh() {
        var fresh = new ArrayList<Start>();
        while (points.element().at() <= now) {
            var start = points.remove().start();
            point[start.database()] = start.takenAt();
            points.add(point(start.database(), start.takenAt() + CopyWorld.DAY));
            fresh.add(start);
        }
        return fresh;
    }

    private void begin(Start start) {
        if (free() <= 0 || busy(start.database())) {
            throw new IllegalStateException("no slot, or a second job: " + start + " at " + now);
        }
        until[start.database()] = now + world.databases().get(start.database()).hours();
        arrivals.add(new Event(until[start.database()], start));
    }

    private void arrived(Start start) {
        var number = start.database();
        see(number, Math.min(now, to(world.databases().get(number))));
        until[number] = Double.NaN;
        copy[number] = Math.max(copy[number], start.takenAt());
    }

    /// Its newest copy has been the same since it was last looked at.
    private void see(int number, double at) {
        var due = copy[number] + CopyWorld.PROMISE;
        var before = Math.max(0, seen[number] - due);
        var after = Math.max(0, at - due);
        if (at <= seen[number]) {
            return;
        }
        lateHours += after - before;
        lateSquares += (after * after - before * before) / 2;
        worst = Math.max(worst, after);
        seen[number] = at;
    }

    private Result result() {
        var hours = DAYS * CopyWorld.DAY * copy.length;
        return new Result(1 - lateHours / hours, worst, lateSquares / hours, refused);
    }
}
