package secondbackup.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import secondbackup.benchmark.CopyWorld.Database;

/// More promises than this no order of starting copies can keep.
///
/// Day by day. The copy of the point taken at hour `a` of some day holds the promise until `a + 36`, so each point has
/// a stretch of a day, from `a + 12` to `a + 36`, in which only it or a later one holds the promise. The stretch is
/// lost until the first of these arrives, and none of them is started before the point is complete.
///
/// *Window*: where all points are taken at one hour, let the clusters be served in any order in one day's stretch.
/// When the k-th of them is served, the copies of k clusters have been made since the first point was complete at `r`,
/// so the slots have done no less than the k shortest copies: it arrives no sooner than `r + (sum of the k shortest)
/// / slots`, nor, for each of them, sooner than its own snapshot and copy take. The hours past `a + 12`, at most
/// 24 of each, are lost, whatever else is done on this or any other day.
///
/// *Slots*: a cluster that gets n copies in a number of days has stretches of one day, each kept for `min(24, g)` hours
/// at most, and longer ones, kept for `g` at most, where `g` is 36 hours less snapshot and copy. What it can keep is
/// therefore concave in n: `g` an hour for each copy up to one in two days, and what is missing to `min(24, g)` a
/// day for the others. All copies must fit into the slots of the time: the best choice fills them with whatever keeps
/// most per hour of a slot, and the last in part (the fractional knapsack).
final class CopyBound {
    private static final double DAY = CopyWorld.DAY;

    private CopyBound() {}

    static double of(CopyWorld world) {
        return Math.min(window(world), slots(world));
    }

    private static double window(CopyWorld world) {
        var databases = world.databases();
        if (databases.stream().mapToDouble(Database::takenAt).distinct().count() > 1) {
            return 1;
        }
        var ready = databases.stream().mapToDouble(Database::ready).min().orElse(0);
        var lengths = databases.stream().mapToDouble(Database::hours).sorted().toArray();
        var alone =
                databases.stream()
                        .mapToDouble(database -> database.ready() + database.hours())
                        .sorted()
                        .toArray();
        var work = 0.0;
        var lost = 0.0;
        for (var served = 0; served < lengths.length; served++) {
            work += lengths[served];
            var arrives = Math.max(alone[served], ready + work / world.slots());
            lost += Math.clamp(arrives - (CopyWorld.PROMISE - DAY), 0, DAY);
        }
        return 1 - lost / DAY / lengths.length;
    }

    /// @param hours of slots that it takes
    /// @param kept hours of promise that it keeps
    private record Part(double hours, double kept) {}

    private static double slots(CopyWorld world) {
        var parts = new ArrayList<Part>();
        world.databases().forEach(database -> add(parts, database));
        parts.sort(Comparator.comparingDouble(part -> -part.kept() / part.hours()));
        var left = world.slots() * time(world.databases());
        var kept = 0.0;
        for (var part : parts) {
            var share = Math.clamp(left / part.hours(), 0, 1);
            kept += share * part.kept();
            left -= share * part.hours();
        }
        return Math.min(1, kept / (DAY * CopyRace.DAYS * world.databases().size()));
    }

    /// From the first moment at which a copy could be started to the last at which one could still help.
    private static double time(List<Database> databases) {
        var first =
                databases.stream()
                        .mapToDouble(database -> database.takenAt() + database.ready())
                        .min()
                        .orElse(0);
        var last = databases.stream().mapToDouble(Database::takenAt).max().orElse(0);
        return last + CopyWorld.PROMISE - DAY + CopyRace.DAYS * DAY - first;
    }

    private static void add(List<Part> parts, Database database) {
        var good = Math.max(0, CopyWorld.PROMISE - database.ready() - database.hours());
        var everySecond = CopyRace.DAYS / 2.0;
        var half = everySecond * Math.min(2 * DAY, good);
        var whole = CopyRace.DAYS * Math.min(DAY, good);
        parts.add(new Part(everySecond * database.hours(), half));
        parts.add(new Part(everySecond * database.hours(), Math.max(0, whole - half)));
    }
}
