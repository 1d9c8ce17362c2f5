package secondbackup.simulation.cloudformation;

/// How a stack stands after an operation. Operations take no time here, so nothing is in progress.
///
/// Source: AWS CloudFormation API model, StackStatus, read 2026-11-27.
public enum StackStatus {
    CREATE_COMPLETE,
    UPDATE_COMPLETE,
    ROLLBACK_COMPLETE,
    ROLLBACK_FAILED,
    UPDATE_ROLLBACK_COMPLETE,
    UPDATE_ROLLBACK_FAILED,
    DELETE_COMPLETE,
    DELETE_FAILED;

    /// Whether the newest operation did what was asked.
    public boolean done() {
        return this == CREATE_COMPLETE || this == UPDATE_COMPLETE || this == DELETE_COMPLETE;
    }
}
