package secondbackup.simulation.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import secondbackup.simulation.iam.AccessRequest;
import software.amazon.awssdk.core.SdkPojo;

/// What a request asks for.
public sealed interface Asked {
    /// As AWS names it, such as `DescribeDBClusters`.
    String operation();

    /// What a handler answered.
    ///
    /// @param model as the handler made it; empty where it writes its protocol by hand
    record Answer(Optional<SdkPojo> model, HttpAnswer http) {
        public static Answer byHand(HttpAnswer http) {
            return new Answer(Optional.empty(), http);
        }
    }

    /// An operation that someone answers.
    ///
    /// @param request as it was read; empty where its protocol is read by hand
    record Known(
            String operation,
            Optional<SdkPojo> request,
            Function<Call, List<AccessRequest>> rights,
            Function<Call, Answer> answer)
            implements Asked {}

    /// An operation that the simulation lacks.
    record Unknown(String operation) implements Asked {}
}
