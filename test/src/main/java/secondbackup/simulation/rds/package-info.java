/// Clusters and cluster snapshots: the parts of Amazon RDS that Aurora shares with Neptune, DocumentDB and Multi-AZ DB clusters.
@NullMarked
package secondbackup.simulation.rds;

import org.jspecify.annotations.NullMarked;
