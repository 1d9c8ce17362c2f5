package secondbackup.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import secondbackup.benchmark.CopyRace.Result;
import secondbackup.benchmark.CopyRace.Starter;
import secondbackup.benchmark.CopyWorld.Sizes;

/// The copy planner against its rivals and against what is possible at all, in many worlds: how many promises are kept,
/// how late it gets, how many calls are refused. Exact: no figure depends on the machine.
///
/// A rival is better when its broken promises cost less: an hour counts once, and once more for each 36 hours by which it is
/// late ([Result#cost]). Promises kept alone would be no measure: while more is due than can ever be done, whoever gives
/// some up for ever keeps most. So a second line is drawn: a rival that keeps more promises, and gives nobody up for more than
/// a week, is better, too.
///
/// Prints a table in Markdown. Arguments: clusters of the worlds (0, and without: 50, 200 and 1,000), seeds for each (1
/// without), loads (all without).
public final class CopyBenchmark {
    static final List<Double> LOADS = List.of(0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.6, 2.0);
    static final List<Integer> CLUSTERS = List.of(50, 200, 1_000);
    static final List<Integer> SLOTS = List.of(5, 20);
    private static final double HOURS_MAX = 9;
    private static final double LOAD_APART = 0.01;
    private static final double EXACT = 1e-9;

    /// A ten-thousandth of all hours: forecasts that are exact to half an hour leave as much to chance.
    private static final double NO_MATTER = 1e-4;

    /// How often a rival was better in some way.
    private static final class Tally {
        private int worlds;
        private int cost;
        private int kept;
        private int latest;
        private int mean;
        private int refused;
    }

    private CopyBenchmark() {}

    public static void main(String[] arguments) {
        var clusters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        var seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        var loads =
                arguments.length > 2
                        ? Arrays.stream(arguments[2].split(",", -1)).map(Double::valueOf).toList()
                        : LOADS;
        var out = System.out;
        out.println("Each starter: promises kept, latest, mean lateness, refused calls.\n");
        out.println(
                "| clusters / slots | copies | load | at most | planner | at once, queued"
                        + " | at once, refused | fixed order |");
        out.println("|---|---|---|---|---|---|---|---|");
        var tally = new Tally();
        worlds(clusters == 0 ? CLUSTERS : List.of(clusters), seeds, loads)
                .forEach(world -> print(out, world, tally));
        out.printf(
                "%nIn %d worlds a rival's broken promises cost less: %d; it kept more and gave nobody"
                        + " up: %d; its latest was less late: %d; it was less late on average: %d."
                        + " Calls of the planner that were refused: %d.%n",
                tally.worlds, tally.cost, tally.kept, tally.latest, tally.mean, tally.refused);
    }

    /// As they come, and stretched to loads from a third of the slots to twice as much. Left out is what would need
    /// copies of more than nine hours, or of less than twelve minutes.
    static List<CopyWorld> worlds(List<Integer> counts, int seeds, List<Double> loads) {
        var worlds = new ArrayList<CopyWorld>();
        for (var clusters : counts) {
            for (var slots : SLOTS) {
                for (var seed = 1; seed <= seeds; seed++) {
                    worlds.add(CopyWorld.natural(clusters, slots, seed));
                    worlds.addAll(loaded(clusters, slots, loads, seed));
                }
            }
        }
        return worlds;
    }

    private static List<CopyWorld> loaded(int clusters, int slots, List<Double> loads, long seed) {
        var worlds = new ArrayList<CopyWorld>();
        for (var sizes : Sizes.values()) {
            for (var spread : List.of(false, true)) {
                for (var load : loads) {
                    var world = CopyWorld.of(clusters, slots, load, sizes, spread, seed);
                    if (load * slots * CopyWorld.DAY / clusters <= HOURS_MAX
                            && Math.abs(world.load() - load) < LOAD_APART) {
                        worlds.add(world);
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

    static boolean better(Result rival, Result planner) {
        return costsLess(rival, planner) || keepsMore(rival, planner);
    }

    private static boolean costsLess(Result rival, Result planner) {
        return rival.cost() < planner.cost() - NO_MATTER;
    }

    private static boolean keepsMore(Result rival, Result planner) {
        return !rival.givesUp() && rival.kept() > planner.kept() + NO_MATTER;
    }

    private static void print(PrintStream out, CopyWorld world, Tally tally) {
        var planner = CopyRace.of(world, CopyStarters.planner());
        var rivals =
                rivals().values().stream()
                        .map(starter -> CopyRace.of(world, starter.get()))
                        .toList();
        out.printf(
                "| %d / %d | %s | %.2f | %.4f | %s |",
                world.databases().size(),
                world.slots(),
                world.name(),
                world.load(),
                CopyBound.of(world),
                figures(planner));
        rivals.forEach(rival -> out.printf(" %s |", figures(rival)));
        out.println();
        tally.worlds++;
        tally.refused += planner.refused();
        tally.cost += any(rivals, rival -> costsLess(rival, planner));
        tally.kept += any(rivals, rival -> keepsMore(rival, planner));
        tally.latest += any(rivals, rival -> rival.worst() < planner.worst() - EXACT);
        tally.mean += any(rivals, rival -> rival.mean() < planner.mean() - EXACT);
    }

    private static int any(List<Result> rivals, Predicate<Result> better) {
        return rivals.stream().anyMatch(better) ? 1 : 0;
    }

    private static String figures(Result result) {
        return String.format(
                Locale.ROOT,
                "%.4f %.1f h %.3f h %d",
                result.kept(),
                result.worst(),
                result.mean(),
                result.refused());
    }
}
