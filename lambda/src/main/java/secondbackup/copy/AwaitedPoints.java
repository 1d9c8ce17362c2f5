package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.PromiseRule;

/// Of which clusters a new recovery point is awaited: a plan's hour has passed, and no point of that hour is known.
/// When the plan has given up, none is awaited any more.
public final class AwaitedPoints {
    private static final Duration GIVEN_UP =
            BackupPlans.START_WINDOW.plus(BackupPlans.COMPLETION_WINDOW);

    private final Estate estate;
    private final SortedMap<String, Instant> hours = new TreeMap<>();

    public AwaitedPoints(Estate estate, List<PromiseRule> rules, Instant now) {
        this.estate = estate;
        for (var rule : rules) {
            rule.schedule().lastDue(now, GIVEN_UP).ifPresent(due -> hours.put(rule.file(), due));
        }
    }

    /// The newest hour of all plans; empty where none is so near that anything can be awaited.
    public Optional<Instant> newestHour() {
        return hours.values().stream().max(Instant::compareTo);
    }

    /// The newest hour of the plans that take a cluster, where no point of it is known yet.
    public Optional<Instant> since(Guarded guarded) {
        return guarded.promise().filter(_ -> guarded.enrolled()).stream()
                .flatMap(promise -> promise.rules().stream())
                .flatMap(file -> Stream.ofNullable(hours.get(file)))
                .max(Instant::compareTo)
                .filter(hour -> guarded.cluster().createdAt().isBefore(hour))
                .filter(hour -> !known(guarded, hour));
    }

    private boolean known(Guarded guarded, Instant hour) {
        return guarded.points().stream()
                .filter(point -> estate.isSourceVault(point.vault()) && point.usable())
                .anyMatch(point -> !point.capturedAt().isBefore(hour));
    }
}
