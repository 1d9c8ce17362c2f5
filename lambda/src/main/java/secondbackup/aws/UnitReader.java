package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.ParentType;

/// Reads where each account hangs: ids from the root down to its unit.
///
/// Source: AWS Organizations API, `ListRoots`, `ListOrganizationalUnitsForParent`, `ListAccountsForParent`,
/// `ListParents`, read 2026-11-22.
final class UnitReader {
    private final OrganizationsClient organizations;

    UnitReader(OrganizationsClient organizations) {
        this.organizations = organizations;
    }

    SortedMap<AccountId, List<String>> read() {
        var paths = new TreeMap<AccountId, List<String>>();
        organizations.listRootsPaginator().stream()
                .flatMap(page -> page.roots().stream())
                .forEach(root -> walk(List.of(required(root.id(), "Root.Id")), paths));
        return paths;
    }

    private void walk(List<String> path, SortedMap<AccountId, List<String>> paths) {
        var parent = path.getLast();
        organizations.listAccountsForParentPaginator(request -> request.parentId(parent)).stream()
                .flatMap(page -> page.accounts().stream())
                .forEach(account ->
                        paths.put(new AccountId(required(account.id(), "Account.Id")), path));
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
