package secondbackup.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import secondbackup.rehearsal.FirstDay;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.backup.Vaults.Lock;
import secondbackup.simulation.events.Delivery;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.Place;
import secondbackup.simulation.world.SimulatedOrganization;

/// One small organization, into which the synthesized stacks of its own estate are deployed: it lives by its schedules,
/// rules and queue alone, to its end.
final class SeededLife {
    private static final Duration SWEEP_EVERY = Duration.ofHours(6);
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final List<Fault.Kind> STORMS =
            List.of(
                    Fault.Kind.THROTTLED,
                    Fault.Kind.SERVER_ERROR,
                    Fault.Kind.UNAVAILABLE,
                    Fault.Kind.CREDENTIALS_EXPIRED,
                    Fault.Kind.TIMED_OUT,
                    Fault.Kind.ANSWER_LOST);

    /// A sweep that a storm has shaken ends a while after it: the state machine waits between its tries.
    private static final Duration SHAKEN = Duration.ofHours(1);

    private final Life life;
    private final Invariants invariants;
    private final Instant end;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private Instant stormBegins = Instant.MAX;
    private Instant stormEnds = Instant.MAX;
    private Instant reported;
    private int clusters;
    private int safe;

    private SeededLife(long seed, Path folder, Consumer<SimulatedOrganization> first)
            throws IOException {
        var dice = new Dice(seed);
        var estate = SmallEstate.of(dice);
        var days = dice.of(List.of(3, 3, 4));
        estate.write(folder);
        var world = SmallWorlds.of("seed " + seed, dice, estate, days);
        var founded = SimulatedOrganization.of(world, seed);
        new FirstDay(founded, SmallTemplates.of(estate), estate.estate()).deploy();
        lock(dice, founded, estate);
        first.accept(founded);
        founded.access().asked().reset();
        this.life = new Life(founded, Optional.of(folder.toUri()));
        this.invariants = new Invariants(founded, estate);
        this.reported = world.start();
        this.end = world.start().plus(Duration.ofDays(days));
        founded.machinery().backupEvents().delivery =
                new Delivery(dice.fraction() / 2, dice.fraction() / 2, dice.fraction() / 2);
        if (dice.hits(0.6)) {
            storm(dice, world.start());
        }
    }

    /// @param folder an empty folder for the policies
    static SeededLife lived(long seed, Path folder) throws IOException {
        return lived(seed, folder, _ -> {});
    }

    /// @param first what somebody does once everything is deployed
    static SeededLife lived(long seed, Path folder, Consumer<SimulatedOrganization> first)
            throws IOException {
        var life = new SeededLife(seed, folder, first);
        life.live();
        return life;
    }

    /// Somebody has changed the vault's lock, or it is in compliance mode and final. An air-gapped vault's is what it is.
    private static void lock(Dice dice, SimulatedOrganization world, SmallEstate estate) {
        var vault = world.vaults().find(estate.estate().at("/vaults/0/arn").asText()).orElseThrow();
        var now = world.time().instant();
        var way = dice.between(1, 9);
        if (!estate.airGapped()) {
            vault.lock =
                    switch (way) {
                        case 1 -> new Lock(7L, 400L, now.plus(Duration.ofDays(3)));
                        case 2 -> null;
                        case 3 -> new Lock(null, null, null);
                        case 4 -> new Lock(7L, 30L, now);
                        case 5 -> vault.lock;
                        default -> new Lock(7L, 400L, now);
                    };
        }
    }

    /// What went wrong, a sentence each.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// Every report as it was written.
    List<String> reports() {
        return List.copyOf(reports);
    }

    /// Clusters that the oracle compared with a report, in all sweeps.
    int clusters() {
        return clusters;
    }

    /// How many of them were called protected.
    int safe() {
        return safe;
    }

    private void storm(Dice dice, Instant start) {
        stormBegins = start.plus(Duration.ofMinutes(dice.between(0, 2 * 24 * 60)));
        stormEnds = stormBegins.plus(Duration.ofMinutes(dice.between(30, 20 * 60)));
        var faults = life.world().faults();
        faults.plan(Fault.share("storm", dice.of(STORMS), dice.between(0.01, 0.6), this::inStorm));
        faults.plan(
                Fault.share(
                        "lost starts",
                        Fault.Kind.ANSWER_LOST,
                        dice.between(0.1, 1.0),
                        place -> inStorm(place) && place.operation().equals("StartCopyJob")));
    }

    private boolean inStorm(Place place) {
        return stormAt(place.at());
    }

    private boolean stormAt(Instant at) {
        return !at.isBefore(stormBegins) && at.isBefore(stormEnds);
    }

    /// Whether something that took so long may have met the storm.
    private boolean shaken(Instant from, Instant to) {
        return from.minus(SHAKEN).isBefore(stormEnds) && !to.isBefore(stormBegins);
    }

    /// A report is owed within a sweep of the last one, or where a storm came between, of what it has shaken.
    private Instant owedSince(Instant now) {
        if (now.isBefore(stormBegins)) {
            return reported;
        }
        var calm = stormEnds.plus(SHAKEN);
        return reported.isAfter(calm) ? reported : calm;
    }

    /// Until something is wrong, or to the end.
    private void live() {
        var world = life.world();
        while (wrong.isEmpty() && world.time().instant().isBefore(end)) {
            var before = world.time().instant();
            var thrown = life.lambdas().thrown();
            life.live(STEP, this::look);
            var now = world.time().instant();
            invariants.broken().forEach(each -> wrong.add(now + " " + each));
            if (owedSince(now).plus(SWEEP_EVERY).plus(STEP).isBefore(now)) {
                wrong.add(now + " no report since " + reported);
            }
            var failed = life.lambdas().thrown();
            if (!failed.equals(thrown) && !shaken(before, now)) {
                throw new IllegalStateException(now + " " + wrong, failed.orElseThrow());
            }
        }
    }

    private void look(Life.Sweep sweep) {
        reports.add(sweep.report().toString());
        reported = sweep.at();
        clusters += sweep.clusters();
        safe += sweep.report().at("/summary/protectedClusters").asInt();
        var begun = Instant.parse(sweep.report().path("sweep").asText());
        var disagreements =
                stormAt(begun) || stormAt(sweep.at())
                        ? Comparison.overclaims(life.oracle(), sweep.report(), sweep.at())
                        : sweep.disagreements();
        disagreements.forEach(each -> wrong.add(sweep.at() + " " + each));
    }
}
