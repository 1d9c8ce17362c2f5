package secondbackup.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.simulation.rds.Clusters.Cluster;

/// What is true of one cluster.
///
/// @param reasons why its promise does not hold; empty where it does, or where the cluster is young
/// @param young whether it has no copy yet and is younger than a copy may be old
/// @param told what a report must say besides, and must not
public record Truth(Cluster cluster, SortedSet<Reason> reasons, boolean young, Told told) {
    /// Why a promise does not hold. Each names the gap that must say so.
    public enum Reason {
        NO_RULE("Unbound"),
        REGION_NOT_PLANNED("RegionUncovered"),
        NO_COPY("NoCopy"),
        COPY_TOO_OLD("CopyLate"),
        KEPT_TOO_SHORT("RetentionShort"),
        EXPIRES_SOON("LastCopyExpiring"),
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

    /// What goes wrong on the way of a cluster's copies: must be told even while the promise still holds.
    public enum Cause {
        NOT_SELECTED,
        ROLES_MISSING,
        OPTED_OUT,
        COPY_STUCK,
        KEY_DISABLED,
        KEY_REFUSES,
        COPY_FAILED,
        SNAPSHOT_GONE,
        ENGINE_RETIRED,
        UNENCRYPTED,
        BACKUP_FAILED;

        /// Whether it takes a look into the vault to know it.
        boolean inVault() {
            return switch (this) {
                case NOT_SELECTED,
                        ROLES_MISSING,
                        OPTED_OUT,
                        COPY_STUCK,
                        KEY_DISABLED,
                        UNENCRYPTED,
                        BACKUP_FAILED ->
                        false;
                case KEY_REFUSES, COPY_FAILED, SNAPSHOT_GONE, ENGINE_RETIRED -> true;
            };
        }

        /// Kinds of gaps of which each says it: a key that refuses shows by its policy, by a failed try, or not
        /// at all while nobody may read it.
        List<String> gaps() {
            return switch (this) {
                case NOT_SELECTED, ROLES_MISSING -> List.of("NotEnrolled");
                case OPTED_OUT -> List.of("OptedOut");
                case COPY_STUCK -> List.of("CopyStuck");
                case KEY_DISABLED -> List.of("KeyNotShareable", "StateUnknown");
                case KEY_REFUSES -> List.of("KeyNotShareable", "CopyFailing", "StateUnknown");
                case COPY_FAILED -> List.of("CopyFailing", "KeyNotShareable");
                case SNAPSHOT_GONE -> List.of("SnapshotMissing");
                case ENGINE_RETIRED -> List.of("EngineRetired");
                case UNENCRYPTED -> List.of("Unencrypted");
                case BACKUP_FAILED -> List.of("BackupFailing");
            };
        }
    }

    /// @param causes what must be told
    /// @param never kinds of gaps that would be false
    /// @param restorable whether its newest good copy could be restored; empty where nobody could tell
    public record Told(
            SortedSet<Cause> causes, SortedSet<String> never, Optional<Boolean> restorable) {
        static final Told NOTHING = new Told(new TreeSet<>(), new TreeSet<>(), Optional.empty());

        public Told {
            causes = Collections.unmodifiableSortedSet(new TreeSet<>(causes));
            never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
        }
    }

    public Truth {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }

    static Truth because(Cluster cluster, Reason reason) {
        return new Truth(cluster, new TreeSet<>(Set.of(reason)), false, Told.NOTHING);
    }

    Truth with(Told besides) {
        return new Truth(cluster, reasons, young, besides);
    }

    boolean holds() {
        return reasons.isEmpty() && !young;
    }

    String standing() {
        return young ? "YOUNG" : reasons.isEmpty() ? "PROTECTED" : "UNPROTECTED";
    }
}
