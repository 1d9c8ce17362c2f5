package secondbackup.cli;

import secondbackup.aws.AwsCaller.Caller;
import secondbackup.policy.Policies;

/// The policies as they hold for one organization.
///
/// @param chosen whether the estate is this organization's; else it is the example with this organization's
///     names: the default promise, no Region and no vault chosen
record Layout(Policies policies, boolean chosen) {
    /// Fails: [Usage] when policies were given and are another organization's.
    static Layout of(Policies policies, boolean given, Caller.Known caller) {
        var estate = policies.estate();
        if (estate.organization().equals(caller.organization())
                && estate.managementAccount().equals(caller.management())) {
            return new Layout(policies, true);
        }
        if (given) {
            throw new Usage(
                    "estate.json /organization and /managementAccount: '"
                            + estate.organization()
                            + "' and '"
                            + estate.managementAccount()
                            + "': expected '"
                            + caller.organization()
                            + "' and '"
                            + caller.management()
                            + "', the organization of these credentials");
        }
        var unchosen = estate.unchosen(caller.organization(), caller.management());
        return new Layout(new Policies(unchosen, policies.rules(), policies.roster()), false);
    }
}
