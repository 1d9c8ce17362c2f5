package secondbackup.simulation.cloudformation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One account and Region of a StackSet, and what became of its stack.
///
/// Source: AWS CloudFormation API model, StackInstance, StackInstanceComprehensiveStatus, read 2026-11-27.
public final class StackInstance {
    /// Whether the stack is as the StackSet wants it.
    public enum Status {
        CURRENT,
        OUTDATED,
        INOPERABLE
    }

    /// How the newest operation on it ended.
    public enum Detail {
        SUCCEEDED,
        FAILED,
        CANCELLED,
        SKIPPED_SUSPENDED_ACCOUNT
    }

    public final String account;
    public final String region;

    /// Target unit, or root, through which the account is reached.
    public final String unit;

    final String stackName;
    Status status = Status.OUTDATED;
    Detail detail = Detail.CANCELLED;
    String reason = "";

    /// Id of the newest operation on it; empty before the first.
    String operation = "";

    @Nullable Stack stack;

    StackInstance(String account, String region, String unit, String stackName) {
        this.account = account;
        this.region = region;
        this.unit = unit;
        this.stackName = stackName;
    }

    public Status status() {
        return status;
    }

    public Detail detail() {
        return detail;
    }

    /// Why it failed; empty where it did not.
    public String reason() {
        return reason;
    }

    /// Empty where none was ever begun.
    public Optional<Stack> stack() {
        return Optional.ofNullable(stack);
    }

    void ended(Status now, Detail how, String why) {
        status = now;
        detail = how;
        reason = why;
    }

    @Override
    public String toString() {
        return account
                + " "
                + region
                + " "
                + status
                + " "
                + detail
                + (reason.isEmpty() ? "" : ": " + reason);
    }
}
