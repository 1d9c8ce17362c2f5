package secondbackup.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.physics.Switches.SixthCopy;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.Place;

/// A run of Copy that dies at any of its calls to AWS, or is overtaken there by another run: never two jobs in progress
/// for one point and vault, never more than the vault has slots, and no order is lost.
///
/// Seven clusters wait for five slots. A run that dies before a call has had all earlier ones done: whether their
/// answers came or were lost makes no difference to those who come after it.
final class CopyCutTest {
    private static final int CLUSTERS = 7;
    private static final int SLOTS = 5;
    private static final int CALLS_MAX = 500;
    private static final int HOURS_MAX = 24;

    /// The end of a process: nothing may catch it.
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    /// What befalls the n-th call, and all after it.
    private static final class Nth {
        private final int number;
        private final Consumer<Integer> befalls;
        private int calls;

        Nth(int number, Consumer<Integer> befalls) {
            this.number = number;
            this.befalls = befalls;
        }

        boolean passes(Place place) {
            calls++;
            if (calls >= number) {
                befalls.accept(calls);
            }
            return false;
        }

        boolean happened() {
            return calls >= number;
        }
    }

    @ParameterizedTest
    @EnumSource(SixthCopy.class)
    void diesAtAnyCall(SixthCopy sixth) {
        var number = 0;
        boolean happened;
        do {
            number++;
            happened = diesAt(number, sixth);
        } while (happened && number < CALLS_MAX);
        assertThat(number).as("calls of a run of Copy").isBetween(CLUSTERS, CALLS_MAX - 1);
    }

    private static boolean diesAt(int number, SixthCopy sixth) {
        var day = morning(sixth);
        var cut =
                new Nth(
                        number,
                        _ -> {
                            throw new Cut();
                        });
        befalls(day, cut);
        try {
            day.lambdas().copy(List.of());
        } catch (Cut _) {
            assertThat(cut.happened()).isTrue();
        }
        day.world().faults().clear();
        assertThat(broken(day)).as("dies at call %s", number).isEmpty();
        arrives(day, "dies at call " + number);
        return cut.happened();
    }

    @ParameterizedTest
    @EnumSource(SixthCopy.class)
    void isOvertakenAtAnyCall(SixthCopy sixth) {
        var number = 0;
        boolean happened;
        do {
            number++;
            happened = isOvertakenAt(number, sixth);
        } while (happened && number < CALLS_MAX);
        assertThat(number).as("calls of a run of Copy").isBetween(CLUSTERS, CALLS_MAX - 1);
    }

    private static boolean isOvertakenAt(int number, SixthCopy sixth) {
        var day = morning(sixth);
        var other = day.with(day.slack().poster(), new TreeMap<>());
        var nth = new Nth(number, calls -> overtake(calls, number, other));
        befalls(day, nth);
        day.lambdas().copy(List.of());
        day.world().faults().clear();
        assertThat(broken(day)).as("overtaken at call %s", number).isEmpty();
        arrives(day, "overtaken at call " + number);
        return nth.happened();
    }

    private static void overtake(int calls, int number, Lambdas other) {
        if (calls == number) {
            other.copy(List.of());
        }
    }

    private static void befalls(Day day, Nth nth) {
        day.world().faults().plan(Fault.first("cut", Fault.Kind.TIMED_OUT, 1, nth::passes));
    }

    /// Snapshots are there, no sweep has seen them, and Copy has not run yet.
    private static Day morning(SixthCopy sixth) {
        var json = SmallWorld.bare(Worlds.with("sixthCopy", sixth));
        for (var number = 3; number <= CLUSTERS; number++) {
            SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND)
                    .add(SmallWorld.cluster("more-" + number, "shop"));
        }
        var day = Day.deployed(SmallWorld.read(json));
        severalAtATime(day);
        day.look();
        day.pass(6);
        return day;
    }

    /// Copy is deployed to run one at a time; but a run whose end nobody hears of is one that others meet.
    static void severalAtATime(Day day) {
        day.world().machinery().functions().all().stream()
                .filter(function -> function.name.equals("second-backup-copy"))
                .forEach(function -> function.reservedConcurrency = OptionalInt.empty());
    }

    /// Later runs bring every cluster's copy, and none fails or is made twice.
    private static void arrives(Day day, String when) {
        for (var hour = 0; hour < HOURS_MAX && !done(day); hour += 2) {
            day.lambdas().copy(List.of());
            assertThat(broken(day)).as(when).isEmpty();
            day.pass(2);
        }
        assertThat(day.world().copyJobs().all())
                .as(when)
                .hasSize(CLUSTERS)
                .allSatisfy(job -> assertThat(job.state).as(job.message).isEqualTo("COMPLETED"));
    }

    private static boolean done(Day day) {
        var jobs = day.world().copyJobs();
        return jobs.all().size() >= CLUSTERS && jobs.unfinished().isEmpty();
    }

    private static List<String> broken(Day day) {
        var broken = new ArrayList<String>();
        var live = day.world().copyJobs().unfinished();
        var pairs = new TreeMap<String, CopyJob>();
        for (var job : live) {
            var pair = job.sourcePointArn + " into " + job.targetVaultArn;
            if (pairs.put(pair, job) != null) {
                broken.add("two jobs for " + pair);
            }
        }
        if (live.size() > SLOTS) {
            broken.add(live.size() + " jobs for " + SLOTS + " slots");
        }
        return broken;
    }
}
