package secondbackup.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.FailureCause;
import secondbackup.copy.Shortfall;
import secondbackup.inventory.Arn;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VolumeSize;
import secondbackup.policy.Exclusion;
import secondbackup.policy.Tier;
import secondbackup.verify.Drift;
import secondbackup.verify.Keeping;
import secondbackup.verify.RestoreDoubt;
import secondbackup.verify.VaultDoubt;

/// One broken promise. Holds the evidence, not the words: see `report.GapText`.
public sealed interface Gap {
    /// What a gap is about.
    sealed interface Subject {
        record OfCluster(MemberAccount account, ClusterId cluster) implements Subject {}

        record OfAccount(MemberAccount account) implements Subject {}

        record OfRegion(MemberAccount account, Region region) implements Subject {}

        record OfVault(Arn vault) implements Subject {}

        record OfOrganization() implements Subject {}
    }

    Subject subject();

    /// No rule in `policies/backup` binds the cluster.
    record Unbound(Subject subject) implements Gap {}

    /// A promise binds the cluster, but no backup plan that fills our vault selects it, or roles of ours
    /// are missing in its account.
    record NotEnrolled(Subject subject, boolean selected, List<String> missingRoles)
            implements Gap {
        public NotEnrolled {
            missingRoles = List.copyOf(missingRoles);
        }
    }

    /// The account could not be read, so nothing is known about its clusters.
    record AccountUnreadable(Subject subject, String cause) implements Gap {}

    /// The account was left out of the promises for a while, and that while is over.
    ///
    /// @param unread why the account could not be read; empty where it was
    record ExclusionEnded(Subject subject, Exclusion exclusion, Optional<String> unread)
            implements Gap {}

    /// Clusters that were known are gone, more than are deleted in a day's work.
    ///
    /// @param vanished sorted
    /// @param known all that should be there, the vanished among them
    /// @param left whether the account is no longer in the organization
    record CoverageDropped(Subject subject, List<ClusterId> vanished, int known, boolean left)
            implements Gap {
        /// Copies younger than this tell of clusters that should be there. A promise is as old as a week at most.
        public static final Duration MEMORY = Duration.ofDays(7);

        public CoverageDropped {
            vanished = List.copyOf(vanished);
        }
    }

    /// What the report is made of was looked at too long ago.
    record SweepStale(Subject subject, Instant startedAt) implements Gap {}

    /// The cluster lives in a Region in which no backups are planned.
    record RegionUncovered(Subject subject) implements Gap {}

    /// What was deployed into an account is not as it was deployed.
    record DeploymentDrifted(Subject subject, Drift drift) implements Gap {}

    /// AWS Backup's opt-in for Aurora is off in a source Region that has clusters.
    record OptedOut(Subject subject, int clusters) implements Gap {}

    /// The newest backup in the cluster's own account failed.
    record BackupFailing(Subject subject, FailureCause failure, BackupJob job) implements Gap {}

    /// The source vault has no recovery point young enough to be copied in time.
    ///
    /// @param newestAt when the data of the newest one was taken; empty where there is none
    record NoRecoveryPoint(Subject subject, Optional<Instant> newestAt, String clusterStatus)
            implements Gap {}

    /// No usable copy of this cluster is in the vault.
    record NoCopy(Subject subject, Instant clusterCreatedAt) implements Gap {}

    /// The newest good copy holds data older than promised.
    ///
    /// @param capturedAt age of the data, not of the copy
    /// @param overdue how far past the limit, always positive
    record CopyLate(Subject subject, Instant capturedAt, Duration overdue, boolean waitingForSlot)
            implements Gap {}

    /// A copy job has been in progress for too long.
    record CopyStuck(Subject subject, String copyJobId, String state, Instant startedAt)
            implements Gap {}

    /// The last try to copy failed.
    ///
    /// @param category AWS's category of the failed job, or AWS's error code
    record CopyFailing(
            Subject subject, FailureCause failure, String category, String message, LastTry lastTry)
            implements Gap {
        /// How far the last try came.
        public sealed interface LastTry {
            /// @param failures failed jobs since the last completed one, as far as AWS's history goes
            /// @param since when the first of them was started
            record Job(String copyJobId, int failures, Instant since) implements LastTry {}

            /// AWS refused the order: there is no job.
            record Order(Instant refusedAt) implements LastTry {}
        }
    }

    /// The vault has too few slots: promises will be broken for want of one, or stay broken.
    record CapacityShortfall(Subject subject, Shortfall shortfall) implements Gap {}

