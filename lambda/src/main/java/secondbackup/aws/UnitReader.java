package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.ParentType;

/// Reads where each account hangs: ids from the root down to its unit. An account that moved while the tree was
/// read, and was met twice, counts in both places, so that the stricter promise binds it.
///
/// Source: AWS Organizations API, `ListRoots`, `ListOrganizationalUnitsForParent`, `ListAccountsForParent`,
/// `ListParents`, read 2026-11-22.
final class UnitReader {
    private final OrganizationsClient organizations;

    UnitReader(OrganizationsClient organizations) {
        this.organizations = organizations;
    }

    /// @param account as the tree lists it
    /// @param path ids of the units above it, from the root down
    record Hung(Account account, List<String> path) {
        Hung and(Hung other) {
            return new Hung(
                    account, Stream.concat(path.stream(), other.path.stream()).distinct().toList());
        }
    }

    SortedMap<AccountId, Hung> read() {
        var paths = new TreeMap<AccountId, Hung>();
        organizations.listRootsPaginator().stream()
                .flatMap(page -> page.roots().stream())
                .forEach(root -> walk(List.of(required(root.id(), "Root.Id")), paths));
        return paths;
    }

    private void walk(List<String> path, SortedMap<AccountId, Hung> paths) {
        var parent = path.getLast();
        organizations.listAccountsForParentPaginator(request -> request.parentId(parent)).stream()
                .flatMap(page -> page.accounts().stream())
                .forEach(account ->
                        paths.merge(
                                new AccountId(required(account.id(), "Account.Id")),
                                new Hung(account, path),
                                Hung::and));
        var units =
                organizations
                        .listOrganizationalUnitsForParentPaginator(
                                request -> request.parentId(parent))
                        .stream()
                        .flatMap(page -> page.organizationalUnits().stream())
                        .map(unit -> required(unit.id(), "OrganizationalUnit.Id"))
                        .toList();
        for (var unit : units) {
            walk(Stream.concat(path.stream(), Stream.of(unit)).toList(), paths);
        }
    }

    /// For an account that moved while the tree was read: its path from below.
    List<String> of(AccountId account) {
        var path = new ArrayDeque<String>();
        var parent = parent(account.value());
        path.addFirst(parent.id());
        while (parent.type() != ParentType.ROOT) {
            parent = parent(parent.id());
            path.addFirst(parent.id());
        }
        return List.copyOf(path);
    }

    private Parent parent(String child) {
        return organizations.listParentsPaginator(request -> request.childId(child)).stream()
                .flatMap(page -> page.parents().stream())
                .findFirst()
                .orElseThrow(
                        () -> new UnexpectedAnswer("AWS answered without a parent of " + child));
    }
}
