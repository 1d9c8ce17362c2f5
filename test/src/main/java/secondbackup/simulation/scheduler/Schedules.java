package secondbackup.simulation.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.targets.Targets;
import secondbackup.simulation.wire.RegionGate;

/// The schedules of all accounts. A target is woken in the schedule's role, at the first second of its minute.
///
/// A refusal for lack of rights is final; any other is tried again after one minute, two, four and so on up to an hour,
/// within the retry policy. What is given up goes to the dead-letter queue in the same role. How long Scheduler truly
/// waits between tries is not documented.
///
/// Source: EventBridge Scheduler User Guide, "Configuring a schedule's dead-letter queue in EventBridge Scheduler",
/// "Setting up the execution role", "Monitoring EventBridge Scheduler with Amazon CloudWatch", read 2026-11-27.
public final class Schedules {
    public static final String DEFAULT_GROUP = "default";
    private static final String SERVICE = "scheduler.amazonaws.com";
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final TreeMap<String, Schedule> byArn = new TreeMap<>();
    private final TreeSet<String> groups = new TreeSet<>();
    private final Targets targets;
    private final Metrics metrics;
    private final RegionGate regions;
    private final SimulatedTime time;

    public Schedules(Targets targets, Metrics metrics, RegionGate regions, SimulatedTime time) {
        this.targets = targets;
        this.metrics = metrics;
        this.regions = regions;
        this.time = time;
    }

    /// @param arn of a group that somebody made; the default one is there without
    public boolean hasGroup(String arn) {
        return groups.contains(arn);
    }

    public void putGroup(String arn) {
        groups.add(arn);
    }

    public void removeGroup(String arn) {
        groups.remove(arn);
    }

    /// Adds a schedule, or begins anew with one that was changed.
    ///
    /// Fails: IllegalArgumentException where its expression, zone or target is not understood here.
    public void put(Schedule schedule) {
        var start = schedule.startsAt.orElse(time.instant());
        schedule.timing = Timing.of(schedule.expression, schedule.zone, start);
        if (!targets.know(schedule.target.arn())) {
            throw new IllegalArgumentException(
                    "nothing simulated can be woken at " + schedule.target.arn());
        }
        byArn.put(schedule.arn(), schedule);
        // A rate without a start runs at once.
        schedule.generation++;
        planNext(schedule, schedule.generation, start.minusNanos(1));
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    public Optional<Schedule> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<Schedule> all() {
        return List.copyOf(byArn.values());
    }

    private void planNext(Schedule schedule, int generation, Instant after) {
        schedule.timing
                .next(after)
                .filter(at -> schedule.endsAt.map(end -> !at.isAfter(end)).orElse(true))
                .ifPresent(at ->
                        time.at(at, "schedule " + schedule.name, () -> due(schedule, generation)));
    }

    private void due(Schedule schedule, int generation) {
        if (byArn.get(schedule.arn()) != schedule || schedule.generation != generation) {
            return;
        }
        planNext(schedule, generation, time.instant());
        if (schedule.enabled && regions.open(schedule.account, schedule.region)) {
            wake(schedule, schedule.target, time.instant(), 0);
        }
    }

    private void wake(Schedule schedule, Schedule.Target target, Instant dueAt, int tries) {
        count(schedule, "InvocationAttemptCount");
        var caller = new ServiceCaller(SERVICE, schedule.arn(), target.roleArn());
        var content = target.input().isEmpty() ? "{}" : target.input();
        switch (targets.deliver(Parcel.of(caller, target.arn(), content))) {
            case Outcome.Taken _ -> schedule.wakings.add(new Schedule.Waking(dueAt, ""));
            case Outcome.Refused refused -> {
                count(schedule, "TargetErrorCount");
                again(schedule, target, dueAt, tries + 1, refused);
            }
        }
    }

    private void again(
            Schedule schedule,
            Schedule.Target target,
            Instant dueAt,
            int tries,
            Outcome.Refused refused) {
        var wait = Duration.ofMinutes(1L << Math.min(tries - 1, 6));
        var shorter = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        var young = !time.instant().plus(shorter).isAfter(dueAt.plus(target.ageMax()));
        var denied =
                refused.code().startsWith("AccessDenied")
                        || refused.code().equals("AuthorizationError");
        if (!denied && young && tries <= target.retriesMax()) {
            time.after(
                    shorter,
                    "schedule " + schedule.name + " tries again",
                    () -> wake(schedule, target, dueAt, tries));
        } else {
            giveUp(schedule, target, dueAt, refused);
        }
    }

    private void giveUp(
            Schedule schedule, Schedule.Target target, Instant dueAt, Outcome.Refused refused) {
        schedule.wakings.add(new Schedule.Waking(dueAt, refused.code() + ": " + refused.message()));
        if (target.deadLetterArn().isEmpty()) {
            count(schedule, "InvocationDroppedCount");
            return;
        }
        var attributes = new TreeMap<String, String>();
        attributes.put("ERROR_CODE", refused.code());
        attributes.put("ERROR_MESSAGE", refused.message());
        attributes.put("SCHEDULE_ARN", schedule.arn());
        attributes.put("SCHEDULED_TIME", dueAt.toString());
        attributes.put("TARGET_ARN", target.arn());
        var caller = new ServiceCaller(SERVICE, schedule.arn(), target.roleArn());
        var sent =
                targets.deliver(
                        new Parcel(caller, target.deadLetterArn(), target.input(), attributes));
        count(
                schedule,
                sent.taken()
                        ? "InvocationsSentToDeadLetterCount"
                        : "InvocationsFailedToBeSentToDeadLetterCount");
    }

    private void count(Schedule schedule, String name) {
        metrics.add(
                Metrics.Metric.of(
                        schedule.account,
                        schedule.region,
                        "AWS/Scheduler",
                        name,
                        "ScheduleGroup",
                        schedule.group),
                1);
    }
}
