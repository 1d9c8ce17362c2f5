package secondbackup.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;

/// Points, copies or jobs by the cluster they belong to, sorted once for all clusters. A cluster is known by
/// its resource id; where AWS does not tell that, by its ARN and by having been there when
/// the thing was made.
final class Belongings<T> {
    private final Function<T, Instant> madeAt;
    private final SortedMap<String, List<T>> byResourceId = new TreeMap<>();
    private final SortedMap<Arn, List<T>> byArn = new TreeMap<>();

    /// @param resourceId the cluster's resource id, or empty where it is not known
    Belongings(
            List<T> all,
            Function<T, String> resourceId,
            Function<T, Arn> cluster,
            Function<T, Instant> madeAt) {
        this.madeAt = madeAt;
        for (var one : all) {
            var owner = resourceId.apply(one);
            var place =
                    owner.isEmpty()
                            ? byArn.computeIfAbsent(cluster.apply(one), _ -> new ArrayList<>())
                            : byResourceId.computeIfAbsent(owner, _ -> new ArrayList<>());
            place.add(one);
        }
    }

    List<T> of(Cluster cluster) {
        var known = byResourceId.getOrDefault(cluster.id().resourceId(), List.of());
        var likely =
                byArn.getOrDefault(cluster.id().arn(), List.of()).stream()
                        .filter(one -> !madeAt.apply(one).isBefore(cluster.createdAt()));
        return Stream.concat(known.stream(), likely).toList();
    }
}
