package secondbackup.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import secondbackup.benchmark.CopyRace.Result;
import secondbackup.benchmark.CopyRace.Starter;
import secondbackup.benchmark.CopyWorld.Sizes;

/// The copy planner against its rivals and against what is possible at all, in many worlds: how many promises are kept,
/// how late it gets, how many calls are refused. Exact: no figure depends on the machine.
///
/// Arguments: clusters of the worlds (0, and without: 50, 200 and 1,000), seeds for each (1 without). A thousand clusters
/// take an hour.
public final class CopyBenchmark {
    static final List<Double> LOADS = List.of(0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.6, 2.0);
    static final List<Integer> CLUSTERS = List.of(50, 200, 1_000);
    static final List<Integer> SLOTS = List.of(5, 20);
    private static final double HOURS_MAX = 9;
    private static final double EXACT = 1e-9;

    private CopyBenchmark() {}

    public static void main(String[] arguments) {
        var clusters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        var seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        var worse = new int[3];
        var worlds = worlds(clusters == 0 ? CLUSTERS : List.of(clusters), seeds);
        var out = System.out;
        worlds.forEach(world -> print(out, world, worse));
        out.printf(
                "%nof %d worlds, worse than a rival: promises kept %d, latest %d, mean %d%n",
                worlds.size(), worse[0], worse[1], worse[2]);
    }

    /// As they come, and stretched to loads from a third of the slots to twice as much. Left out is what would need
    /// copies of more than nine hours.
    static List<CopyWorld> worlds(List<Integer> counts, int seeds) {
        var worlds = new ArrayList<CopyWorld>();
        for (var clusters : counts) {
            for (var slots : SLOTS) {
                for (var seed = 1; seed <= seeds; seed++) {
                    worlds.add(CopyWorld.natural(clusters, slots, seed));
                    worlds.addAll(loaded(clusters, slots, seed));
                }
            }
        }
        return worlds;
    }

    private static List<CopyWorld> loaded(int clusters, int slots, long seed) {
        var worlds = new ArrayList<CopyWorld>();
        for (var sizes : Sizes.values()) {
            for (var spread : List.of(false, true)) {
                for (var load : LOADS) {
                    if (load * slots * CopyWorld.DAY / clusters <= HOURS_MAX) {
                        worlds.add(CopyWorld.of(clusters, slots, load, sizes, spread, seed));
                    }
                }
            }
        }
        return worlds;
    }

    static SequencedMap<String, Supplier<Starter>> rivals() {
        var rivals = new LinkedHashMap<String, Supplier<Starter>>();
        rivals.put("all at once, queued", CopyStarters::allAtOnceQueued);
        rivals.put("all at once, refused", CopyStarters::allAtOnceRefused);
        rivals.put("fixed order", CopyStarters::fixedOrder);
        return rivals;
    }

    private static void print(PrintStream out, CopyWorld world, int[] worse) {
        out.printf(
                "%n%d clusters, %d slots, %s, load %.2f: at most %.4f%n",
                world.databases().size(),
                world.slots(),
                world.name(),
                world.load(),
                CopyBound.of(world));
        var planner = CopyRace.of(world, CopyStarters.planner());
        line(out, "planner", planner);
        var worseHere = new boolean[3];
        rivals().forEach((name, starter) -> {
            var rival = CopyRace.of(world, starter.get());
            line(out, name, rival);
            worseHere[0] |= planner.kept() < rival.kept() - EXACT;
            worseHere[1] |= planner.worst() > rival.worst() + EXACT;
            worseHere[2] |= planner.mean() > rival.mean() + EXACT;
        });
        for (var figure = 0; figure < worse.length; figure++) {
            worse[figure] += worseHere[figure] ? 1 : 0;
        }
    }

    private static void line(PrintStream out, String name, Result result) {
        out.printf(
                "  %-21s kept %.4f  latest %6.1f h  mean %7.3f h  refused %6d%n",
                name, result.kept(), result.worst(), result.mean(), result.refused());
    }
}
