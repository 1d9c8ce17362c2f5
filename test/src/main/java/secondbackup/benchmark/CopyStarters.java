package secondbackup.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import secondbackup.benchmark.CopyRace.Start;
import secondbackup.benchmark.CopyRace.Starter;
import secondbackup.copy.Forecast;
import secondbackup.copy.Precedence;
import secondbackup.copy.Track;
import secondbackup.copy.Workload;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Region;

/// The ways of starting copies that are compared.
final class CopyStarters {
    private CopyStarters() {}

    /// What a plan's copy actions do where AWS queues: every point is copied as it becomes complete, first come, first
    /// served, old ones too.
    static Starter allAtOnceQueued() {
        var queue = new ArrayDeque<Start>();
        return (race, fresh) -> {
            queue.addAll(fresh);
            var starts = new ArrayList<Start>();
            var busy = new ArrayList<Integer>();
            for (var each = queue.iterator(); each.hasNext() && starts.size() < race.free(); ) {
                var start = each.next();
                if (!race.busy(start.database()) && !busy.contains(start.database())) {
                    each.remove();
                    starts.add(start);
                    busy.add(start.database());
                }
            }
            return starts;
        };
    }

    /// The same where AWS refuses: whoever finds no slot has no copy of that day.
    static Starter allAtOnceRefused() {
        return (race, fresh) -> {
            var starts =
                    fresh.stream()
                            .filter(start -> !race.busy(start.database()))
                            .limit(race.free())
                            .toList();
            race.refused += fresh.size() - starts.size();
            return starts;
        };
    }

    /// A loop over all clusters in an order that never changes, which starts what has a new point until AWS refuses.
    static Starter fixedOrder() {
        return (race, _) -> {
            var waiting = waiting(race);
            race.refused += waiting.size() > race.free() ? 1 : 0;
            return waiting.subList(0, Math.min(waiting.size(), race.free()));
        };
    }

    private static List<Start> waiting(CopyRace race) {
        return IntStream.range(0, race.copy.length)
                .filter(number -> !race.busy(number) && race.point[number] > race.copy[number])
                .mapToObj(number -> new Start(number, race.point[number]))
                .toList();
    }

    /// The product: its own precedences, its own forecast, which is made once an hour here and in every run there. How
    /// long a cluster's points take to be seen it knows from the day before.
    static Starter planner() {
        var planner = new Planner();
        return planner::start;
    }

    private static final class Planner {
        private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
        private static final AccountId ACCOUNT = new AccountId("444444444401");
        private static final Region REGION = new Region("eu-west-1");
        private static final double HOUR = 3_600;

        private final List<ClusterId> ids = new ArrayList<>();
        private final Map<ClusterId, Integer> numbers = new HashMap<>();
        private final Map<Integer, Double> seenAfter = new HashMap<>();
        private Precedence precedence = Precedence.LEAST_SLACK;
        private double foreseenAt = -1;

        private List<Start> start(CopyRace race, List<Start> fresh) {
            fresh.forEach(each -> seenAfter.put(each.database(), race.now - each.takenAt()));
            var waiting = waiting(race);
            if (waiting.size() <= race.free()) {
                return waiting;
            }
            if (race.free() == 0) {
                return List.of();
            }
            var work = workload(race);
            if (foreseenAt < 0 || race.now >= foreseenAt + 1) {
                precedence = Forecast.of(work, at(race.now)).precedence();
                foreseenAt = race.now;
            }
            return Forecast.line(work, precedence, at(race.now)).stream()
                    .limit(race.free())
                    .map(track -> numbers.getOrDefault(track.cluster(), -1))
                    .map(number -> new Start(number, race.point[number]))
                    .toList();
        }

        private Workload workload(CopyRace race) {
            var tracks =
                    IntStream.range(0, race.copy.length)
                            .mapToObj(number -> track(race, number))
                            .toList();
            return new Workload(race.world.slots(), race.world.slots() - race.free(), tracks);
        }

        private Track track(CopyRace race, int number) {
            return new Track(
                    id(number),
                    Duration.ofHours((long) CopyWorld.PROMISE),
                    length(race.world.databases().get(number).hours()),
                    at(race.copy[number]),
                    at(race.point[number]),
                    Duration.ofHours((long) CopyWorld.DAY),
                    length(seenAfter.getOrDefault(number, 0.0)),
                    race.busy(number) ? Optional.of(at(race.until[number])) : Optional.empty());
        }

        private ClusterId id(int number) {
            while (ids.size() <= number) {
                var name = "c%04d".formatted(ids.size());
                var arn = new Arn("arn:aws:rds:" + REGION + ":" + ACCOUNT + ":cluster:" + name);
                numbers.put(new ClusterId(ACCOUNT, REGION, arn, name), ids.size());
                ids.add(new ClusterId(ACCOUNT, REGION, arn, name));
            }
            return ids.get(number);
        }

        private static Instant at(double hours) {
            return BEGIN.plus(length(hours));
        }

        private static Duration length(double hours) {
            return Duration.ofSeconds(Math.round(hours * HOUR));
        }
    }
}
