package secondbackup.gap;

import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Region;

/// What lies behind a gap, as far as one thing does.
public sealed interface Cause {
    /// A key that is disabled, or does not admit whom it must.
    record OfKey(Arn key) implements Cause {}

    /// A role that is missing. One template makes it in every account, so it goes by its name.
    record OfRole(String role) implements Cause {}

    /// The copy slots of a vault.
    record OfQuota(Arn vault) implements Cause {}

    /// A Region that is not planned, or in which something of ours is missing or switched off.
    record OfRegion(Region region) implements Cause {}

    record OfAccount(AccountId account) implements Cause {}

    /// @param what is wrong with it
    record OfVault(Arn vault, String what) implements Cause {}

    /// One thing that stands behind gaps in many places, such as a plan that one template makes, or an engine version.
    record OfThing(String what) implements Cause {}

    /// What AWS says, without the names and numbers in it.
    record Said(String words) implements Cause {}

    /// Nothing that the kind of the gap does not say.
    record OfKind() implements Cause {}

    /// The same text for the same cause.
    default String text() {
        return switch (this) {
            case OfKey(var key) -> "key " + key;
            case OfRole(var role) -> "role " + role;
            case OfQuota(var vault) -> "quota " + vault;
            case OfRegion(var region) -> "Region " + region;
            case OfAccount(var account) -> "account " + account;
            case OfVault(var vault, var what) -> ("vault " + vault + " " + what).strip();
            case OfThing(var what) -> what;
            case Said(var words) -> "AWS says " + words;
            case OfKind() -> "";
        };
    }

    /// What AWS says of one account or cluster is the same of another but for names and numbers.
    static Cause said(String message) {
        return new Said(
                message.replaceAll("arn:[^\\s,;]+", "arn")
                        .replaceAll("'[^']*'", "''")
                        .replaceAll("\\b[0-9a-fA-F-]{32,36}\\b", "id")
                        .replaceAll("\\d+", "0")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}|\\s]+", " ")
                        .strip());
    }
}
