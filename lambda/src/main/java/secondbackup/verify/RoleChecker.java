package secondbackup.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.RoleView;
import secondbackup.policy.Members;
import secondbackup.policy.PolicyDocuments;
import secondbackup.verify.Drift.Difference;
import secondbackup.verify.Drift.Thing;

/// Compares our roles in one account with `policies/rights`: whom they trust and what they may do, by its meaning.
public final class RoleChecker {
    private final Members members;

    public RoleChecker(Members members) {
        this.members = members;
    }

    /// @param told whether a gap says already which of the roles that copies hang on are missing
    public List<Drift> check(AccountView.Seen account, boolean told) {
        var drifts = new ArrayList<Drift>();
        for (var role : members.roles()) {
            account.roles().stream()
                    .filter(view -> view.name().equals(role.name()))
                    .findFirst()
                    .flatMap(view -> of(view, role.in(account.account().id()), account, told))
                    .ifPresent(drifts::add);
        }
        return List.copyOf(drifts);
    }

    private static Optional<Drift> of(
            RoleView view, Members.Role role, AccountView.Seen account, boolean told) {
        return switch (view) {
            case RoleView.Unreadable _ -> Optional.empty();
            case RoleView.Absent _ ->
                    deployed(account) && !(told && account.missingRoles().contains(role.name()))
                            ? Optional.of(Drift.missing(Thing.ROLE, role.name()))
                            : Optional.empty();
            case RoleView.Seen seen -> drift(role, differences(seen, role));
        };
    }

    /// Whether any role of ours was ever made in the account.
    public static boolean deployed(AccountView.Seen account) {
        return account.roles().stream().anyMatch(view -> !(view instanceof RoleView.Absent));
    }

    private static Optional<Drift> drift(Members.Role role, List<Difference> differences) {
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Drift(
                                Thing.ROLE,
                                role.name(),
                                Optional.of(role.file()),
                                differences,
                                Optional.empty()));
    }

    private static List<Difference> differences(RoleView.Seen seen, Members.Role role) {
        return Stream.of(
                        statements("trust", List.of(seen.trust()), role.trust()),
                        statements("rights", seen.policies(), role.policy()),
                        other("attached policies", String.join(", ", seen.attached())),
                        other("permissions boundary", seen.boundary().orElse("")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> statements(String what, List<String> found, String wanted) {
        var change = PolicyDocuments.change(found, wanted);
        return change.none()
                ? Optional.empty()
                : Optional.of(
                        new Difference(
                                what,
                                change.missing().isEmpty()
                                        ? "nothing besides ours"
                                        : "statement " + String.join(", ", change.missing()),
                                change.added().isEmpty()
                                        ? Difference.NONE
                                        : String.join(", ", change.added())));
    }

    private static Optional<Difference> other(String what, String found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(what, Difference.NONE, found));
    }

    /// Roles of an account that are there and could not be read.
    public static List<RoleView.Unreadable> unread(AccountView.Seen account) {
        return account.roles().stream()
                .filter(RoleView.Unreadable.class::isInstance)
                .map(RoleView.Unreadable.class::cast)
                .toList();
    }
}
