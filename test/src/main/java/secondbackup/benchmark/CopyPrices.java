package secondbackup.benchmark;

import java.util.Arrays;

/// What a slot costs in each quarter of an hour of a [CopyRace], and how much of it is bought. All days but the first and the
/// last two have the same prices.
final class CopyPrices {
    static final double CELL = 0.25;
    private static final int DAY = (int) (CopyWorld.DAY / CELL);
    private static final int LAST_DAYS = 2;
    private static final double MOMENTUM = 0.7;

    private final double from;
    private final int slots;
    private final int alike;
    private final double[] price;
    private final double[] paid;
    private final double[] bought;
    private final double[] way;

    CopyPrices(CopyWorld world) {
        var all = world.databases();
        this.from = all.stream().mapToDouble(one -> one.takenAt() + one.ready()).min().orElse(0);
        var to = all.stream().mapToDouble(CopyRace::to).max().orElse(0);
        var cells = (int) Math.ceil((to - from) / CELL);
        this.slots = world.slots();
        this.alike = (cells / DAY - LAST_DAYS) * DAY;
        this.price = new double[cells];
        this.paid = new double[cells + 1];
        this.bought = new double[cells];
        this.way = new double[cells];
    }

    boolean asOnTheDayBefore(double start, double end) {
        return start - CopyWorld.DAY >= from + DAY * CELL && end <= from + alike * CELL;
    }

    /// The first moment from then on at which a price changes.
    double edgeAfter(double at) {
        return from + Math.ceil((at - from) / CELL) * CELL;
    }

    /// Of one slot.
    double of(double start, double end) {
        return until(end) - until(start);
    }

    /// Of all slots at all times.
    double ofAll() {
        return slots * paid[price.length];
    }

    private double until(double at) {
        var place = Math.clamp((at - from) / CELL, 0.0, price.length);
        var cell = Math.min((int) place, price.length - 1);
        return paid[cell] + (place - cell) * price[cell] * CELL;
    }

    void take(double start, double hours) {
        var begin = (start - from) / CELL;
        var end = Math.min(begin + hours / CELL, price.length);
        for (var cell = (int) begin; cell < end; cell++) {
            bought[cell] += CELL * (Math.min(cell + 1, end) - Math.max(cell, begin));
        }
    }

    /// Dearer where more was bought than there is, cheaper where less, and a part of the way that it went before: so prices
    /// settle between two that are wrong. Then nothing is bought.
    ///
    /// @param gain what this is to change for the better, were what is bought to stay the same
    void move(double gain) {
        for (var cell = 0; cell < price.length; cell++) {
            way[cell] = MOMENTUM * way[cell] + bought[cell] - slots * CELL;
        }
        for (var first = DAY; first < 2 * DAY; first++) {
            average(first);
        }
        var norm = 0.0;
        for (var cell = 0; cell < price.length; cell++) {
            norm += price[cell] > 0 || way[cell] > 0 ? way[cell] * way[cell] : 0;
        }
        for (var cell = 0; cell < price.length; cell++) {
            var by = norm > 0 ? gain / norm * way[cell] : 0;
            price[cell] = Math.max(0, price[cell] + by);
            paid[cell + 1] = paid[cell] + price[cell] * CELL;
        }
        Arrays.fill(bought, 0);
    }

    private void average(int first) {
        var sum = 0.0;
        for (var cell = first; cell < alike; cell += DAY) {
            sum += way[cell];
        }
        for (var cell = first; cell < alike; cell += DAY) {
            way[cell] = sum * DAY / (alike - DAY);
        }
    }
}
