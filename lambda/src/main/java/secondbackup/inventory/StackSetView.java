package secondbackup.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a sweep saw of one StackSet of ours.
public sealed interface StackSetView {
    String name();

    /// One account and Region of a StackSet.
    ///
    /// Source: AWS CloudFormation API, `StackInstanceSummary`, read 2026-11-27.
    ///
    /// @param status whether its stack is as the StackSet wants it, in AWS's words: `CURRENT`, `OUTDATED`, ...
    /// @param detail how the newest operation on it stands: `SUCCEEDED`, `FAILED`, `RUNNING`, ...
    /// @param reason AWS's words where it is not current
    /// @param since when the newest operation on it began; empty where it is current or AWS has forgotten it
    record Instance(
            AccountId account,
            Region region,
            String status,
            String detail,
            String reason,
            Optional<Instant> since) {
        public boolean current() {
            return status.equals("CURRENT");
        }

        /// Whether AWS has yet to begin or to end its work on it.
        public boolean underWay() {
            return detail.equals("PENDING") || detail.equals("RUNNING");
        }
    }

    record Seen(String name, List<Instance> instances) implements StackSetView {
        public Seen {
            instances =
                    instances.stream()
                            .sorted(
                                    Comparator.comparing(Instance::account)
                                            .thenComparing(Instance::region))
                            .toList();
        }
    }

    /// There is no such StackSet.
    record Absent(String name) implements StackSetView {}

    record Unreadable(String name, String cause) implements StackSetView {}
}
