package secondbackup.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that was deployed into an account, and is not as it was deployed.
///
/// @param name of the plan, role or StackSet
/// @param id that AWS knows it by, where its name does not tell it
/// @param differences at least one
/// @param since when it came about; empty where AWS does not tell
public record Drift(
        Thing thing,
        String name,
        Optional<String> id,
        List<Difference> differences,
        Optional<Instant> since) {
    /// What AWS calls it.
    public enum Thing {
        BACKUP_PLAN,
        ROLE,
        STACK_INSTANCE,
        STACK_SET
    }

    /// One thing that is otherwise than expected.
    ///
    /// @param what such as `rule daily: schedule`
    public record Difference(String what, String expected, String found) {
        static final String NONE = "none";
    }

    public Drift {
        differences = List.copyOf(differences);
    }

    static Drift of(Thing thing, String name, Difference... differences) {
        return new Drift(thing, name, Optional.empty(), List.of(differences), Optional.empty());
    }

    private static final Difference MISSING = new Difference("all of it", "there", "missing");

    static Drift missing(Thing thing, String name) {
        return of(thing, name, MISSING);
    }

    static Drift missing(Thing thing, String name, String id) {
        return new Drift(thing, name, Optional.of(id), List.of(MISSING), Optional.empty());
    }

    /// Whether it is not there at all.
    public boolean gone() {
        return differences.contains(MISSING);
    }
}
