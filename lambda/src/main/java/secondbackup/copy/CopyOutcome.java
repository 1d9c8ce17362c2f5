package secondbackup.copy;

/// What became of one order. A refusal is data: one cluster's trouble never ends a sweep.
public sealed interface CopyOutcome {
    CopyOrder order();

    record Started(CopyOrder order, String copyJobId) implements CopyOutcome {}

    /// @param code AWS's error code, or what stood in the way before AWS was asked
    record Refused(CopyOrder order, String code, String message) implements CopyOutcome {}

    /// No answer that could be understood: a job may have been started, and counts until it is known.
    ///
    /// @param code AWS's error code, or the exception's name
    record Unanswered(CopyOrder order, String code, String message) implements CopyOutcome {}
}
