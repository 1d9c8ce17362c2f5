package secondbackup.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.aws.AwsCaller.Caller;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.AwsOrganization;
import secondbackup.aws.RoleSessions;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;
import secondbackup.policy.Policies;
import secondbackup.policy.Rights;
import secondbackup.sweep.OrganizationReader.Listing;

/// What a command stands on.
///
/// @param files text of `policies/` by name
/// @param role assumed in every other account
/// @param accounts those that were chosen; all where there is none
record Ground(
        AwsConnection connection,
        SortedMap<String, String> files,
        Layout layout,
        Caller.Known caller,
        String role,
        List<AccountId> accounts) {
    private static final String SURVEY = "survey-role.json";
    private static final String VAULT = "vault-reader.json";

    /// The policies for whoever reads with this role from this account.
    Policies reading() {
        var policies = layout.policies();
        return new Policies(
                policies.estate().readWith(role, caller.account()),
                policies.rules(),
                policies.roster());
    }

    Rights rights() {
        return new Rights(files, layout.policies().estate());
    }

    /// Fails: [Usage] where no estate has been laid out for this organization.
    Ground laidOut() {
        if (!layout.chosen()) {
            throw new Usage(
                    "policies/estate.json is not organization "
                            + caller.organization()
                            + "'s: expected --policies with its estate");
        }
        return this;
    }

    /// Fails: [Usage] where these are not the management account's credentials.
    Ground inManagement() {
        if (!caller.account().equals(caller.management())) {
            throw new Usage(
                    "these credentials are of account "
                            + caller.account()
                            + ": expected those of management account "
                            + caller.management());
        }
        return this;
    }

    /// Sessions with the rights of our own reading roles and no others, whatever the role could do.
    ///
    /// @param more actions on top
    RoleSessions sessions(Collection<String> more) {
        var rights = rights();
        var vaults = layout.policies().estate().vaults();
        return new RoleSessions(
                connection,
                account ->
                        vaults.stream().anyMatch(vault -> vault.account().equals(account))
                                ? rights.sessionPolicy(account, more, SURVEY, VAULT)
                                : rights.sessionPolicy(account, more, SURVEY),
                Optional.of(caller.account()));
    }

    /// The chosen accounts of the organization. Where an estate has been laid out, a list without its own accounts
    /// counts as none, and so does any that lacks the management account.
    ///
    /// Fails: [Usage] where one that was chosen is not among them.
    Listing list() {
        var own =
                layout.chosen()
                        ? layout.policies().estate().ownAccounts()
                        : List.of(caller.management());
        return switch (new AwsOrganization(connection).read().having(own)) {
            case Listing.Failed failed -> failed;
            case Listing.Listed(var all) -> new Listing.Listed(chosen(all));
        };
    }

    private List<MemberAccount> chosen(List<MemberAccount> all) {
        var known = all.stream().map(MemberAccount::id).toList();
        var strange = accounts.stream().filter(id -> !known.contains(id)).toList();
        if (!strange.isEmpty()) {
            throw new Usage(
                    "--accounts "
                            + strange
                            + ": expected accounts of organization "
                            + caller.organization());
        }
        return all.stream()
                .filter(account -> accounts.isEmpty() || accounts.contains(account.id()))
                .toList();
    }
}
