package secondbackup.simulation.sts;

import java.util.List;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// AWS Security Token Service: assuming roles, and who one is.
///
/// Source: AWS STS API model, AssumeRole, GetCallerIdentity; IAM User Guide, "Methods to assume a role" (an hour
/// at most when chaining); read 2026-11-22.
public final class StsOperations {
    private final Sessions sessions;
    private final Roles roles;

    public StsOperations(Sessions sessions, Roles roles) {
        this.sessions = sessions;
        this.roles = roles;
    }

    public void register(Operations operations) {
        operations.on(
                AssumeRoleRequest.class,
                (request, _) -> List.of(SessionRequest.right(request, roles)),
                this::assumeRole);
        // No policy can take this right away: "No permissions are required to perform this
        // operation."
        operations.on(GetCallerIdentityRequest.class, (_, _) -> List.of(), this::getCallerIdentity);
    }

    /// Source: AWS STS API Reference, "AssumeRole" (the root user may not call it), read 2026-11-27.
    private AssumeRoleResponse assumeRole(AssumeRoleRequest request, Call call) {
        if (call.caller() instanceof Principal.Root) {
            throw new AwsError(403, "AccessDenied", "Roles may not be assumed by root accounts.");
        }
        var role =
                SessionRequest.role(request, roles)
                        .orElseThrow(
                                () -> new AwsError(403, "AccessDenied", refusal(request, call)));
        var asked = SessionRequest.of(request, role, call.caller());
        var principal =
                new Principal.RoleSession(
                        asked.account(), asked.role(), asked.session(), asked.policy());
        var session = sessions.open(principal, asked.duration());
        return AssumeRoleResponse.builder()
                .credentials(credentials(session))
                .assumedRoleUser(
                        AssumedRoleUser.builder()
                                .arn(principal.arn())
                                .assumedRoleId(role.uniqueId + ":" + asked.session())
                                .build())
                .build();
    }

    private static Credentials credentials(Sessions.Session session) {
        return Credentials.builder()
                .accessKeyId(session.accessKeyId())
                .secretAccessKey(session.secretAccessKey())
                .sessionToken(session.sessionToken())
                .expiration(session.expiresAt())
                .build();
    }

    private static String refusal(AssumeRoleRequest request, Call call) {
        return "User: "
                + call.caller().arn()
                + " is not authorized to perform: sts:AssumeRole on resource: "
                + request.roleArn();
    }

    private GetCallerIdentityResponse getCallerIdentity(
            GetCallerIdentityRequest request, Call call) {
        return GetCallerIdentityResponse.builder()
                .account(call.account())
                .arn(call.caller().arn())
                .userId(userId(call.caller()))
                .build();
    }

    private String userId(Principal caller) {
        return switch (caller) {
            case Principal.RoleSession session ->
                    roles.find(session.account(), session.role())
                            .map(role -> role.uniqueId + ":" + session.session())
                            .orElse("AROA:" + session.session());
            case Principal.Root root -> root.account();
            case Principal.Administrator _,
                    Principal.PassedRole _,
                    Principal.ServiceLinkedRole _,
                    Principal.Anonymous _ ->
                    "AIDA" + caller.account();
        };
    }
}
