package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import secondbackup.copy.CopyOrder;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;

/// Works out the copy slots of each vault from the copy jobs that the sweep saw. The forecast lets the copies in
/// progress end after the usual time, the waiting ones follow as slots come free, and the starts of the last day
/// come again at their hours.
final class Lanes {
    private static final int HOURS = 24;
    private static final Duration DAY = Duration.ofHours(HOURS);

    /// A time in which a slot was, or will be, in use.
    private record Use(Instant from, Instant until) {}

    private final List<CopyJob> jobs;
    private final List<CopyOrder> waiting;
    private final Instant now;
    private final Instant begin;

    private Lanes(List<CopyJob> jobs, List<CopyOrder> waiting, Instant now) {
        this.jobs = jobs;
        this.waiting = waiting;
        this.now = now;
        this.begin = now.truncatedTo(ChronoUnit.HOURS).minus(DAY).plus(Duration.ofHours(1));
    }

    /// @param waiting orders that are due and found no slot
    static List<Lane> of(
            Estate estate, List<Guarded> clusters, List<CopyOrder> waiting, Instant now) {
        var jobs = clusters.stream().flatMap(guarded -> guarded.jobs().stream()).toList();
        return estate.vaults().stream()
                .map(vault ->
                        new Lanes(into(vault.arn(), jobs), due(vault.arn(), waiting), now)
                                .of(vault))
                .toList();
    }

    private static List<CopyJob> into(Arn vault, List<CopyJob> jobs) {
        return jobs.stream().filter(job -> job.targetVault().equals(vault)).toList();
    }

    private static List<CopyOrder> due(Arn vault, List<CopyOrder> waiting) {
        return waiting.stream().filter(order -> order.targetVault().equals(vault)).toList();
    }

    private Lane of(Estate.Vault vault) {
        var usual = usual();
        var past =
                jobs.stream()
                        .map(job ->
                                new Use(
                                        job.createdAt(),
                                        job.completedAt().orElse(now.plusMillis(1))))
                        .toList();
        var coming = usual.map(time -> coming(vault.copySlots(), time)).orElse(List.of());
        var started = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        return new Lane(
                vault.arn(),
                vault.copySlots(),
                begin,
                peaks(past, begin),
                usual.isEmpty() ? List.of() : peaks(coming, started),
                waiting.size(),
                usual,
                usual.flatMap(time -> doneAt(vault.copySlots(), time)));
    }

    private Optional<Duration> usual() {
        var times =
                jobs.stream()
                        .filter(CopyJob::completed)
                        .flatMap(job ->
                                job.completedAt().stream()
                                        .map(end -> Duration.between(job.createdAt(), end)))
                        .sorted()
                        .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2));
    }

    private List<Use> live(Duration usual) {
        return jobs.stream()
                .filter(CopyJob::live)
                .map(job -> new Use(now, later(job.createdAt().plus(usual))))
                .toList();
    }

    /// A job that takes longer than usual may end at any time.
    private Instant later(Instant end) {
        return end.isAfter(now) ? end : now;
    }

    private List<Use> coming(int slots, Duration usual) {
        var again =
                jobs.stream()
                        .map(job -> job.createdAt().plus(DAY))
                        .filter(at -> at.isAfter(now) && !at.isAfter(now.plus(DAY)));
        return queued(
                slots,
                usual,
                Stream.concat(waiting.stream().map(_ -> now), again).sorted().toList());
    }

    private Optional<Instant> doneAt(int slots, Duration usual) {
        return queued(slots, usual, waiting.stream().map(_ -> now).toList()).stream()
                .map(Use::until)
                .max(Instant::compareTo);
    }

    /// Each takes the slot that comes free first.
    private List<Use> queued(int slots, Duration usual, List<Instant> wanted) {
        var uses = new ArrayList<>(live(usual));
        var free = new PriorityQueue<Instant>();
        uses.stream()
                .map(Use::until)
                .sorted(Collections.reverseOrder())
                .limit(slots)
                .forEach(free::add);
        while (free.size() < slots) {
            free.add(now);
        }
        for (var at : wanted) {
            var freeAt = free.isEmpty() ? now : free.remove();
            var start = at.isAfter(freeAt) ? at : freeAt;
            uses.add(new Use(start, start.plus(usual)));
            free.add(start.plus(usual));
        }
        return uses;
    }

    private static List<Integer> peaks(List<Use> uses, Instant from) {
        var peaks = new ArrayList<Integer>();
        for (var hour = 0; hour < HOURS; hour++) {
            var start = from.plus(Duration.ofHours(hour));
            peaks.add(peak(uses, start, start.plus(Duration.ofHours(1))));
        }
        return peaks;
    }

    /// The most at a time is reached where one begins, or where the hour begins.
    private static int peak(List<Use> uses, Instant start, Instant end) {
        var within =
                uses.stream()
                        .filter(use -> use.from().isBefore(end) && use.until().isAfter(start))
                        .toList();
        var begins =
                within.stream()
                        .map(use -> use.from().isBefore(start) ? start : use.from())
                        .sorted()
                        .toList();
        var ends = within.stream().map(Use::until).sorted().toList();
        var most = 0;
        var ended = 0;
        for (var begun = 0; begun < begins.size(); begun++) {
            while (!ends.get(ended).isAfter(begins.get(begun))) {
                ended++;
            }
            most = Math.max(most, begun + 1 - ended);
        }
        return most;
    }
}
