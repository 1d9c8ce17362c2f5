package secondbackup.simulation.cloudformation;

/// What becomes of a resource that its stack gives up.
///
/// Source: AWS CloudFormation Template Reference, "DeletionPolicy attribute", "UpdateReplacePolicy attribute", read
/// 2026-11-27.
public enum Retention {
    DELETE("Delete"),
    RETAIN("Retain"),
    /// Kept, but for the rolling back of what created it.
    RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate");

    private final String written;

    Retention(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }

    /// @param creating whether what created the resource is being rolled back
    boolean keeps(boolean creating) {
        return this == RETAIN || (this == RETAIN_EXCEPT_ON_CREATE && !creating);
    }
}