    /// The cluster is not encrypted, and so neither are its copies: no key keeps anybody from reading them.
    record Unencrypted(Subject subject) implements Gap {}

    /// No route leads past the cluster's key.
    record KeyNotShareable(Subject subject, Optional<Arn> key, String cause) implements Gap {}

    /// The newest good copy is kept shorter than promised.
    record RetentionShort(Subject subject, Arn copy, long keptDays, int promisedDays)
            implements Gap {}

    /// No copy that is kept as long as the promise's weekly or monthly tier says is young enough.
    ///
    /// @param newestAt when the data of the newest such copy was taken; empty where there is none
    record TierMissing(
            Subject subject, Tier.Period period, int promisedDays, Optional<Instant> newestAt)
            implements Gap {}

    /// The newest good copy expires soon, nothing newer has followed it, and no legal hold keeps it.
    record LastCopyExpiring(Subject subject, VaultedCopy copy, Instant expiresAt, Keeping keeping)
            implements Gap {}

    /// The cluster's volume shrank or grew out of character between two copies.
    ///
    /// @param before the last good copy of the day with the size it had before
    record SizeJumped(Subject subject, VolumeSize from, VolumeSize to, VaultedCopy before)
            implements Gap {}

    /// AWS Backup lists a copy, but the snapshot behind it is not there or not complete.
    ///
    /// @param status what RDS says of the snapshot; empty where there is none
    record SnapshotMissing(Subject subject, Arn copy, Optional<String> status) implements Gap {}

    /// The newest good copy cannot be restored as what it is, or soon no longer.
    ///
    /// @param endsAt when AWS ends the support of its major version; empty where no cluster can be made with the
    ///     version any more
    /// @param upgradeTo a version that it can be restored to; empty where RDS names none
    record EngineRetired(
            Subject subject,
            Arn copy,
            String engine,
            String version,
            Optional<Instant> endsAt,
            Optional<String> upgradeTo)
            implements Gap {}

    /// Where copies are brought back, something is missing that every restore needs.
    record RestoreBlocked(Subject subject, RestoreDoubt evidence) implements Gap {}

    /// The vault is not locked as promised: [VaultDoubt.NotLocked], [VaultDoubt.GovernanceOnly],
    /// [VaultDoubt.InGrace] or [VaultDoubt.BoundsDiffer].
    record VaultNotLocked(Subject subject, VaultDoubt evidence) implements Gap {}

    /// The vault's access policy is not ours.
    record VaultPolicyChanged(Subject subject) implements Gap {}

    /// Somebody can act in a vault's account, or could, beside those whom the roster names for it.
    record VaultAccountExposed(Subject subject, Exposure exposure) implements Gap {}

    /// The key of the vault, or of a copy in it, is not as it must be.
    record KeyAtRisk(Subject subject, KeyEvidence evidence) implements Gap {
        /// What is wrong with the key.
        public sealed interface KeyEvidence {
            record OfVault(VaultDoubt doubt) implements KeyEvidence {}

            /// A copy is encrypted with a key that is not the vault's.
            record OfCopy(Arn copy, Optional<Arn> key) implements KeyEvidence {}
        }
    }

    /// Something could not be seen, or AWS answered with something that this version does not know.
    ///
    /// @param what what could not be seen
    /// @param answer what came instead
    record StateUnknown(Subject subject, String what, String answer) implements Gap {}

    /// Name of the kind, as people read it.
    default String kind() {
        return getClass().getSimpleName();
    }

    default Severity severity() {
        return switch (this) {
            case AccountUnreadable _,
                    ExclusionEnded _,
                    CoverageDropped _,
                    SweepStale _,
                    NoCopy _,
                    LastCopyExpiring _,
                    SnapshotMissing _,
                    VaultNotLocked _,
                    VaultPolicyChanged _,
                    VaultAccountExposed _,
                    KeyAtRisk _,
                    RegionUncovered _,
                    Unbound _,
                    StateUnknown _ ->
                    Severity.DANGER;
            case NotEnrolled _,
                    DeploymentDrifted _,
                    OptedOut _,
                    BackupFailing _,
                    NoRecoveryPoint _,
                    CopyLate _,
                    CopyStuck _,
                    CopyFailing _,
                    CapacityShortfall _,
                    Unencrypted _,
                    KeyNotShareable _,
                    EngineRetired _,
                    RestoreBlocked _,
                    SizeJumped _,
                    RetentionShort _,
                    TierMissing _ ->
                    Severity.WARNING;
        };
    }
}
