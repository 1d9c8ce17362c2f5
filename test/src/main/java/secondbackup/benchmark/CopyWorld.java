package secondbackup.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Clusters that copy into one vault: a recovery point a day for each, and a promise of 36 hours.
///
/// @param slots copies that AWS lets run at a time
public record CopyWorld(String name, int slots, List<Database> databases) {
    static final double DAY = 24;
    static final double PROMISE = 36;

    private static final double HOURS_MIN = 0.2;
    private static final double HOURS_MAX = 11;
    private static final double SPREAD = 1.2;
    private static final double NIGHT = 1;
    private static final int ROUNDS = 30;

    /// @param hours how long a copy takes
    /// @param takenAt hour of the day at which its snapshot is taken
    /// @param ready hours from then until the snapshot is complete
    public record Database(double hours, double takenAt, double ready) {}

    public CopyWorld {
        databases = List.copyOf(databases);
    }

    /// How sizes are spread.
    enum Sizes {
        /// Many small ones and few that are ten times as large, as organizations have them.
        MIXED,
        EQUAL,
        /// One in four is twenty times as large as the others.
        TWO_KINDS
    }

    /// A copy takes ten minutes and a quarter of an hour for each 100 GiB; sizes are spread log-normally around 100 GiB.
    static CopyWorld natural(int databases, int slots, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Database>();
        for (var number = 0; number < databases; number++) {
            var size = Math.exp(SPREAD * random.nextGaussian());
            var hours = Math.min(HOURS_MAX, 1.0 / 6 + size / 4);
            all.add(new Database(hours, NIGHT, ready(random)));
        }
        return new CopyWorld("as they come", slots, all);
    }

    /// @param load a day's copies in proportion to a day's slots
    /// @param spread whether snapshots are taken at any hour of the day, or all at one
    static CopyWorld of(
            int databases, int slots, double load, Sizes sizes, boolean spread, long seed) {
        var random = new Random(seed);
        var raw = new ArrayList<Double>();
        for (var number = 0; number < databases; number++) {
            raw.add(size(sizes, random));
        }
        var hours = scaled(raw, load * slots * DAY);
        var all = new ArrayList<Database>();
        for (var each : hours) {
            all.add(new Database(each, spread ? random.nextInt((int) DAY) : NIGHT, ready(random)));
        }
        var name = sizes.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new CopyWorld(name + (spread ? ", any hour" : ", one hour"), slots, all);
    }

    private static double ready(Random random) {
        return 0.1 + 0.9 * random.nextDouble();
    }

    private static double size(Sizes sizes, Random random) {
        return switch (sizes) {
            case MIXED -> Math.exp(SPREAD * random.nextGaussian());
            case EQUAL -> 1;
            case TWO_KINDS -> random.nextInt(4) == 0 ? 6 : 0.3;
        };
    }

    /// So that they come to a total, as far as a copy may be so short or long.
    private static List<Double> scaled(List<Double> raw, double total) {
        var factor = total / raw.stream().mapToDouble(each -> each).sum();
        var scaled = raw;
        for (var round = 0; round < ROUNDS; round++) {
            var by = factor;
            scaled = raw.stream().map(each -> Math.clamp(each * by, HOURS_MIN, HOURS_MAX)).toList();
            factor *= total / scaled.stream().mapToDouble(each -> each).sum();
        }
        return scaled;
    }

    /// A day's copies in proportion to a day's slots.
    double load() {
        return databases.stream().mapToDouble(Database::hours).sum() / slots / DAY;
    }
}
