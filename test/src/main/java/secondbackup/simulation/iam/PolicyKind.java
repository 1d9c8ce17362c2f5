package secondbackup.simulation.iam;

/// What a policy is attached to, which decides what it may say.
enum PolicyKind {
    /// Attached to a role, passed to a session, or to an organization's units: names resources, no principals.
    IDENTITY,
    /// Attached to a resource: names principals.
    RESOURCE,
    /// A role's trust policy: names principals, no resources.
    TRUST
}
