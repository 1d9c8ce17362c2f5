package secondbackup.report;

import java.util.List;
import secondbackup.inventory.AccountId;

/// What it costs to keep the copies, estimated: size of each cluster's volume, times its good copies, times the
/// price of snapshot storage in the vault's Region. Not in it: transfer between Regions, which goes by what has
/// changed, keys, and discounts.
///
/// Source: Aurora User Guide, "Copying a DB cluster snapshot", read 2026-11-22: copies are stored as full copies.
///
/// @param basis prices and where they come from, a sentence each; empty where policies give none
public record Costs(List<String> basis, List<OfAccount> accounts) {
    /// The clusters of one account.
    ///
    /// @param storedGb size times copies of the clusters whose size is known, rounded up
    /// @param unsized clusters with copies whose size nobody knows: they are in no number
    public record OfAccount(
            AccountId account,
            String accountName,
            int copies,
            int unsized,
            long storedGb,
            long usdCentsPerMonth) {}

    public Costs {
        basis = List.copyOf(basis);
        accounts = List.copyOf(accounts);
    }
}
