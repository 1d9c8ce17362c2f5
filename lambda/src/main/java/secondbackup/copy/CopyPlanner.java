package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;

/// Chooses which of the due copies start now: in the order whose future breaks promises least (see
/// [Forecast]), and no vault gets more than it has slots.
///
/// A hop into an account's own re-key vault crosses no Region and needs no slot.
/// Source: Aurora User Guide, "Copying a DB cluster snapshot": the limit is on cross-Region copies; read
/// 2026-11-22.
public final class CopyPlanner {
    private static final Duration HURRY = Duration.ofDays(2);

    private final NextSteps steps;
    private final SortedMap<Arn, Integer> free;
    private final Instant now;

    private CopyPlanner(NextSteps steps, SortedMap<Arn, Integer> free, Instant now) {
        this.steps = steps;
        this.free = free;
        this.now = now;
    }

    private record Step(Guarded guarded, Promise promise, NextStep next) {
        Stream<NextStep.Due> due() {
            return next instanceof NextStep.Due due ? Stream.of(due) : Stream.of();
        }

        boolean in(List<CopyOrder> orders) {
            return due().anyMatch(due -> orders.contains(due.order()));
        }

        boolean dueToVault() {
            return next instanceof NextStep.Due due && due.toVault();
        }
    }

    /// @param free free slots by vault; a vault that is not named has none
    /// @param startsMax most orders of one run
    public static CopyPlan plan(
            List<Guarded> clusters, NextSteps steps, SortedMap<Arn, Integer> free, int startsMax) {
        return new CopyPlanner(steps, free, steps.now()).plan(clusters, startsMax);
    }

    /// Everybody who copies into one vault, as far as slots are concerned.
    ///
    /// @param clusters every cluster; those of other vaults tell how long copies take
    public static Workload workload(List<Guarded> clusters, NextSteps steps, Estate.Vault vault) {
        var planner = new CopyPlanner(steps, new TreeMap<>(), steps.now());
        var its =
                planner.steps(clusters)
                        .filter(step -> step.guarded().vault().arn().equals(vault.arn()))
                        .toList();
        return workload(its, new Tracks(clusters), vault.copySlots(), 0);
    }

    private Stream<Step> steps(List<Guarded> clusters) {
        return clusters.stream()
                .flatMap(guarded ->
                        guarded
                                .promise()
                                .map(promise ->
                                        new Step(guarded, promise, steps.of(guarded, promise)))
                                .stream());
    }

    private static Workload workload(List<Step> its, Tracks tracks, int slots, int taken) {
        var all =
                its.stream()
                        .flatMap(step ->
                                tracks.of(step.guarded(), step.promise(), step.next()).stream())
                        .toList();
        return new Workload(slots, taken, all);
    }

    private CopyPlan plan(List<Guarded> clusters, int startsMax) {
        var byVault = new TreeMap<Arn, List<Step>>();
        steps(clusters)
                .forEach(step ->
                        byVault.computeIfAbsent(
                                        step.guarded().vault().arn(), _ -> new ArrayList<>())
                                .add(step));
        var tracks = new Tracks(clusters);
        var now = new ArrayList<CopyOrder>();
        var waiting = new ArrayList<CopyOrder>();
        byVault.forEach((vault, its) -> {
            var left = Math.max(0, free.getOrDefault(vault, 0));
            var line = line(its, tracks, left);
            now.addAll(line.subList(0, Math.min(left, line.size())));
            waiting.addAll(line.subList(Math.min(left, line.size()), line.size()));
        });
        now.addAll(hops(byVault));
        var most = Math.max(0, Math.min(startsMax, now.size()));
        waiting.addAll(0, now.subList(most, now.size()));
        return new CopyPlan(now.subList(0, most), waiting);
    }

    /// The orders into one vault, first in line first. Points of longer tiers that were passed over when they were the
    /// newest are in no forecast: they fill the gaps that the newest points leave, and go first before it is too late.
    private List<CopyOrder> line(List<Step> its, Tracks tracks, int left) {
        var orders = new TreeMap<ClusterId, CopyOrder>();
        its.stream()
                .filter(Step::dueToVault)
                .flatMap(Step::due)
                .forEach(due -> orders.put(due.order().cluster(), due.order()));
        if (orders.isEmpty()) {
            return List.of();
        }
        var slots = its.getFirst().guarded().vault().copySlots();
        var work = workload(its, tracks, slots, Math.max(0, slots - left));
        var newest =
                Forecast.line(work, left, now).stream()
                        .flatMap(track -> Stream.ofNullable(orders.get(track.cluster())))
                        .toList();
        var others = its.stream().filter(Step::dueToVault).filter(step -> !step.in(newest));
        var hurried = others.collect(Collectors.partitioningBy(this::hurries));
        return Stream.of(
                        sorted(hurried.getOrDefault(true, List.of())).stream(),
                        newest.stream(),
                        sorted(hurried.getOrDefault(false, List.of())).stream())
                .flatMap(part -> part)
                .toList();
    }

    /// Whether its tier, or the point itself, has only a little time left.
    private boolean hurries(Step step) {
        var soon = now.plus(HURRY);
        return step.due()
                .anyMatch(due ->
                        due.order().due().isBefore(soon)
                                || step.guarded().points().stream()
                                        .filter(point -> point.arn().equals(due.order().point()))
                                        .flatMap(point -> point.expiresAt().stream())
                                        .anyMatch(soon::isAfter));
    }

    private static List<CopyOrder> sorted(List<Step> steps) {
        return steps.stream()
                .flatMap(Step::due)
                .map(NextStep.Due::order)
                .sorted(Comparator.comparing(CopyOrder::due).thenComparing(CopyOrder::cluster))
                .toList();
    }

    private static List<CopyOrder> hops(SortedMap<Arn, List<Step>> byVault) {
        return sorted(
                byVault.values().stream()
                        .flatMap(List::stream)
                        .filter(step -> !step.dueToVault())
                        .toList());
    }
}
