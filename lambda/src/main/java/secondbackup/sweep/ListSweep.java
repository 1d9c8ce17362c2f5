package secondbackup.sweep;

import java.time.Instant;
import secondbackup.inventory.Manifest;
import secondbackup.policy.Policies;

/// Begins a sweep: lists the organization, looks how the StackSets stand, and writes down what is to be seen. When the organization cannot
/// be listed, the manifest says so, and so will the report. A list that lacks one of the estate's own accounts
/// is not whole: what else it lacks nobody knows, so it counts as none.
public record ListSweep(
        OrganizationReader organization,
        StackSetReader stackSets,
        SweepStore store,
        Policies policies) {
    public Manifest run(Instant now) {
        var sweep = now.toString();
        var manifest =
                switch (organization.read().having(policies.estate().ownAccounts())) {
                    case OrganizationReader.Listing.Listed(var accounts) ->
                            new Manifest.Listed(
                                    sweep,
                                    now,
                                    accounts,
                                    policies.estate().sourceRegions(),
                                    stackSets.read());
                    case OrganizationReader.Listing.Failed(var cause) ->
                            new Manifest.NotListed(sweep, now, cause);
                };
        store.write(manifest);
        return manifest;
    }
}
