package secondbackup.simulation.iam;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which rights have been asked for since the start, and by whom: for those who want to know whether a policy
/// allows all that is needed, and no more.
public final class RightsAsked {
    /// @param principal ARN of the role or user, name of the service, or `anonymous`
    /// @param action such as `backup:StartCopyJob`
    public record Right(String principal, String action) implements Comparable<Right> {
        private static final Comparator<Right> ORDER =
                Comparator.comparing(Right::principal).thenComparing(Right::action);

        @Override
        public int compareTo(Right other) {
            return ORDER.compare(this, other);
        }
    }

    private final Set<Right> allowed = new HashSet<>();
    private final Set<Right> refused = new HashSet<>();
    private final Set<Right> lacking = new HashSet<>();

    RightsAsked() {}

    void note(String principal, String action, Decision decision) {
        var right = new Right(principal, action);
        switch (decision) {
            case Decision.Allowed _ -> allowed.add(right);
            case Decision.Denied(var message) -> {
                refused.add(right);
                if (message.contains(Opinions.NOT_ITS_OWN)) {
                    lacking.add(right);
                }
            }
        }
    }

    /// What was allowed at least once.
    public SortedSet<Right> allowed() {
        return new TreeSet<>(allowed);
    }

    /// What was refused at least once.
    public SortedSet<Right> refused() {
        return new TreeSet<>(refused);
    }

    /// What was refused at least once because no policy of the caller's own allows it.
    public SortedSet<Right> lacking() {
        return new TreeSet<>(lacking);
    }

    public void reset() {
        lacking.clear();
        allowed.clear();
        refused.clear();
    }
}
