package secondbackup.simulation.physics;

import java.time.Duration;
import java.util.Set;

/// What AWS's documentation leaves open. Each is a branch of the simulation that tests run both ways; what
/// is true can only be learned on a real account.
///
/// @param sixthCopy what becomes of a copy beyond the five in progress for a destination account and
///     Region: Aurora's guide says extra requests may be queued; others have seen them refused
/// @param defaultEncryptionCopies whether a snapshot under Aurora's default encryption of 2026
///     (`sse-rds`) can be copied into another account
/// @param defaultEncryptionShowsEncrypted whether `StorageEncrypted` is true for such a cluster
/// @param lockJudgesRemainingDays whether a lock's bounds are compared with the days a copy would still
///     live instead of the days its lifecycle asks for
/// @param lockStopsSnapshotDeletion whether RDS itself refuses to delete the snapshot behind a recovery
///     point in a locked vault
/// @param copyEventsInVaultAccount whether copy job events also appear in the destination account
/// @param snapshotTypeIsAwsBackup whether a cluster snapshot made by AWS Backup has the type
///     `awsbackup`, as documented for instance snapshots, instead of `manual`
/// @param snapshotsAreAvailable whether a finished recovery point of a snapshot is `AVAILABLE`
///     instead of `COMPLETED`
/// @param tagsCrossAccounts whether a cross-account copy carries the tags of its source
/// @param copyArnHoldsJobId whether the id in `copyjob-<uuid>` is that of the copy job
/// @param copiesNameTheCluster whether the snapshot behind a copy carries the source cluster's
///     `DbClusterResourceId`
/// @param roleNamesMatter whether AWS Backup refuses roles whose name lacks `AWSBackup` or `AwsBackup`
/// @param secondaryClustersBackUp whether the secondary clusters of a global database can be backed up
/// @param rekeyInRegion whether a copy within one account and Region re-encrypts with the target vault's
///     key
/// @param slotsCountPerSource whether the five copies in progress are counted per source account
///     instead of per destination account
/// @param missingVaultsAreDenied whether `DescribeBackupVault` denies access to a vault that does not exist,
///     as many have seen it do, instead of `ResourceNotFoundException` as in its model
/// @param secondCopyFails whether a copy fails while another job of its resource runs, instead of waiting
/// @param copiesHoldBackups whether a backup waits while a copy of its resource runs: of the quota of one
///     "concurrent backup and copy job" for each resource it is not said whether it is one of each
/// @param sourceKeyIsNotFound whether Amazon RDS's refusal of a source's key has the category
///     `RESOURCE_NOT_FOUND`, for its words "does not exist", instead of `KMS_KEY_ERROR` for "KMS key": AWS
///     Backup sorts messages by words, and lists "kms key" in lower case, as if case counted
/// @param defaultEncryptionRekeys whether a copy of a snapshot under Aurora's default encryption takes the
///     target vault's key, as copies do, instead of staying under a key that AWS owns
/// @param slotsCountInRegion whether copies that stay in their Region count among the five in progress too:
///     Aurora's guide speaks of a "destination Region", RDS's refusal of copies "across regions"
/// @param copiesNameTheSourceResource whether the `ResourceArn` of a copy from another account is still that
///     of the source cluster, instead of the cluster's name in the vault's own account and Region
/// @param copyRoleNeedsVaultKey whether the role that leads a copy into another account's vault must be
///     admitted by that vault's key too, instead of the receiving account's service-linked role alone
/// @param pointEventsOfCopies whether a copy's recovery point has `Recovery Point State Change` events in
///     the vault's account
/// @param copyJobsAreForgotten whether `ListCopyJobs` forgets jobs 30 days after their end, as it is
///     documented for backup jobs and for summaries
/// @param tokenMemory how long `StartCopyJob` answers a repeated idempotency token with the first job
/// @param endlessCopiesBreakMaximum whether a copy that asks for no end fails at a lock's maximum, instead
///     of being judged by the days that it inherits
/// @param pairsInTwoActions pairs of Regions between which no single action copies into another account:
///     the guide ticks single-action copies for Aurora, and lists no Regions for them
public record Switches(
        SixthCopy sixthCopy,
        boolean defaultEncryptionCopies,
        boolean defaultEncryptionShowsEncrypted,
        boolean lockJudgesRemainingDays,
        boolean lockStopsSnapshotDeletion,
        boolean copyEventsInVaultAccount,
        boolean snapshotTypeIsAwsBackup,
        boolean snapshotsAreAvailable,
        boolean tagsCrossAccounts,
        boolean copyArnHoldsJobId,
        boolean copiesNameTheCluster,
        boolean roleNamesMatter,
        boolean secondaryClustersBackUp,
        boolean rekeyInRegion,
        boolean slotsCountPerSource,
        boolean missingVaultsAreDenied,
        boolean secondCopyFails,
        boolean copiesHoldBackups,
        boolean sourceKeyIsNotFound,
        boolean defaultEncryptionRekeys,
        boolean slotsCountInRegion,
        boolean copiesNameTheSourceResource,
        boolean copyRoleNeedsVaultKey,
        boolean pointEventsOfCopies,
        boolean copyJobsAreForgotten,
        TokenMemory tokenMemory,
        boolean endlessCopiesBreakMaximum,
        Set<RegionPair> pairsInTwoActions) {

    /// What becomes of a copy that finds no free slot.
    public enum SixthCopy {
        QUEUES,
        FAILS
    }

    /// How long an idempotency token is remembered.
    public enum TokenMemory {
        FOREVER(Duration.ofSeconds(Long.MAX_VALUE)),
        DAY(Duration.ofDays(1)),
        HOUR(Duration.ofHours(1));

        private final Duration length;

        TokenMemory(Duration length) {
            this.length = length;
        }

        /// @param age of the token's first use
        public boolean holds(Duration age) {
            return age.compareTo(length) < 0;
        }
    }

    /// The Region a copy leaves, and the one it goes to.
    public record RegionPair(String from, String to) {}

    public Switches {
        pairsInTwoActions = Set.copyOf(pairsInTwoActions);
    }

    /// The branch that the documents make likelier, or the harsher one where they say nothing.
    public static Switches likely() {
        return new Switches(
                SixthCopy.QUEUES,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                true,
                true,
                false,
                true,
                false,
                true,
                false,
                true,
                true,
                true,
                false,
                true,
                false,
                true,
                true,
                TokenMemory.FOREVER,
                true,
                Set.of());
    }
}
