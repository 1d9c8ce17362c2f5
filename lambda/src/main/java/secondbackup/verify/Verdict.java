package secondbackup.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;

/// What is believed of one cluster.
///
/// @param newest the copy that people would go back to; empty where there is none that is present
/// @param rung how far it got
/// @param doubts what stops the next rung, and what is wrong beside it
public record Verdict(
        Guarded guarded,
        Promise promise,
        Standing standing,
        Rung rung,
        Optional<VaultedCopy> newest,
        List<Doubt> doubts) {
    /// Whether the promise holds.
    public enum Standing {
        /// The copy is held as promised.
        PROTECTED,
        /// The promise is broken.
        UNPROTECTED,
        /// The cluster is younger than a copy may be old, and has none yet.
        YOUNG,
        /// It could not be seen whether the promise holds.
        UNKNOWN
    }

    public Verdict {
        doubts = List.copyOf(doubts);
    }

    static Rung lowest(List<Doubt> doubts) {
        return doubts.stream()
                .map(Doubt::reached)
                .min(Comparator.naturalOrder())
                .orElse(Rung.RESTORABLE);
    }
}
