package secondbackup.simulation.iam;

import java.util.List;

/// What the organization says about an account. Its edge is the organization's own state.
public interface Guardrails {
    /// Service control policies that bind the account: one list per level (root, each unit, the account),
    /// each with the JSON of the policies attached there. Empty for the management account and outside
    /// an organization.
    List<List<String>> serviceControlPolicies(String account);

    /// Organization id such as `o-exampleorgid`, or empty outside one.
    String organization(String account);

    /// Path such as `o-exampleorgid/r-root/ou-unit/`, or empty outside an organization.
    String organizationPath(String account);
}
