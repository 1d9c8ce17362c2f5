package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lives through the next five days of one vault with one precedence: copies end, recovery points come, and
/// whoever is first in line gets the free slot. Whoever has been late for too long goes before all others. The
/// line is made anew every quarter of an hour.
final class Lookahead {
    private static final double END = 120;
    private static final double LINE_HOURS = 0.25;
    private static final double NEVER = Double.MAX_VALUE;
    private static final double HOUR = 3_600;
    private static final double DAY = 24;

    /// Nobody waits longer, whatever the precedence: in this many days, or in as much time as it takes to copy
    /// everybody so many times, each had its turn.
    private static final double ROUNDS_MAX = 2;

    /// A copy that should have arrived by now is given this long.
    private static final double OVERDUE_HOURS = 0.25;

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

    static Forecast of(Workload work, Precedence precedence, Instant now) {
        var lookahead = new Lookahead(work, precedence, now);
        lookahead.live();
        lookahead.ways.forEach(way -> way.seenUntil(END));
        return new Forecast(
                precedence,
                lookahead.ways.stream().mapToDouble(Way::cost).sum(),
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
        var every = hours(track.every());
        var missed = Math.max(0, Math.floor(-way.point / every));
        nextPoint(number, way.point + missed * every);
    }

    private double hours(Instant at) {
        return hours(Duration.between(start, at));
    }

    private static double hours(Duration length) {
        return length.toSeconds() / HOUR;
    }

    private void nextPoint(int number, double last) {
        var at = last + hours(work.tracks().get(number).every());
        points.add(new Event(at, number, at));
    }

    private void live() {
        while (now < END) {
            fillSlots();
            now = next();
            while (!points.isEmpty() && points.element().at() <= now) {
                var event = points.remove();
                ways.get(event.track()).point = event.point();
                nextPoint(event.track(), event.point());
            }
            while (!arrivals.isEmpty() && arrivals.element().at() <= now) {
                arrived(arrivals.remove());
            }
        }
    }

    private void arrived(Event event) {
        if (event.track() != STRANGER) {
            ways.get(event.track()).arrived(event.at(), event.point());
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
        for (var number = 0; number < ways.size(); number++) {
            var way = ways.get(number);
            if (way.waits()) {
                waiting.add(way.waiting(number, now));
            }
        }
        var busy = arrivals.stream().mapToDouble(event -> event.at() - now).sum();
        var slots = new Precedence.Slots(work.slots(), busy);
        var patient =
                waiting.stream()
                        .collect(Collectors.partitioningBy(one -> one.lateHours() <= patience));
        return Stream.of(
                        Precedence.MOST_WON.order(patient.getOrDefault(false, List.of()), slots),
                        precedence.order(patient.getOrDefault(true, List.of()), slots))
                .flatMap(List::stream)
                .toList();
    }
}
