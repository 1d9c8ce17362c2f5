package secondbackup.benchmark;

/// More promises than this no order of starting copies can keep.
///
/// Let every quarter of an hour of a slot have a price, and let each cluster by itself buy the copies of which it has most,
/// hours of promise kept less what it pays, as if nobody else were there. Whatever a real order does, each cluster could
/// have bought just that, and all together would have paid no more than the prices of all slots. So what the clusters have, and
/// the prices of all slots on top, is no less than what any order keeps: with whatever prices. Those that tell most are
/// found by raising them where more is bought than there are slots, and lowering them where less is.
///
/// Source: M. L. Fisher, "The Lagrangian Relaxation Method for Solving Integer Programming Problems", Management Science 27
/// (1981).
final class CopyBound {
    private static final int ROUNDS = 400;

    /// Rounds without a better bound after which the steps get smaller.
    private static final int PATIENCE = 15;

    private static final double FIRST_STEP = 0.05;
    private static final double SMALLER = 0.6;
    private static final double LAST_STEP = 1e-5;
    private static final double NO_MATTER = 1e-6;

    private final CopyWorld world;
    private final CopyPrices prices;

    private CopyBound(CopyWorld world) {
        this.world = world;
        this.prices = new CopyPrices(world);
    }

    /// Share of the hours in which promises are kept.
    static double of(CopyWorld world) {
        var hours = CopyWorld.DAY * CopyRace.DAYS * world.databases().size();
        return Math.min(1, new CopyBound(world).keptHours() / hours);
    }

    private double keptHours() {
        var kept = kept();
        var least = kept;
        var step = FIRST_STEP;
        var since = 0;
        for (var round = 0; round < ROUNDS && step > LAST_STEP; round++) {
            prices.move(kept - least * (1 - step));
            kept = kept();
            since = kept < least * (1 - NO_MATTER) ? 0 : since + 1;
            if (since == 0) {
                least = kept;
            } else if (since == PATIENCE) {
                since = 0;
                step *= SMALLER;
            }
        }
        return least;
    }

    private double kept() {
        var kept = prices.ofAll();
        for (var database : world.databases()) {
            kept += new CopyBuyer(database, prices).buy();
        }
        return kept;
    }
}
