package secondbackup.oracle;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.simulation.rds.Clusters.Cluster;

/// What is true of one cluster.
///
/// @param reasons why its promise does not hold; empty where it does, or where the cluster is young
/// @param young whether it has no copy yet and is younger than a copy may be old
public record Truth(Cluster cluster, SortedSet<Reason> reasons, boolean young) {
    /// Why a promise does not hold. Each names the gap that must say so.
    public enum Reason {
        NO_RULE("Unbound"),
        REGION_NOT_PLANNED("RegionUncovered"),
        NO_COPY("NoCopy"),
        COPY_TOO_OLD("CopyLate"),
        KEPT_TOO_SHORT("RetentionShort"),
        LOCK_NOT_FINAL("VaultNotLocked"),
        LOCK_BOUNDS("VaultNotLocked"),
        POLICY_CHANGED("VaultPolicyChanged"),
        KEY_UNSAFE("KeyAtRisk");

        private final String gap;

        Reason(String gap) {
            this.gap = gap;
        }

        String gap() {
            return gap;
        }
    }

    public Truth {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }

    static Truth because(Cluster cluster, Reason reason) {
        return new Truth(cluster, new TreeSet<>(Set.of(reason)), false);
    }

    boolean holds() {
        return reasons.isEmpty() && !young;
    }

    String standing() {
        return young ? "YOUNG" : reasons.isEmpty() ? "PROTECTED" : "UNPROTECTED";
    }
}
