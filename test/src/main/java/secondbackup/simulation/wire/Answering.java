package secondbackup.simulation.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import secondbackup.simulation.iam.AccessRequest;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/// Joins a registered operation with the form of its answer.
final class Answering {
    private Answering() {}

    /// @param read makes the request, once
    static <Q extends SdkRequest> Asked by(
            String name,
            Operations.Operation<Q, ?> operation,
            Supplier<Object> read,
            Function<SdkPojo, HttpAnswer> write) {
        var request = operation.request().cast(read.get());
        return new Asked.Known(
                name,
                Optional.of(request),
                call -> rights(operation, request, call),
                call -> answer((SdkPojo) operation.handler().answer(request, call), write));
    }

    private static Asked.Answer answer(SdkPojo model, Function<SdkPojo, HttpAnswer> write) {
        return new Asked.Answer(Optional.of(model), write.apply(model));
    }

    private static <Q extends SdkRequest> List<AccessRequest> rights(
            Operations.Operation<Q, ?> operation, Q request, Call call) {
        return operation.rights().of(request, call);
    }
}
