package secondbackup.simulation.organizations;

import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;

/// Who may ask about the organization: the management account, and whom its delegation policy admits. What
/// identity policies say is decided before.
///
/// Source: AWS Organizations API model, ListAccounts ("only ... from the management account or a member account
/// that is a delegated administrator"); AWS Organizations User Guide, "Delegated administrator for AWS
/// Organizations" (resource-based delegation policy); read 2026-11-22.
record Delegation(Organization organization, Access access) {
    static final String REGION = "us-east-1";

    /// Fails: AwsError where the caller may not ask.
    void admit(Call call, AccessRequest asked) {
        member(call);
        if (call.account().equals(organization.managementAccount)) {
            return;
        }
        var policy = organization.delegationPolicy;
        if (policy.isEmpty()
                || access.decide(
                                call.caller(),
                                REGION,
                                asked.guardedBy(policy, organization.managementAccount))
                        instanceof Decision.Denied) {
            throw new AwsError(
                    400,
                    "AccessDeniedException",
                    "You don't have permissions to access this resource.");
        }
    }

    /// Fails: AwsError where the caller's account is in no organization, or calls elsewhere than us-east-1.
    void member(Call call) {
        if (!call.region().equals(REGION)) {
            throw new AwsError(
                    400,
                    "UnsupportedAPIEndpointException",
                    "This action isn't available in the current AWS Region.");
        }
        if (organization.account(call.account()).isEmpty()) {
            throw new AwsError(
                    400,
                    "AWSOrganizationsNotInUseException",
                    "Your account is not a member of an organization.");
        }
    }

    /// Fails: AwsError where the call is not the management account's.
    void management(Call call) {
        member(call);
        if (!call.account().equals(organization.managementAccount)) {
            throw new AwsError(
                    400,
                    "AccessDeniedException",
                    "You don't have permissions to access this resource.");
        }
    }

    /// ARN of something in the organization, such as `account/o-exampleorgid/111122223333`.
    String arn(String kind, String id) {
        return "arn:aws:organizations::"
                + organization.managementAccount
                + ":"
                + kind
                + "/"
                + organization.id
                + "/"
                + id;
    }

    /// ARN of an account, a unit or the root, told apart by the form of the id.
    String arn(String id) {
        return arn(id.startsWith("r-") ? "root" : id.startsWith("ou-") ? "ou" : "account", id);
    }
}
