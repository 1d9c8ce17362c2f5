package secondbackup.simulation.rds;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/// Listing clusters. The answer holds Aurora, Neptune, DocumentDB and Multi-AZ DB clusters alike.
///
/// Source: Amazon RDS API model, DescribeDBClusters and DescribeDBClustersMessage, 2026-11-22.
final class ClusterReads {
    private final Clusters clusters;
    private final ClusterView view;
    private final Filters<Clusters.Cluster> filters = new Filters<>(knownFilters());

    ClusterReads(Clusters clusters, Switches switches) {
        this.clusters = clusters;
        this.view = new ClusterView(switches);
    }

    void register(Operations operations) {
        operations.on(DescribeDbClustersRequest.class, ClusterReads::rights, this::describe);
    }

    /// Source: Service Authorization Reference, "Amazon RDS", DescribeDBClusters: resource type `cluster`,
    /// read 2026-11-22.
    private static List<AccessRequest> rights(DescribeDbClustersRequest request, Call call) {
        var named = request.dbClusterIdentifier();
        return List.of(
                AccessRequest.of(
                        "rds:DescribeDBClusters",
                        Identifiers.arn(call, "cluster", named == null ? "*" : named)));
    }

    private DescribeDbClustersResponse describe(DescribeDbClustersRequest request, Call call) {
        var named = request.dbClusterIdentifier();
        var all =
                named == null
                        ? clusters.in(call.account(), call.region())
                        : List.of(
                                clusters.find(call.account(), call.region(), named)
                                        .orElseThrow(() -> Errors.noCluster(named)));
        var page =
                Page.of(
                        filters.apply(request.filters(), all),
                        Clusters.Cluster::arn,
                        request.maxRecords(),
                        request.marker());
        return DescribeDbClustersResponse.builder()
                .dbClusters(page.items().stream().map(view::of).toList())
                .marker(page.marker())
                .build();
    }

    private static SequencedMap<String, BiPredicate<Clusters.Cluster, String>> knownFilters() {
        var known = new TreeMap<String, BiPredicate<Clusters.Cluster, String>>();
        known.put("clone-group-id", (cluster, value) -> cluster.cloneGroup.equals(value));
        known.put(
                "db-cluster-id",
                (cluster, value) ->
                        cluster.name.equals(value.toLowerCase(Locale.ROOT))
                                || cluster.arn().equals(value));
        known.put("db-cluster-resource-id", (cluster, value) -> cluster.resourceId.equals(value));
        known.put("domain", (_, _) -> false);
        known.put("engine", (cluster, value) -> cluster.engine.equals(value));
        return known;
    }
}
