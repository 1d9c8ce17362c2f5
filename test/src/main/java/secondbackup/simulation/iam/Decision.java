package secondbackup.simulation.iam;

/// What IAM says to an [AccessRequest].
public sealed interface Decision {
    record Allowed() implements Decision {}

    /// @param message the words AWS would use, with the kind of policy that refused
    record Denied(String message) implements Decision {}

    default boolean allowed() {
        return this instanceof Allowed;
    }
}
