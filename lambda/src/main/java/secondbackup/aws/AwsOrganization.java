package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;
import secondbackup.sweep.OrganizationReader;
import software.amazon.awssdk.services.organizations.model.Account;

/// Lists the organization with the Lambda's own rights: the control account is its delegate by a
/// resource-based policy.
///
/// Source: AWS Organizations API, `ListAccounts` (20 a page, a page may be empty), read 2026-11-22.
public final class AwsOrganization implements OrganizationReader {
    private final AwsConnection connection;

    public AwsOrganization(AwsConnection connection) {
        this.connection = connection;
    }

    @Override
    public Listing read() {
        return Attempt.orElse(this::listed, failure -> new Listing.Failed(failure.cause()));
    }

    private Listing listed() {
        var units = new UnitReader(connection.organizations());
        var tree = units.read();
        var accounts =
                connection.organizations().listAccountsPaginator().stream()
                        .flatMap(page -> page.accounts().stream())
                        .map(account -> member(account, tree, units))
                        .toList();
        return new Listing.Listed(accounts);
    }

    private static MemberAccount member(
            Account account, SortedMap<AccountId, List<String>> tree, UnitReader units) {
        var id = new AccountId(required(account.id(), "Account.Id"));
        var path = tree.get(id);
        return new MemberAccount(
                id, orEmpty(account.name()), state(account), path == null ? units.of(id) : path);
    }

    /// Source: AWS Organizations API, `Account.Status` (retired on 2026-09-09 in favour of `State`), read
    /// 2026-11-22.
    private static String state(Account account) {
        @Nullable String state = account.stateAsString();
        return orEmpty(state == null ? account.statusAsString() : state);
    }
}
