package secondbackup.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.proof.HandMade;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.events.Delivery;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.Place;

/// One small organization, lived through to its end.
final class SeededLife {
    private static final Duration SWEEP_EVERY = Duration.ofHours(6);
    private static final List<Fault.Kind> STORMS =
            List.of(
                    Fault.Kind.THROTTLED,
                    Fault.Kind.SERVER_ERROR,
                    Fault.Kind.UNAVAILABLE,
                    Fault.Kind.CREDENTIALS_EXPIRED,
                    Fault.Kind.TIMED_OUT,
                    Fault.Kind.ANSWER_LOST);

    private final Life life;
    private final Invariants invariants;
    private final Instant end;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private Instant stormBegins = Instant.MAX;
    private Instant stormEnds = Instant.MAX;
    private final Duration copyEvery;
    private int clusters;

    private SeededLife(long seed, Path folder) throws IOException {
        var dice = new Dice(seed);
        var estate = SmallEstate.of(dice);
        var days = dice.of(List.of(3, 3, 4));
        estate.write(folder);
        var world = SmallWorlds.of("seed " + seed, dice, estate, days);
        this.life = new Life(HandMade.of(world, seed), Optional.of(folder.toUri()));
        this.invariants = new Invariants(life.world(), estate);
        this.copyEvery = Duration.ofMinutes(dice.of(List.of(30, 60, 60)));
        this.end = world.start().plus(Duration.ofDays(days));
        life.world().controlBus().delivery =
                new Delivery(dice.fraction() / 2, dice.fraction() / 2, dice.fraction() / 2);
        if (dice.hits(0.6)) {
            storm(dice, world.start());
        }
    }

    /// @param folder an empty folder for the policies
    static SeededLife lived(long seed, Path folder) throws IOException {
        var life = new SeededLife(seed, folder);
        life.live();
        return life;
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

    private void live() {
        var world = life.world();
        var nextSweep = world.time().instant();
        while (!world.time().instant().isAfter(end)) {
            var now = world.time().instant();
            try {
                if (now.isBefore(nextSweep)) {
                    life.copy();
                } else {
                    nextSweep = nextSweep.plus(SWEEP_EVERY);
                    look(life.sweep());
                }
            } catch (RuntimeException failed) {
                if (!stormAt(now)) {
                    throw failed;
                }
            }
            invariants.broken().forEach(each -> wrong.add(now + " " + each));
            world.advance(copyEvery);
        }
    }

    private void look(Life.Sweep sweep) {
        reports.add(sweep.report().toString());
        clusters += sweep.clusters();
        var disagreements =
                stormAt(sweep.at())
                        ? Comparison.overclaims(life.oracle(), sweep.report(), sweep.at())
                        : sweep.disagreements();
        disagreements.forEach(each -> wrong.add(sweep.at() + " " + each));
    }
}
