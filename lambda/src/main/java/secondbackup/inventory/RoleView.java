package secondbackup.inventory;

import java.util.List;
import java.util.Optional;

/// What a survey saw of one role of ours in one account.
public sealed interface RoleView {
    String name();

    /// @param trust JSON of the policy that says who may take it
    /// @param policies JSON of each of its own policies
    /// @param attached ARNs of the managed policies that are attached to it, sorted
    /// @param boundary ARN of its permissions boundary
    record Seen(
            String name,
            String trust,
            List<String> policies,
            List<String> attached,
            Optional<String> boundary)
            implements RoleView {
        public Seen {
            policies = List.copyOf(policies);
            attached = attached.stream().sorted().toList();
        }
    }

    /// The account has no such role.
    record Absent(String name) implements RoleView {}

    /// It is there, or may be, and nothing is known of it.
    record Unreadable(String name, String cause) implements RoleView {}
}
