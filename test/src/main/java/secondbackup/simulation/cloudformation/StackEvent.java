package secondbackup.simulation.cloudformation;

import java.time.Instant;

/// One line of a stack's history, as `DescribeStackEvents` shows it.
///
/// @param status such as `CREATE_FAILED`
/// @param reason why, or empty
public record StackEvent(
        Instant at,
        String logicalId,
        String type,
        String physicalId,
        String status,
        String reason) {}
