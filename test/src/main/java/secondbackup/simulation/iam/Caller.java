package secondbackup.simulation.iam;

import java.util.ArrayList;
import java.util.List;

/// A caller as policies see it.
///
/// Source: IAM User Guide, "AWS global condition context keys" (properties of the principal), read 2026-11-22.
///
/// @param arn as messages name it
/// @param principalArn value of `aws:PrincipalArn`: for a session, the ARN of its role
/// @param type value of `aws:PrincipalType`
/// @param userId value of `aws:userid`
/// @param service name of an AWS service that calls by itself, or empty
/// @param bound whether service control policies bind it
/// @param identityPolicies JSON of the identity policies
/// @param sessionPolicy JSON, or empty
record Caller(
        String account,
        String arn,
        String principalArn,
        String type,
        String userId,
        String service,
        boolean bound,
        List<String> identityPolicies,
        String sessionPolicy) {

    private static final String EVERYTHING =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}
            """;

    static Caller of(Principal principal, Roles roles) {
        return switch (principal) {
            case Principal.Administrator(var account) ->
                    new Caller(
                            account,
                            principal.arn(),
                            principal.arn(),
                            "User",
                            "AIDA" + account,
                            "",
                            true,
                            List.of(EVERYTHING),
                            "");
            case Principal.Root(var account) ->
                    new Caller(
                            account,
                            principal.arn(),
                            principal.arn(),
                            "Account",
                            account,
                            "",
                            true,
                            List.of(EVERYTHING),
                            "");
            case Principal.RoleSession(var account, var role, var session, var policy) ->
                    session(principal, roles, account, role, session, policy);
            case Principal.PassedRole(var account, var role, _) ->
                    session(principal, roles, account, role, "AWSBackup", "");
            case Principal.ServiceLinkedRole(var account, var name, _) ->
                    new Caller(
                            account,
                            principal.arn(),
                            principal.arn(),
                            "AssumedRole",
                            "AROA" + account + ":" + name,
                            "",
                            false,
                            List.of(ServiceLinkedPolicies.of(name)),
                            "");
            case Principal.Anonymous() ->
                    new Caller(
                            principal.account(),
                            principal.arn(),
                            principal.arn(),
                            "Anonymous",
                            "anonymous",
                            "",
                            false,
                            List.of(),
                            "");
        };
    }

    /// An AWS service that calls by itself, with no role.
    static Caller service(String name) {
        return new Caller("", name, name, "", "", name, false, List.of(), "");
    }

    // A session outlives its role's deletion, but no policy speaks for it any more.
    private static Caller session(
            Principal principal,
            Roles roles,
            String account,
            String roleName,
            String session,
            String policy) {
        var policies = new ArrayList<String>();
        var found = roles.find(account, roleName);
        found.ifPresent(role -> policies.addAll(role.policies.values()));
        found.ifPresent(role -> policies.addAll(role.attached.values()));
        return new Caller(
                account,
                principal.arn(),
                found.map(Roles.Role::arn).orElse("arn:aws:iam::" + account + ":role/" + roleName),
                "AssumedRole",
                found.map(role -> role.uniqueId).orElse("AROA") + ":" + session,
                "",
                true,
                List.copyOf(policies),
                policy);
    }
}
