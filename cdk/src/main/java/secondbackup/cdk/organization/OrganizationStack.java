package secondbackup.cdk.organization;

import java.util.List;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.organizations.CfnPolicy;
import software.amazon.awscdk.services.organizations.CfnResourcePolicy;
import software.constructs.Construct;

/// The StackSets of the member templates, the service control policies, and what lets the control account list the
/// organization and see how the StackSets stand.
///
/// An organization has one resource-based delegation policy. One that has it already adds its statements to
/// `policies/organization/delegation.json` and imports the policy into this stack (`cdk import`) instead of making it;
/// CloudFormation fails otherwise, and changes nothing.
///
/// The policy for vault accounts is attached to the accounts themselves: moving one to another unit sheds nothing. It
/// stops CloudFormation too, so a vault is made before this stack first meets its account.
///
/// The policy for members lets nobody make or change a role `stacksets-exec-*`, whatever its path. Service-managed
/// StackSets need no exception: the service-linked role `AWSServiceRoleForCloudFormationStackSetsOrgMember` makes those
/// roles in each account, and it has the rights for that and no others.
///
/// Source: AWS Organizations User Guide, "Service control policies (SCPs)" (bind neither the management account nor
/// service-linked roles), "Quotas" (five policies for each target, 5,120 characters each) and "Delegated administrator
/// for AWS Organizations" (one resource-based delegation policy) and "AWS CloudFormation StackSets and AWS
/// Organizations" ("StackSets creates the IAM role in each member account on your behalf"); AWS Managed Policy Reference,
/// "CloudFormationStackSetsOrgMemberServiceRolePolicy" (version 2: `iam:CreateRole`, `PutRolePolicy`, `AttachRolePolicy`
/// and their like on `role/stacksets-exec-*`); AWS Security Blog, "Enforce resource configuration to control access to new
/// features with AWS" (`ProtectStackSetExecutionRole`, without exception), read 2026-11-27.
public final class OrganizationStack extends Stack {
    public static final String NAME = "SecondBackupOrganization";

    /// @param rolesBody template of the first StackSet, once per account
    /// @param backupBody template of the second, in every source Region
    public OrganizationStack(Construct scope, Parts parts, String rolesBody, String backupBody) {
        super(
                scope,
                NAME,
                parts.bare(
                        parts.estate().managementAccount(),
                        parts.estate().homeRegion(),
                        "The second backup in the organization"));
        new MemberStackSets(this, parts).add(rolesBody, backupBody);
        control("VaultAccount", "vault-account", parts, vaultAccounts(parts));
        control("MemberUnits", "member-units", parts, parts.deployment().units());
        parts.bareRole(this, "stacks-reader.json");
        CfnResourcePolicy.Builder.create(this, "Delegation")
                .content(parts.document("organization/delegation.json"))
                .build();
    }

    private void control(String id, String name, Parts parts, List<String> targets) {
        CfnPolicy.Builder.create(this, id)
                .name("second-backup-" + name)
                .description("See policies/organization/" + name + ".json of second-backup")
                .type("SERVICE_CONTROL_POLICY")
                .content(parts.document("organization/" + name + ".json"))
                .targetIds(targets)
                .build();
    }

    private static List<String> vaultAccounts(Parts parts) {
        return parts.estate().vaults().stream()
                .map(vault -> vault.account().value())
                .distinct()
                .sorted()
                .toList();
    }
}
