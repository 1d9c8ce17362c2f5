package secondbackup.verify;

import secondbackup.inventory.Arn;

/// Why no copy could be restored where copies are brought back, whatever the copy is like.
public sealed interface RestoreDoubt {
    /// The estate names no place to bring copies back to.
    record NoPlace() implements RestoreDoubt {}

    /// The vault that is to receive copies is not there.
    record NoVault(Arn vault) implements RestoreDoubt {}

    /// The receiving vault's key cannot be used as it is.
    record KeyNotEnabled(Arn vault, String state) implements RestoreDoubt {}

    /// No DB subnet group covers as many Availability Zones as Aurora asks for.
    ///
    /// @param zones most that one covers; 0 where there is none
    record TooFewZones(Arn vault, int zones) implements RestoreDoubt {}

    /// The account may have no more DB clusters there.
    record NoRoom(Arn vault, long used, long max) implements RestoreDoubt {}

    /// The place could not be read.
    record Unread(Arn vault, String cause) implements RestoreDoubt {}
}
