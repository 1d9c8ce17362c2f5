package secondbackup.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import secondbackup.simulation.rds.Clusters.Cluster;

/// The gaps of one report.
final class Gaps {
    private static final String OF_REGIONS = "OptedOut";

    private final JsonNode gaps;

    Gaps(JsonNode report) {
        this.gaps = report.path("gaps");
    }

    /// Whether a gap of this kind is about the cluster, or about its Region where the kind is about Regions.
    boolean about(String kind, Cluster cluster) {
        return kind.equals(OF_REGIONS) ? ofRegion(kind, cluster) : about(kind, cluster.arn());
    }

    boolean about(String kind, String arn) {
        return any(kind, gap -> gap.path("arn").asText().equals(arn));
    }

    boolean ofRegion(String kind, Cluster cluster) {
        return any(
                kind,
                gap ->
                        gap.path("account").asText().equals(cluster.account)
                                && gap.path("region").asText().equals(cluster.region));
    }

    boolean ofAccount(String account) {
        return any("AccountUnreadable", gap -> gap.path("account").asText().equals(account));
    }

    private boolean any(String kind, Predicate<JsonNode> which) {
        for (var gap : gaps) {
            if (gap.path("kind").asText().equals(kind) && which.test(gap)) {
                return true;
            }
        }
        return false;
    }
}
