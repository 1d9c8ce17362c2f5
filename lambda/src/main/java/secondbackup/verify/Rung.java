package secondbackup.verify;

/// How far up a cluster's newest good copy got. Each rung is evidence of its own.
public enum Rung {
    /// Nothing is in the vault, or nothing could be seen there.
    NONE,
    /// AWS Backup lists a copy.
    CLAIMED,
    /// The copy is this cluster's, usable, and the RDS snapshot behind it exists and is complete.
    PRESENT,
    /// Its data is no older than promised, and the next copy is due before it expires.
    TIMELY,
    /// Lock, access policy, key and retention are as promised.
    HELD,
    /// The engine version can still be created in the vault's Region, and what a restore needs is there.
    RESTORABLE
}
