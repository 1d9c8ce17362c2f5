package secondbackup.policy;

import java.util.List;
import java.util.regex.Pattern;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultAccount;

/// Who may exist in a vault account, and whom their roles may let in: `policies/roster.json`.
public record Roster(List<Entry> entries) {
    /// Everything of an account but what belongs to its providers.
    private static final Pattern OF_ACCOUNT =
            Pattern.compile("arn:[^:]*:(?:iam|sts)::(\\d{12}):(?!saml-provider/|oidc-provider/).*");

    /// One line of it.
    ///
    /// @param principal such as `role/second-backup-vault-reader`; `*` stands for anything
    /// @param trusts accounts, providers such as `saml-provider/AWSSSO_*` and services such as
    ///     `service/backup.amazonaws.com`, that the role may let in besides its own account
    public record Entry(String principal, List<String> trusts) {
        public Entry {
            trusts = List.copyOf(trusts);
        }
    }

    public Roster {
        entries = List.copyOf(entries);
    }

    /// Whether a user or role stands on it.
    public boolean names(Arn principal) {
        return entries.stream().anyMatch(entry -> like(entry.principal(), principal.resource()));
    }

    /// Whom a role lets in who is neither of its own account nor on the roster for it: as the trust policy names them,
    /// services as `service/events.amazonaws.com`.
    public List<String> outsiders(VaultAccount.Role role) {
        var account = role.arn().accountText();
        var admitted =
                entries.stream()
                        .filter(entry -> like(entry.principal(), role.arn().resource()))
                        .flatMap(entry -> entry.trusts().stream())
                        .toList();
        return TrustPolicy.letsIn(role.trust()).stream()
                .filter(party -> !of(account, party))
                .filter(party ->
                        admitted.stream().noneMatch(allowed -> admits(allowed, party, account)))
                .toList();
    }

    private static boolean admits(String allowed, String party, String account) {
        if (allowed.matches("\\d{12}")) {
            return of(allowed, party);
        }
        return allowed.startsWith(TrustPolicy.SERVICE)
                ? like(allowed, party)
                : like("arn:aws:iam::" + account + ":" + allowed, party);
    }

    private static boolean of(String account, String party) {
        var named = OF_ACCOUNT.matcher(party);
        return named.matches() && named.group(1).equals(account);
    }

    private static boolean like(String pattern, String text) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), text);
    }
}
