package secondbackup.simulation.wire;

import java.util.List;
import java.util.function.Function;
import secondbackup.simulation.iam.AccessRequest;

/// What a request asks for.
public sealed interface Asked {
    /// As AWS names it, such as `DescribeDBClusters`.
    String operation();

    /// An operation that someone answers.
    record Known(
            String operation,
            Function<Call, List<AccessRequest>> rights,
            Function<Call, HttpAnswer> answer)
            implements Asked {}

    /// An operation that the simulation lacks.
    record Unknown(String operation) implements Asked {}
}
