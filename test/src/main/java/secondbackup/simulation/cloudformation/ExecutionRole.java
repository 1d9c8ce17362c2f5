package secondbackup.simulation.cloudformation;

import java.util.Locale;
import secondbackup.simulation.iam.ManagedPolicies;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;

/// The role that StackSets make in each account they reach, and act as: an administrator, whom service control policies
/// bind.
///
/// Source: AWS CloudFormation User Guide, "Activate trusted access for StackSets with AWS Organizations" (role
/// `stacksets-exec-*` in target accounts), read 2026-11-27.
record ExecutionRole(Roles roles, Chance chance, String managementAccount) {
    private static final String PREFIX = "stacksets-exec-";
    private static final String TRUSTED =
            "role/aws-service-role/stacksets.cloudformation.amazonaws.com/"
                    + "AWSServiceRoleForCloudFormationStackSetsOrgAdmin";

    /// @param session such as the name of the stack
    Principal of(String account, String session) {
        var role =
                roles.of(account).stream()
                        .filter(one -> one.name.startsWith(PREFIX))
                        .findFirst()
                        .orElseGet(() -> make(account));
        return new Principal.RoleSession(account, role.name, session, "");
    }

    private Roles.Role make(String account) {
        var name = PREFIX + chance.hex(32, "execution role", account);
        var id = "AROA" + chance.hex(17, "role", account, name).toUpperCase(Locale.ROOT);
        var trust =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
                "Principal":{"AWS":"arn:aws:iam::%s:%s"}}]}\
                """
                        .formatted(managementAccount, TRUSTED);
        var role = new Roles.Role(account, name, id, trust);
        role.attached.put(
                ManagedPolicies.ADMINISTRATOR,
                roles.managed().find(account, ManagedPolicies.ADMINISTRATOR).orElseThrow());
        roles.put(role);
        return role;
    }
}
