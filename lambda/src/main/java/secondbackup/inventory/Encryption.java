package secondbackup.inventory;

/// How a cluster is encrypted at rest.
///
/// Source: Amazon RDS API, `DBCluster.StorageEncryptionType` (`none`, `sse-rds`, `sse-kms`), read
/// 2026-11-22.
public sealed interface Encryption {
    record None() implements Encryption {}

    /// Aurora's default since February 2026: a key that AWS owns, invisible in the account.
    record ServiceOwned() implements Encryption {}

    /// A key in AWS KMS: customer managed or AWS managed, see [KeyView].
    record Kms(Arn key) implements Encryption {}

    /// A kind that this version does not know.
    record Unknown(String text) implements Encryption {}
}
