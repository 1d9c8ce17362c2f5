package secondbackup.simulation.wire;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/// The operations that the simulated AWS knows. Services register theirs; none can be registered without
/// saying what rights it needs.
public final class Operations {
    /// What a call needs. An empty list is for the few operations that AWS never refuses.
    @FunctionalInterface
    public interface Rights<Q> {
        List<AccessRequest> of(Q request, Call call);
    }

    /// Answers a call, or throws an [AwsError].
    @FunctionalInterface
    public interface Handler<Q, R> {
        R answer(Q request, Call call);
    }

    /// One registered operation.
    public record Operation<Q extends SdkRequest, R extends SdkResponse>(
            Class<Q> request, Rights<Q> rights, Handler<Q, R> handler) {}

    private final SequencedMap<String, Operation<?, ?>> byRequest = new TreeMap<>();

    public <Q extends SdkRequest, R extends SdkResponse> void on(
            Class<Q> request, Rights<Q> rights, Handler<Q, R> handler) {
        byRequest.put(request.getName(), new Operation<>(request, rights, handler));
    }

    public Optional<Operation<?, ?>> find(Class<?> request) {
        return Optional.ofNullable(byRequest.get(request.getName()));
    }

    public List<Operation<?, ?>> all() {
        return List.copyOf(byRequest.values());
    }
}
