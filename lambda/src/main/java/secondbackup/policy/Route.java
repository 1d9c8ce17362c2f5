package secondbackup.policy;

/// The way of a copy from the source vault to the second backup.
public enum Route {
    /// One copy job.
    DIRECT,
    /// First into the account's own re-key vault, which encrypts with a key that admits the vault account.
    REKEYED,
    /// Direct where the cluster's key admits the vault account, else re-keyed.
    AUTO
}
