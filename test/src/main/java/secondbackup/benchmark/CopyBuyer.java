package secondbackup.benchmark;

import java.util.ArrayList;
import java.util.List;
import secondbackup.benchmark.CopyWorld.Database;

/// One cluster that is alone with the prices of slots, and buys those copies of four weeks of which it has most: hours of
/// promise kept, less what it pays.
///
/// The copy of the point taken at hour `a` of some day holds the promise until `a + 36`. So each point has a stretch of
/// a day, from `a + 12` to `a + 36`, in which only it or a later one holds the promise, and what a copy keeps hangs on when
/// it arrives and on whether the point of the day before was copied, too. Those of earlier days are too old by then.
final class CopyBuyer {
    private static final double DAY = CopyWorld.DAY;
    private static final double EARLY = CopyWorld.PROMISE - DAY;
    private static final int DAYS = CopyRace.DAYS;

    /// @param start NaN where nothing is worth its price
    /// @param gain hours of promise that it keeps, less its price
    private record Offer(double start, double gain) {
        private static final Offer NONE = new Offer(Double.NaN, 0);

        Offer or(double otherStart, double otherGain) {
            return otherGain > gain ? new Offer(otherStart, otherGain) : this;
        }

        Offer nextDay() {
            return new Offer(start + DAY, gain);
        }
    }

    /// The best offers for the point of one day.
    ///
    /// @param after where the point of the day before was copied
    /// @param instead where it was not
    private record Offers(Offer after, Offer instead) {
        Offers nextDay() {
            return new Offers(after.nextDay(), instead.nextDay());
        }
    }

    private final Database database;
    private final CopyPrices prices;

    CopyBuyer(Database database, CopyPrices prices) {
        this.database = database;
        this.prices = prices;
    }

    /// Day by day from the last to the first, and then the slots of the best from the first to the last.
    ///
    /// @return its hours of promise kept, less what it pays
    double buy() {
        var offers = offers();
        var copied = new double[DAYS + 2];
        var skipped = new double[DAYS + 2];
        for (var day = DAYS; day >= 0; day--) {
            var best = offers.get(day);
            copied[day] = Math.max(best.after().gain() + copied[day + 1], skipped[day + 1]);
            skipped[day] = Math.max(best.instead().gain() + copied[day + 1], skipped[day + 1]);
        }
        var before = true;
        for (var day = 0; day <= DAYS; day++) {
            var offer = before ? offers.get(day).after() : offers.get(day).instead();
            before = offer.gain() + copied[day + 1] >= skipped[day + 1];
            if (before) {
                prices.take(offer.start(), database.hours());
            }
        }
        return copied[0];
    }

    private List<Offers> offers() {
        var offers = new ArrayList<Offers>();
        for (var day = 0; day <= DAYS; day++) {
            var taken = database.takenAt() + day * DAY;
            var same = prices.asOnTheDayBefore(taken, taken + CopyWorld.PROMISE);
            offers.add(same ? offers.getLast().nextDay() : offers(day));
        }
        return offers;
    }

    /// Between these moments what it pays and what it keeps change evenly, so the best is among them: it starts or ends
    /// where a price changes, or starts as soon as it can, or ends when the promise is about to break.
    private Offers offers(int day) {
        var taken = database.takenAt() + day * DAY;
        var first = taken + database.ready();
        var last = taken + (day == DAYS ? EARLY : CopyWorld.PROMISE) - database.hours();
        var none = new Offers(Offer.NONE, Offer.NONE);
        if (last < first) {
            return none;
        }
        var best = better(none, day, first);
        best = better(best, day, Math.clamp(taken + EARLY - database.hours(), first, last));
        for (var edge = prices.edgeAfter(first); edge <= last; edge += CopyPrices.CELL) {
            best = better(best, day, edge);
        }
        var shift = database.hours();
        for (var edge = prices.edgeAfter(first + shift);
                edge <= last + shift;
                edge += CopyPrices.CELL) {
            best = better(best, day, edge - shift);
        }
        return better(best, day, last);
    }

    private Offers better(Offers best, int day, double start) {
        var end = start + database.hours();
        var age = end - database.takenAt() - day * DAY;
        var own = day == DAYS ? 0 : DAY - Math.max(0, age - EARLY);
        var price = prices.of(start, end);
        return new Offers(
                best.after().or(start, own - price),
                best.instead().or(start, own + Math.max(0, EARLY - age) - price));
    }
}
