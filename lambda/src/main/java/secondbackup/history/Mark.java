package secondbackup.history;

import java.util.Arrays;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict.Standing;

/// How one cluster's promise stood on one day, from the best to the worst.
public enum Mark {
    /// A checked copy, no older than promised and held as promised.
    KEPT('K'),
    /// The cluster was too young to need a copy.
    YOUNG('Y'),
    /// Nobody could see how it stood.
    UNSEEN('U'),
    /// A copy in time, but not held as promised.
    WEAK('W'),
    /// The newest good copy was too old, or about to expire with none after it.
    LATE('L'),
    /// No good copy.
    MISSING('M');

    private final char letter;

    Mark(char letter) {
        this.letter = letter;
    }

    /// As it stands in [Track#days()].
    public char letter() {
        return letter;
    }

    /// Whether the promise was to be kept on such a day.
    public boolean counts() {
        return this != YOUNG;
    }

    /// Fails: IllegalArgumentException for a letter that stands for nothing.
    public static Mark of(char letter) {
        return Arrays.stream(values())
                .filter(mark -> mark.letter == letter)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + letter + "': expected one of K, Y, U, W, L and M"));
    }

    public static Mark of(Standing standing, Rung rung) {
        return switch (standing) {
            case PROTECTED -> KEPT;
            case YOUNG -> YOUNG;
            case UNKNOWN -> UNSEEN;
            case UNPROTECTED ->
                    switch (rung) {
                        case NONE, CLAIMED -> MISSING;
                        case PRESENT -> LATE;
                        case TIMELY, HELD, RESTORABLE -> WEAK;
                    };
        };
    }

    Mark orWorse(Mark other) {
        return compareTo(other) < 0 ? other : this;
    }
}
