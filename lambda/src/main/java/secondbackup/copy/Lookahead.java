package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/// Lives through the next five days of one vault with one precedence: copies end, recovery points are seen as long after
/// their data was taken as they usually are, and whoever is first in line gets the free slot. Whoever has been late for
/// too long goes before all others. The line is made anew every quarter of an hour.
final class Lookahead {
    private static final double END = 120;
    private static final double LINE_HOURS = 0.25;
    private static final double NEVER = Double.MAX_VALUE;
    private static final double HOUR = 3_600;
    private static final double DAY = 24;

    /// Nobody waits longer, whatever the precedence: in this many days, or in as much time as it takes to copy
    /// everybody so many times, each had its turn.
    private static final double ROUNDS_MAX = 2;

    /// A copy that should have arrived by now, or a recovery point that should have come, is given this long.
    private static final double OVERDUE_HOURS = 0.25;

    /// A recovery point that has not come by so much of the time between two is not expected any more, but the next.
    private static final double MISSED_AFTER = 0.5;

    /// What is known of a slot taken by a stranger.
    private static final double STRANGER_HOURS = 1;

    private static final int STRANGER = -1;

    /// @param track whose it is
    /// @param point when the data was taken
    private record Event(double at, int track, double point) {}

    private static final Comparator<Event> BY_TIME =
            Comparator.comparingDouble(Event::at).thenComparingInt(Event::track);

    private final Workload work;
    private final Precedence precedence;
    private final Instant start;
    private final List<Way> ways = new ArrayList<>();
    private final PriorityQueue<Event> arrivals = new PriorityQueue<>(BY_TIME);
    private final PriorityQueue<Event> points = new PriorityQueue<>(BY_TIME);
    private final Deque<Waiting> line = new ArrayDeque<>();
    private final double patience;
    private double lineAt = -NEVER;
    private double now;
    private double cost;

    private Lookahead(Workload work, Precedence precedence, Instant start) {
        this.work = work;
        this.precedence = precedence;
        this.start = start;
        for (var track : work.tracks()) {
            enter(track);
        }
        while (arrivals.size() < work.taken()) {
            arrivals.add(new Event(STRANGER_HOURS, STRANGER, 0));
        }
        var round = ways.stream().mapToDouble(way -> way.hours).sum() / work.slots();
        this.patience = ROUNDS_MAX * Math.max(DAY, round);
    }

    /// Who would start now, first in line first, as places in the workload.
    static List<Integer> line(Workload work, Precedence precedence, Instant now) {
        return new Lookahead(work, precedence, now).inLine().stream().map(Waiting::track).toList();
    }

    /// @param costMax a future that costs more is not lived to its end
    static Forecast of(Workload work, Precedence precedence, Instant now, double costMax) {
        var lookahead = new Lookahead(work, precedence, now);
        lookahead.live(costMax);
        return new Forecast(
                precedence,
                lookahead.cost,
                lookahead.ways.stream().map(way -> way.prospect(now)).toList());
    }

    private void enter(Track track) {
        var number = ways.size();
        var way = new Way(track, hours(track.copiedAt()), hours(track.pointAt()));
        ways.add(way);
        track.copyingUntil()
                .ifPresent(end -> {
                    way.busy = true;
                    arrivals.add(new Event(Math.max(OVERDUE_HOURS, hours(end)), number, way.point));
                });
        var unseen = -way.point - way.seenAfter;
        var missed = Math.max(0, Math.floor(unseen / way.every - MISSED_AFTER));
        expect(number, way.point + missed * way.every);
    }

    private double hours(Instant at) {
        return Duration.between(start, at).toSeconds() / HOUR;
    }

    /// The next point, at any moment where it should have been seen.
    private void expect(int number, double last) {
        var way = ways.get(number);
        var next = last + way.every;
        var seen = next + way.seenAfter;
        points.add(new Event(seen > now ? seen : now + OVERDUE_HOURS, number, next));
    }

    private void live(double costMax) {
        while (now < END && cost <= costMax) {
            fillSlots();
            now = next();
            while (!points.isEmpty() && points.element().at() <= now) {
                var event = points.remove();
                ways.get(event.track()).point = event.point();
                expect(event.track(), event.point());
            }
            while (!arrivals.isEmpty() && arrivals.element().at() <= now) {
                arrived(arrivals.remove());
            }
        }
        for (var way : ways) {
            cost += way.seenUntil(now);
        }
    }

    private void arrived(Event event) {
        if (event.track() != STRANGER) {
            cost += ways.get(event.track()).arrived(event.at(), event.point());
        }
    }

    private double next() {
        var at = arrivals.isEmpty() ? NEVER : arrivals.element().at();
        var free = arrivals.size() < work.slots();
        var point = !free || points.isEmpty() ? NEVER : points.element().at();
        return Math.min(END, Math.min(at, point));
    }

    private void fillSlots() {
        while (arrivals.size() < work.slots()) {
            if (line.isEmpty() || now >= lineAt + LINE_HOURS) {
                line.clear();
                line.addAll(inLine());
                lineAt = now;
            }
            if (line.isEmpty()) {
                return;
            }
            var number = line.remove().track();
            var way = ways.get(number);
            if (way.waits()) {
                way.busy = true;
                arrivals.add(new Event(now + way.hours, number, way.point));
            }
        }
    }

    private List<Waiting> inLine() {
        var waiting = new ArrayList<Waiting>();
        var impatient = new ArrayList<Waiting>();
        for (var number = 0; number < ways.size(); number++) {
            var way = ways.get(number);
            if (way.waits()) {
                var one = way.waiting(number, now);
                (one.lateHours() > patience ? impatient : waiting).add(one);
            }
        }
        var busy = 0.0;
        for (var event : arrivals) {
            busy += event.at() - now;
        }
        var slots = new Precedence.Slots(work.slots(), busy);
        var inLine = new ArrayList<>(Precedence.MOST_WON.order(impatient, slots));
        inLine.addAll(precedence.order(waiting, slots));
        return inLine;
    }
}
