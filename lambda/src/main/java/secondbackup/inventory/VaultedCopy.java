package secondbackup.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One copy in the vault.
///
/// @param cluster ARN of the cluster in its source account and Region
/// @param capturedAt when the data was taken; copies keep their source's creation date (AWS Backup
///     Developer Guide, "Creating backup copies", read 2026-11-22)
/// @param expiresAt empty where it is kept for ever
/// @param status as AWS Backup says it
/// @param key key that encrypts it, empty where it is not encrypted or the key is AWS's own
public record VaultedCopy(
        Arn arn,
        Arn cluster,
        Instant capturedAt,
        Optional<Instant> expiresAt,
        String status,
        Optional<Arn> key,
        Snapshot snapshot) {

    /// The RDS snapshot behind a copy.
    public sealed interface Snapshot {
        /// @param status as RDS says it, such as `available`
        /// @param resourceId `DbClusterResourceId`, or empty where RDS does not say
        /// @param engineVersion of the cluster at that moment, or empty where RDS does not say
        record Found(String status, String resourceId, String engineVersion) implements Snapshot {}

        /// RDS was read and knows no such snapshot.
        record Absent() implements Snapshot {}

        /// RDS could not be read.
        record Unread(String cause) implements Snapshot {}

        /// A copy in an air-gapped vault has none in this account.
        record Hidden() implements Snapshot {}
    }

    /// A copy's end may be told to another precision than its beginning.
    private static final Duration PRECISION = Duration.ofMinutes(1);

    /// Days that it is kept, from the moment its data was taken; empty where it is kept for ever.
    public Optional<Long> keptDays() {
        return expiresAt.map(end -> Duration.between(capturedAt, end).plus(PRECISION).toDays());
    }

    public boolean keptFor(int days) {
        return keptDays().map(kept -> kept >= days).orElse(true);
    }

    /// ARN of a cluster names its account.
    public AccountId sourceAccount() {
        return new AccountId(cluster.accountText());
    }
}
