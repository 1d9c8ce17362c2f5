package secondbackup.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What was seen of one vault in the vault account, read there and not taken from any copy job.
public sealed interface VaultView {
    Arn vault();

    /// Snapshots that are being copied into the vault's account; empty where nobody could count them.
    default OptionalInt copying() {
        return switch (this) {
            case Seen seen -> seen.snapshotsCopying();
            case Absent _, Unreadable _ -> OptionalInt.empty();
        };
    }

    /// Kinds of vault that hold second backups.
    enum Kind {
        STANDARD,
        AIR_GAPPED,
        UNKNOWN
    }

    /// @param accessPolicy JSON, or empty where there is none
    /// @param snapshotsCopying RDS snapshots in this account and Region that are still being copied; empty
    ///     where RDS could not be read, so that nobody may take a slot for free
    /// @param engines what a copy could be restored to
    /// @param holds what keeps copies beyond their end
    record Seen(
            Arn vault,
            Instant readAt,
            Kind vaultKind,
            Lock lock,
            String accessPolicy,
            VaultKey key,
            List<VaultedCopy> copies,
            OptionalInt snapshotsCopying,
            EngineCatalog engines,
            LegalHolds holds)
            implements VaultView {
        public Seen {
            copies = copies.stream().sorted(Comparator.comparing(VaultedCopy::arn)).toList();
        }
    }

    /// There is no such vault, so there is no copy in it either.
    ///
    /// @param cause how that is known
    record Absent(Arn vault, String cause) implements VaultView {}

    /// The vault could not be read, so nothing is known about any copy in it.
    record Unreadable(Arn vault, String cause) implements VaultView {}

    /// The vault's lock.
    ///
    /// Source: AWS Backup API, `DescribeBackupVaultOutput`, read 2026-11-22: locked without a lock date is
    /// governance mode; a lock date in the future is the grace time of compliance mode.
    ///
    /// @param lockedAt when the lock becomes immutable
    record Lock(
            boolean locked,
            Optional<Long> retentionMinDays,
            Optional<Long> retentionMaxDays,
            Optional<Instant> lockedAt) {}

    /// The key that encrypts what arrives in the vault.
    sealed interface VaultKey {
        /// A key of AWS's own, which nobody can disable (air-gapped vaults).
        record AwsOwned() implements VaultKey {}

        /// @param state as AWS KMS says it, such as `Enabled`
        /// @param origin where its material comes from, as AWS KMS says it, such as `AWS_KMS`
        /// @param policy JSON of the key policy
        record Customer(
                Arn key, String state, Optional<Instant> deletionAt, String origin, String policy)
                implements VaultKey {}

        record Unreadable(String cause) implements VaultKey {}
    }
}
