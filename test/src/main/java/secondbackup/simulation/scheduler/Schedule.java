package secondbackup.simulation.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One schedule.
public final class Schedule {
    /// Whom it wakes.
    ///
    /// @param input JSON or text; empty for none
    /// @param deadLetterArn queue, or empty
    public record Target(
            String arn,
            String roleArn,
            String input,
            int retriesMax,
            Duration ageMax,
            String deadLetterArn) {

        /// With AWS's retry policy.
        ///
        /// Source: EventBridge Scheduler API Reference, "RetryPolicy" (185 times, 24 hours), read 2026-11-27.
        public static Target of(String arn, String roleArn, String input) {
            return new Target(arn, roleArn, input, 185, Duration.ofDays(1), "");
        }
    }

    /// One time that it was due.
    ///
    /// @param refusal why its target could not be woken at last; empty where it was
    public record Waking(Instant at, String refusal) {}

    public final String account;
    public final String region;
    public final String group;
    public final String name;

    public String expression;
    public String zone;
    public Target target;
    public boolean enabled = true;
    public Optional<Instant> startsAt = Optional.empty();
    public Optional<Instant> endsAt = Optional.empty();

    final List<Waking> wakings = new ArrayList<>();
    Timing timing;

    /// How often it was put.
    int generation;

    /// @param group such as `default`
    ///
    /// Fails: IllegalArgumentException where the expression or the zone is wrong.
    public Schedule(
            String account,
            String region,
            String group,
            String name,
            String expression,
            String zone,
            Target target) {
        this.account = account;
        this.region = region;
        this.group = group;
        this.name = name;
        this.expression = expression;
        this.zone = zone;
        this.target = target;
        this.timing = Timing.of(expression, zone, Instant.EPOCH);
    }

    public String arn() {
        return "arn:aws:scheduler:" + region + ":" + account + ":schedule/" + group + "/" + name;
    }

    /// Every time that it was due and its target was woken, or given up, in that order.
    public List<Waking> wakings() {
        return List.copyOf(wakings);
    }
}
