package secondbackup.sweep;

import java.util.Optional;
import secondbackup.verify.HoldOrder;

/// Port. Sets legal holds in the vault account, and never takes one off. Its edge is `aws.AwsHolds`.
@FunctionalInterface
public interface HoldSetter {
    /// The same order twice sets one hold.
    ///
    /// @return why it could not be set; empty where it is
    Optional<String> set(HoldOrder order);
}
