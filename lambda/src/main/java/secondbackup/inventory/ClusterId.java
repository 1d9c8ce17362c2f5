package secondbackup.inventory;

import java.util.Comparator;

/// One cluster, for life. A cluster made anew under its old name keeps the ARN but not the resource id; a
/// renamed one keeps the resource id but not the ARN.
///
/// Source: Amazon RDS API, `DBCluster.DbClusterResourceId`, read 2026-11-22.
///
/// @param resourceId `DbClusterResourceId`; empty where only a copy in the vault is left to tell of it
public record ClusterId(AccountId account, Region region, Arn arn, String resourceId)
        implements Comparable<ClusterId> {
    private static final Comparator<ClusterId> ORDER =
            Comparator.comparing(ClusterId::account)
                    .thenComparing(ClusterId::region)
                    .thenComparing(ClusterId::arn)
                    .thenComparing(ClusterId::resourceId);

    /// The name people know it by.
    public String name() {
        return arn.name();
    }

    @Override
    public int compareTo(ClusterId other) {
        return ORDER.compare(this, other);
    }
}
