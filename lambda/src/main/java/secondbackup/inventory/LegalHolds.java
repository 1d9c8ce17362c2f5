package secondbackup.inventory;

import java.util.Comparator;
import java.util.List;

/// The legal holds of a vault's account and Region.
public sealed interface LegalHolds {
    record Read(List<LegalHold> holds) implements LegalHolds {
        public Read {
            holds = holds.stream().sorted(Comparator.comparing(LegalHold::id)).toList();
        }
    }

    record Unread(String cause) implements LegalHolds {}

    /// Whether a copy stays beyond its end for as long as nobody takes a hold off. What could not be read holds
    /// nothing.
    default boolean hold(Arn copy) {
        return this instanceof Read(var holds)
                && holds.stream().anyMatch(hold -> hold.active() && hold.copies().contains(copy));
    }
}
