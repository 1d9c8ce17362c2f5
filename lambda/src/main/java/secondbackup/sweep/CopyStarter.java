package secondbackup.sweep;

import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;

/// Port. Starts one copy. Its edge is `aws.AwsCopyStarter`.
@FunctionalInterface
public interface CopyStarter {
    CopyOutcome start(CopyOrder order);

    /// Whether there is time for one more order, and to write down what came of it.
    default boolean hasTime() {
        return true;
    }
}
