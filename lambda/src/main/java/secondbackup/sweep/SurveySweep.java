package secondbackup.sweep;

import java.time.Instant;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;

/// Reads one account of a sweep and writes what it saw. An account that cannot be read is a part, too.
///
/// Fails: IllegalArgumentException when the sweep or the account is not in a manifest.
public record SurveySweep(AccountReader reader, SweepStore store) {
    public AccountView run(String sweep, AccountId id, Instant now) {
        var account = account(sweep, id);
        var part = account.active() ? reader.read(account, now) : new AccountView.Inactive(account);
        store.write(sweep, part);
        return part;
    }

    private MemberAccount account(String sweep, AccountId id) {
        var manifest =
                store.manifest(sweep)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "sweep '" + sweep + "' has no manifest"));
        return switch (manifest) {
            case Manifest.NotListed _ ->
                    throw new IllegalArgumentException(
                            "sweep '" + sweep + "' could not list any account");
            case Manifest.Listed listed ->
                    listed.accounts().stream()
                            .filter(account -> account.id().equals(id))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "account "
                                                    + id
                                                    + " is not in the manifest of sweep '"
                                                    + sweep
                                                    + "'"));
        };
    }
}
