package secondbackup.simulation.wire;

import secondbackup.simulation.iam.Principal;

/// The surroundings of one call.
///
/// @param service signing name, such as `backup`
/// @param region where the call was made
/// @param operation such as `StartCopyJob`
public record Call(Principal caller, String service, String region, String operation) {
    /// The account whose resources the call sees.
    public String account() {
        return caller.account();
    }

    /// An ARN of this account, Region and service.
    public String arn(String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account() + ":" + resource;
    }
}
