package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;
import secondbackup.sweep.OrganizationReader;
import software.amazon.awssdk.services.organizations.model.Account;

/// Lists the organization with the Lambda's own rights: the control account is its delegate by a
/// resource-based policy. The flat list and the tree are both read: an account that only one of them shows is
/// an account all the same.
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
        var accounts = new TreeMap<AccountId, MemberAccount>();
        units.read()
                .forEach((id, hung) -> accounts.put(id, member(id, hung.account(), hung.path())));
        connection.organizations().listAccountsPaginator().stream()
                .flatMap(page -> page.accounts().stream())
                .forEach(account -> add(account, accounts, units));
        return new Listing.Listed(List.copyOf(accounts.values()));
    }

    private static void add(
            Account account, SortedMap<AccountId, MemberAccount> accounts, UnitReader units) {
        var id = new AccountId(required(account.id(), "Account.Id"));
        var hung = accounts.get(id);
        var path = hung == null ? units.of(id) : hung.units();
        accounts.put(id, member(id, account, path));
    }

    private static MemberAccount member(AccountId id, Account account, List<String> path) {
        return new MemberAccount(id, orEmpty(account.name()), state(account), path);
    }

    /// Source: AWS Organizations API, `Account.Status` (retired on 2026-09-09 in favour of `State`), read
    /// 2026-11-22.
    private static String state(Account account) {
        @Nullable String state = account.stateAsString();
        return orEmpty(state == null ? account.statusAsString() : state);
    }
}
