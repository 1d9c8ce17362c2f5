package secondbackup.simulation.iam;

import java.util.Optional;

/// Decides the calls that AWS services make for their customers.
///
/// Acting by itself, a service needs the resource's own policy, which may ask for whom it acts. Acting in a role, it
/// needs the role's trust first; then role, resource policy and service control policies count as for any session.
///
/// Source: IAM User Guide, "AWS service principals", "The confused deputy problem" (`aws:SourceArn`,
/// `aws:SourceAccount`) and "Passing a role to an AWS service", read 2026-11-27.
public final class ServiceCalls {
    private final Access access;
    private final Roles roles;

    public ServiceCalls(Access access, Roles roles) {
        this.access = access;
        this.roles = roles;
    }

    /// @param region where the call is made
    public Decision decide(ServiceCaller caller, String region, AccessRequest request) {
        if (caller.roleArn().isEmpty()) {
            return access.decideForService(caller.service(), region, of(caller, request));
        }
        return assumed(caller, region)
                .map(session -> access.decide(session, region, request))
                .orElseGet(() ->
                        new Decision.Denied(
                                caller.service() + " may not assume the role " + caller.roleArn()));
    }

    /// The session in which a service acts; empty where the role is missing or does not trust it.
    public Optional<Principal> assumed(ServiceCaller caller, String region) {
        return role(caller.roleArn())
                .filter(role -> trusts(role, caller, region))
                .map(role -> session(role, caller));
    }

    private Optional<Roles.Role> role(String arn) {
        var name = arn.substring(arn.lastIndexOf('/') + 1);
        return roles.find(Arn.of(arn).account(), name).filter(role -> role.arn().equals(arn));
    }

    private boolean trusts(Roles.Role role, ServiceCaller caller, String region) {
        var request =
                AccessRequest.of("sts:AssumeRole", role.arn())
                        .guardedBy(role.trustPolicy, role.account);
        return access.decideForService(caller.service(), region, of(caller, request)).allowed();
    }

    private static Principal session(Roles.Role role, ServiceCaller caller) {
        return new Principal.RoleSession(role.account, role.name, caller.session(), "");
    }

    private static AccessRequest of(ServiceCaller caller, AccessRequest request) {
        return request.with("aws:SourceArn", caller.sourceArn())
                .with("aws:SourceAccount", caller.sourceAccount());
    }
}
