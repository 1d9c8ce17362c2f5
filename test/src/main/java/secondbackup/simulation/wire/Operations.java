package secondbackup.simulation.wire;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<String, Operation<?, ?>> byName = new HashMap<>();
    private final SequencedMap<String, HandDialect> byHand = new TreeMap<>();

    public <Q extends SdkRequest, R extends SdkResponse> void on(
            Class<Q> request, Rights<Q> rights, Handler<Q, R> handler) {
        var operation = new Operation<>(request, rights, handler);
        byRequest.put(request.getName(), operation);
        byName.put(key(request), operation);
    }

    /// Registers a service that reads and writes its own protocol.
    ///
    /// @param service signing name, such as `s3`
    public void byHand(String service, HandDialect dialect) {
        byHand.put(service, dialect);
    }

    /// The services that read and write their own protocol, by signing name.
    public SequencedMap<String, HandDialect> byHand() {
        return Collections.unmodifiableSequencedMap(byHand);
    }

    /// @param service the SDK's package name, such as `rds`
    /// @param name such as `DescribeDBClusters`, in any case
    Optional<Operation<?, ?>> named(String service, String name) {
        return Optional.ofNullable(byName.get(service + "." + name.toLowerCase(Locale.ROOT)));
    }

    public Optional<Operation<?, ?>> find(Class<?> request) {
        return Optional.ofNullable(byRequest.get(request.getName()));
    }

    public List<Operation<?, ?>> all() {
        return List.copyOf(byRequest.values());
    }

    /// Service and operation of all that are registered, by the SDK's names, such as
    /// `rds DescribeDbClusters`.
    public List<String> names() {
        return byRequest.values().stream()
                .map(operation ->
                        packageOf(operation.request()) + " " + nameOf(operation.request()))
                .sorted()
                .toList();
    }

    /// `software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest` is
    /// `rds.describedbclusters`: class names differ from AWS's names in their case only.
    private static String key(Class<?> request) {
        return packageOf(request) + "." + nameOf(request).toLowerCase(Locale.ROOT);
    }

    private static String packageOf(Class<?> request) {
        var packages = request.getPackageName().split("\\.", -1);
        return packages[packages.length - 2];
    }

    private static String nameOf(Class<?> request) {
        var name = request.getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }
}
