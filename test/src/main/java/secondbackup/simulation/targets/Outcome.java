package secondbackup.simulation.targets;

/// What became of a parcel at the door.
public sealed interface Outcome {
    /// @param id such as that of a message
    record Taken(String id) implements Outcome {}

    /// @param code such as `AccessDeniedException`
    record Refused(String code, String message) implements Outcome {}

    default boolean taken() {
        return this instanceof Taken;
    }
}
