package secondbackup.benchmark;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import secondbackup.benchmark.CopyRace.Start;
import secondbackup.benchmark.CopyRace.Starter;
import secondbackup.benchmark.CopyWorld.Sizes;

/// How long the planner takes for one decision with its forecast, over the four weeks of a [CopyRace]: what Copy does once
/// or twice in a run. Verify looks for a shortfall with as many forecasts as it takes to halve the number of clusters
/// down to the slots.
///
/// Arguments: clusters (1,000 without).
public final class PlanBenchmark {
    private static final List<Double> LOADS = List.of(0.7, 1.3, 2.0);

    private PlanBenchmark() {}

    public static void main(String[] arguments) {
        var clusters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        var out = System.out;
        for (var load : LOADS) {
            for (var spread : List.of(false, true)) {
                var world = CopyWorld.of(clusters, 20, load, Sizes.MIXED, spread, 1);
                var took = new ArrayList<Duration>();
                CopyRace.of(world, timed(CopyStarters.planner(), took));
                took.sort(Duration::compareTo);
                out.printf(
                        "%d clusters, %d slots, %s, load %.2f: %d decisions,"
                                + " the longest %s, 99 in a hundred within %s%n",
                        clusters,
                        world.slots(),
                        world.name(),
                        world.load(),
                        took.size(),
                        took.getLast(),
                        took.get(took.size() * 99 / 100));
            }
        }
    }

    private static Starter timed(Starter starter, List<Duration> took) {
        var clock = InstantSource.system();
        return (CopyRace race, List<Start> fresh) -> {
            var began = clock.instant();
            var starts = starter.start(race, fresh);
            took.add(Duration.between(began, clock.instant()));
            return starts;
        };
    }
}
