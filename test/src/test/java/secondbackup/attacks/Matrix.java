package secondbackup.attacks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import secondbackup.attacks.Attack.Way;
import secondbackup.attacks.Outcome.Refusal;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.backup.RestoreJobs.RestoreJob;

/// Tries attacks in one world, one after the other, and says of each what came of it.
final class Matrix {
    /// CloudTrail takes up to five minutes, rules and Lambdas some seconds.
    private static final Duration AT_ONCE = Duration.ofMinutes(6);

    private static final Duration COPYING = Duration.ofHours(1);
    private static final Duration RESTORING = Duration.ofMinutes(20);
    private static final int COPY_HOURS_MAX = 12;
    private static final int REPORTS_TO_HEAL_MAX = 8;
    private static final int REPORTS_OF_A_DAY_AND_A_HALF = 3;

    private final AttackedWorld attacked;

    Matrix(AttackedWorld attacked) {
        this.attacked = attacked;
    }

    /// What came of an attack, as the table's cell says it.
    ///
    /// The management account's administrator detaches the service control policies where they stand in the way.
    String cell(Actor actor, Attack attack) {
        var remedy = Remedy.of(attacked.world());
        var before = new Before(attacked.toldSoFar(), attacked.small().gaps());
        // What is wrong with the points that copies are made of shows when the next are made.
        var reports = actor == Actor.SOURCE_ADMIN_AT_HOME ? REPORTS_OF_A_DAY_AND_A_HALF : 1;
        try {
            var first = tries(actor, attack);
            if (actor != Actor.MANAGEMENT_ADMIN || first.done()) {
                return shown(
                        first, before, reports, () -> again(actor, attack, first, remedy, false));
            }
            Scp.detachAll(Hand.of(attacked.world(), SmallWorld.MANAGEMENT));
            var second = tries(actor, attack);
            return letters(first.refused())
                    + " → "
                    + shown(
                            second,
                            before,
                            reports,
                            () -> again(actor, attack, second, remedy, true));
        } finally {
            remedy.apply();
            heal(before.gaps());
        }
    }

    /// Lives on until nothing of an attack is left: an account whose backups could not be made first needs the next.
    private void heal(SortedSet<String> gaps) {
        attacked.world().advance(AT_ONCE);
        for (var report = 0; !attacked.small().gaps().equals(gaps); report++) {
            if (report == REPORTS_TO_HEAL_MAX) {
                throw new AssertionError("does not heal: " + attacked.small().gaps());
            }
            attacked.small().nextReport();
        }
    }

    /// How things stood before an attack.
    ///
    /// @param told how many messages Slack had
    private record Before(int told, SortedSet<String> gaps) {}

    private Tries tries(Actor actor, Attack attack) {
        return Tries.of(ways(actor, attack), this::ended);
    }

    private List<Way> ways(Actor actor, Attack attack) {
        var target = actor == Actor.SOURCE_ADMIN_AT_HOME ? attacked.source() : attacked.copy();
        var ways = new ArrayList<Way>();
        for (var hand : actor.hands(attacked.world())) {
            ways.addAll(attack.ways(hand, target));
        }
        return ways;
    }

    private Outcome ended(String id) {
        var restore = attacked.world().backup().restoreJobs().find(id);
        return restore.isPresent() ? restored(restore.get()) : copied(id);
    }

    private Outcome restored(RestoreJob job) {
        attacked.world().advance(RESTORING);
        return switch (job.status) {
            case "COMPLETED" -> new Outcome.Done();
            case "FAILED" -> new Outcome.Refused(Outcome.of("Rds", "", job.message));
            default -> throw new AssertionError("a restore job is " + job.status);
        };
    }

    private Outcome copied(String id) {
        var job = attacked.world().copyJobs().find(id).orElseThrow();
        for (var hours = 0; !job.ended() && hours < COPY_HOURS_MAX; hours++) {
            attacked.world().advance(COPYING);
        }
        return switch (job.state) {
            case "COMPLETED" -> new Outcome.Done();
            case "FAILED" ->
                    new Outcome.Refused(Outcome.of("Backup", job.messageCategory, job.message));
            default -> throw new AssertionError("a copy job is " + job.state);
        };
    }

    private String shown(Tries tries, Before before, int reports, Supplier<Before> again) {
        if (!tries.done()) {
            attacked.world().advance(AT_ONCE);
            return letters(tries.refused()) + (attacked.rung(before.told()).isEmpty() ? "" : "!");
        }
        var limit = tries.refused().contains(Refusal.L) ? "L / " : "";
        return limit + "**yes** " + noticed(tries.mixed() ? again.get() : before, reports);
    }

    /// Whoever knows what is refused does not try it: all again as it was, and only what is possible.
    private Before again(Actor actor, Attack attack, Tries tries, Remedy remedy, boolean detached) {
        remedy.apply();
        attacked.world().advance(AT_ONCE);
        var before = new Before(attacked.toldSoFar(), attacked.small().gaps());
        if (detached) {
            Scp.detachAll(Hand.of(attacked.world(), SmallWorld.MANAGEMENT));
        }
        Tries.of(tries.successful(ways(actor, attack)), this::ended);
        return before;
    }

    private String noticed(Before before, int reports) {
        attacked.world().advance(AT_ONCE);
        var rung = attacked.rung(before.told());
        return rung.isEmpty() ? later(before.gaps(), reports) : String.join(", ", rung);
    }

    private String later(SortedSet<String> gaps, int reports) {
        var kinds = new TreeSet<String>();
        for (var report = 0; report < reports && kinds.isEmpty(); report++) {
            attacked.small().nextReport();
            for (var gap : attacked.small().gaps()) {
                if (!gaps.contains(gap)) {
                    kinds.add("gap " + gap.replaceFirst(" .*", ""));
                }
            }
        }
        return kinds.isEmpty() ? "R" : String.join(", ", kinds);
    }

    private static String letters(SortedSet<Refusal> refused) {
        return String.join(" ", refused.stream().map(Enum::name).toList());
    }
}
