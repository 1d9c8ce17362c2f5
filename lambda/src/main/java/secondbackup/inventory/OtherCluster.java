package secondbackup.inventory;

import java.util.Comparator;

/// A cluster that RDS lists and that is no Aurora: a Multi-AZ DB cluster, Neptune or DocumentDB. Nothing is
/// promised for it, but its ARN looks like that of an Aurora cluster, so a plan may take it, too.
///
/// Source: Amazon RDS API, `DescribeDBClusters`, read 2026-11-22.
///
/// @param engine as RDS says it, such as `neptune`
public record OtherCluster(AccountId account, Region region, Arn arn, String engine)
        implements Comparable<OtherCluster> {
    private static final Comparator<OtherCluster> ORDER =
            Comparator.comparing(OtherCluster::account)
                    .thenComparing(OtherCluster::region)
                    .thenComparing(OtherCluster::arn);

    @Override
    public int compareTo(OtherCluster other) {
        return ORDER.compare(this, other);
    }
}
