package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.policy.Policies;

/// Begins a sweep: lists the organization and writes down what is to be seen. When the organization cannot
/// be listed, the manifest says so, and so will the report. A list that lacks one of the estate's own accounts
/// is not whole: what else it lacks nobody knows, so it counts as none.
public record ListSweep(OrganizationReader organization, SweepStore store, Policies policies) {
    public Manifest run(Instant now) {
        var sweep = now.toString();
        var manifest =
                switch (organization.read()) {
                    case OrganizationReader.Listing.Listed(var accounts) ->
                            listed(sweep, now, accounts);
                    case OrganizationReader.Listing.Failed(var cause) ->
                            new Manifest.NotListed(sweep, now, cause);
                };
        store.write(manifest);
        return manifest;
    }

    private Manifest listed(String sweep, Instant now, List<MemberAccount> accounts) {
        var ids = accounts.stream().map(MemberAccount::id).toList();
        var missing =
                policies.estate().ownAccounts().stream().filter(id -> !ids.contains(id)).toList();
        return missing.isEmpty()
                ? new Manifest.Listed(sweep, now, accounts, policies.estate().sourceRegions())
                : new Manifest.NotListed(
                        sweep,
                        now,
                        "the list of "
                                + ids.size()
                                + " accounts is not whole: it lacks "
                                + missing
                                + " of policies/estate.json");
    }
}
