package secondbackup.simulation.cloudformation;

import java.util.List;
import java.util.Map;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.world.SimulatedOrganization;

/// The small world with a hand on its CloudFormation.
final class Office {
    static final String REGION = SmallWorld.HOME;
    static final String SHOP = SmallWorld.SHOP;

    static final Principal ADMINISTRATOR = new Principal.Administrator(SHOP);

    final SimulatedOrganization of = SimulatedOrganization.of(SmallWorld.world(), 1);
    final Deployments deployments = of.cloudFormation().deployments();

    /// @param resources the section, as JSON
    Stack deploy(String resources) {
        return deploy(ADMINISTRATOR, resources);
    }

    Stack deploy(Principal principal, String resources) {
        return deployments.deploy(principal, REGION, "app", template(resources));
    }

    Stack deploy(String template, Map<String, String> parameters) {
        return deployments.deploy(ADMINISTRATOR, REGION, "app", template, parameters);
    }

    static String template(String resources) {
        return "{\"Resources\":{" + resources + "}}";
    }

    /// A role that anybody may assume and that may do nothing.
    static String role(String name) {
        return role(name, "");
    }

    /// @param more properties, each after a comma
    static String role(String name, String more) {
        return """
        {"Type":"AWS::IAM::Role","Properties":{"RoleName":"%s","AssumeRolePolicyDocument":%s%s}}\
        """
                .formatted(name, TRUST, more);
    }

    static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\
            {"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}\
            """;

    static final String ALLOWS =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}\
            """;

    /// @param attributes of the resource, each with a comma after it
    static String vault(String attributes, String name) {
        return """
        {"Type":"AWS::Backup::BackupVault",%s"Properties":{"BackupVaultName":%s}}\
        """
                .formatted(attributes, name);
    }

    /// A role of the account with one policy, and a session of it.
    Principal session(String name, String policy) {
        var role = new Roles.Role(SHOP, name, "AROA" + name, TRUST);
        role.policies.put("own", policy);
        of.roles().put(role);
        return new Principal.RoleSession(SHOP, name, "deploy", "");
    }

    /// Adds a service control policy to the root.
    void control(String policy) {
        var organization = of.organization();
        for (var unit : organization.units.values()) {
            if (unit.parent.isEmpty()) {
                organization.policies.put(unit.id, List.of(Organization.FULL_ACCESS, policy));
            }
        }
    }

    boolean has(String role) {
        return of.roles().find(SHOP, role).isPresent();
    }

    boolean hasVault(String name) {
        return of.vaults().find(SHOP, REGION, name).isPresent();
    }

    static List<String> events(Stack stack) {
        return stack.events().stream()
                .map(event -> event.logicalId() + " " + event.status())
                .toList();
    }
}
