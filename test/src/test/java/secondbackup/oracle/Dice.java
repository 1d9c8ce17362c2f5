package secondbackup.oracle;

import java.util.List;
import secondbackup.simulation.physics.Chance;

/// Throws dice for one seed: the same seed, the same throws.
final class Dice {
    private final Chance chance;
    private long thrown;

    Dice(long seed) {
        this.chance = new Chance(seed);
    }

    /// Whether something happens that happens in this share of all cases.
    boolean hits(double share) {
        return fraction() < share;
    }

    /// @return at least 0, less than 1
    double fraction() {
        thrown++;
        return chance.fraction("dice", thrown);
    }

    /// @return between the two, both included
    int between(int least, int most) {
        return least + (int) (fraction() * (most - least + 1));
    }

    /// To two decimals.
    double between(double least, double most) {
        return Math.round((least + fraction() * (most - least)) * 100) / 100.0;
    }

    <T> T of(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }
}
