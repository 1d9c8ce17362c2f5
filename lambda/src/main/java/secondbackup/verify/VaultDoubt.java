package secondbackup.verify;

import java.time.Instant;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView.Kind;

/// Why the copies in a vault are not held as promised, whatever each of them is like.
public sealed interface VaultDoubt {
    Arn vault();

    /// There is no such vault.
    ///
    /// @param cause how that is known
    record Absent(Arn vault, String cause) implements VaultDoubt {}

    record NotLocked(Arn vault) implements VaultDoubt {}

    /// Locked in governance mode: whoever has the right can take the lock away.
    record GovernanceOnly(Arn vault) implements VaultDoubt {}

    /// Locked, but for the moment the lock can still be taken away.
    record InGrace(Arn vault, Instant lockedAt) implements VaultDoubt {}

    /// The lock's bounds are not those of the estate.
    record BoundsDiffer(Arn vault, Optional<Long> minDays, Optional<Long> maxDays)
            implements VaultDoubt {}

    /// The access policy does not mean what `policies/vault` says.
    record AccessPolicyDiffers(Arn vault) implements VaultDoubt {}

    /// The vault encrypts with a key that is not the estate's.
    record KeyDiffers(Arn vault, Optional<Arn> key) implements VaultDoubt {}

    /// The key cannot be used as it is.
    record KeyNotEnabled(Arn vault, Arn key, String state, Optional<Instant> deletionAt)
            implements VaultDoubt {}

    /// The key's material is not made and kept by AWS KMS: it may expire, be deleted or be cut off at once, which no
    /// policy forbids.
    ///
    /// Source: AWS KMS API, `KeyMetadata.Origin`, `DeleteImportedKeyMaterial`, `DisconnectCustomKeyStore`, read
    /// 2026-11-27.
    record KeyMaterialElsewhere(Arn vault, Arn key, String origin) implements VaultDoubt {}

    /// The key's policy does not mean what `policies/vault` says.
    record KeyPolicyDiffers(Arn vault, Arn key) implements VaultDoubt {}

    /// The vault is of another kind than the estate says, and what is believed of a vault hangs on its kind.
    record KindDiffers(Arn vault, Kind promised, Kind seen) implements VaultDoubt {}

    record KeyUnread(Arn vault, String cause) implements VaultDoubt {}
}
